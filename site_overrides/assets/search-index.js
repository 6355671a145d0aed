/**
 * The index that the build made (`build-search/`), as a MiniSearch. Reading it all took longer than a page may wait,
 * so where a term stands is read when someone looks it up: MiniSearch asks a term only for `get(field)`.
 */
globalThis.BakenIndex = class BakenIndex {
  static fields = ["title", "words", "names", "text"];
  static digits = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}";
  static levels = [
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 5],
  ];

  /** Returns the index in a packed one. @param {string} packed gzip as base64 */
  static async unpacked(packed) {
    const letters = atob(packed);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new BakenIndex(await new Response(stream).json());
  }

  constructor({ terms, places, lengths, average, documents, kinds, phrases, synonyms, compounds }) {
    Object.assign(this, { kinds, phrases, synonyms, terms, parts: compounds });
    this.documents = documents.map(([id, title, kind, sentences, phone]) => ({ id, title, kind: kinds[kind], sentences, phone }));
    this.search = globalThis.MiniSearch.loadJS(
      {
        documentCount: documents.length,
        nextId: documents.length,
        documentIds: Object.fromEntries(documents.map((_, at) => [at, at])),
        fieldIds: Object.fromEntries(BakenIndex.fields.map((field, at) => [field, at])),
        fieldLength: lengths,
        averageFieldLength: average,
        storedFields: {},
        dirtCount: 0,
        index: [],
        serializationVersion: 2,
      },
      { fields: BakenIndex.fields, tokenize: (term) => [term], processTerm: (term) => term },
    );
    terms.forEach((term, at) => this.search._index.set(term, new BakenPlaces(places[at])));
  }

  /** Returns whether a stem stands somewhere. @param {string} stem */
  knows(stem) {
    return this.search._index.has(stem);
  }

  /** Returns the compounds that a stem is part of. @param {string} stem */
  compounds(stem) {
    return Object.hasOwn(this.parts, stem) ? this.parts[stem].map((at) => this.terms[at]) : [];
  }

  /** Returns the terms within some changes of letters, with how many changes. @param {string} stem @param {number} most */
  near(stem, most) {
    return [...this.search._index.fuzzyGet(stem, most)].map(([term, [, distance]]) => ({ term, distance }));
  }
};

/** Where a term stands, read at the first question. */
class BakenPlaces {
  constructor(packed) {
    this.packed = packed;
  }

  /** Returns {document: times} of a field, as a Map. @param {number} field */
  get(field) {
    this.fields ??= this.read();
    return this.fields.get(field);
  }

  read() {
    const { digits, levels } = globalThis.BakenIndex;
    const half = digits.length >> 1;
    const fields = new Map();
    let document = -1;
    let value = 0;
    let unit = 1;
    for (const letter of this.packed) {
      const digit = digits.indexOf(letter);
      value += (digit % half) * unit;
      unit *= half;
      if (digit >= half) continue;
      document += Math.floor(value / levels.length) + 1;
      const [field, times] = levels[value % levels.length];
      if (!fields.has(field)) fields.set(field, new Map());
      fields.get(field).set(document, times);
      value = 0;
      unit = 1;
    }
    return fields;
  }
}
