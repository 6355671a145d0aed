/**
 * Reads one search document: its terms, words, names and sentences. What comes out follows from the document and from
 * these scripts alone, so that what is known of a document that did not change can be kept (`kept.mjs`).
 */
import { stemmer } from "@orama/stemmers/dutch";

import "../assets/search-words.js";

globalThis.BakenStemmer = { stemmer };
const { BakenWords } = globalThis;
const KEPT = 900; // characters of the sentences kept of each item

/** The fields by number, the most telling first. */
export const FIELDS = ["title", "words", "names", "text"];

/**
 * Returns what the index holds of a document: {id, title, kind, phone, terms, levels, lengths, words, same, others, led,
 * sentences}. `terms` and `words` have blanks between, `levels` has a digit for each term, `lengths` a number for each field,
 * `same` the document's own names as stems, `others` whether these are more than its title, `led` those that lead to it.
 */
export function analysed(document) {
  const { id, title, kind, phone } = document;
  const same = keys([title, ...document.synonyms]);
  const counts = new Counts();
  const lengths = FIELDS.map((_, field) => counts.add(field, BakenWords.words(texts(document, field))));
  return {
    ...{ id, title, kind, phone },
    ...counts.found(),
    lengths,
    same,
    others: document.synonyms.length > 0,
    led: keys([document.title, ...document.synonyms, ...document.words]),
    sentences: sentences(document.summary, document.texts),
  };
}

/** Counts the words of a document. Each word is looked up once for all documents: else Node mostly collects garbage. */
class Counts {
  /** @type {Map<string, {text: string, stems: {stem: string, of: Counts, field: number, times: number}[], of: Counts, field: number}>} */
  static words = new Map();
  static stems = new Map();

  words = [];
  stems = [];

  /** Takes in the words of a field, which must come after those of lower fields; returns how many different ones. */
  add(field, texts) {
    let length = 0;
    for (const text of texts) {
      const word = Counts.words.get(text) ?? Counts.word(text);
      if (word.of !== this) this.words.push(text);
      if (word.of !== this || word.field !== field) length += 1;
      word.of = this;
      word.field = field;
      for (const stem of word.stems) this.count(stem, field);
    }
    return length;
  }

  /** Counts a stem in the most telling field only, which is the first that it is found in. */
  count(stem, field) {
    if (stem.of !== this) {
      this.stems.push(stem);
      Object.assign(stem, { of: this, field, times: 0 });
    }
    if (stem.field === field) stem.times += 1;
  }

  found() {
    const levels = this.stems.map(({ field, times }) => (field < 3 ? field : times === 1 ? 3 : times < 4 ? 4 : 5));
    return { terms: this.stems.map(({ stem }) => stem).join(" "), levels: levels.join(""), words: this.words.join(" ") };
  }

  static word(text) {
    const word = { stems: BakenWords.kept(text).map(Counts.stem), of: null, field: -1 };
    Counts.words.set(text, word);
    return word;
  }

  static stem(stem) {
    if (!Counts.stems.has(stem)) Counts.stems.set(stem, { stem, of: null, field: -1, times: 0 });
    return Counts.stems.get(stem);
  }
}

/** Returns the texts of a field. */
function texts(document, field) {
  if (FIELDS[field] === "title") return document.title;
  if (FIELDS[field] === "words") return [...document.synonyms, ...document.words, ...digits(document.phone)].join(" ");
  if (FIELDS[field] === "names") return [document.kind, document.summary, ...document.names].join(" ");
  return document.texts.join(" ");
}

/** Returns a phone number as people type it: 0800-2000, 08002000. */
function digits(phone) {
  return phone ? [phone, phone.replace(/\D/g, "")] : [];
}

/** Returns names as stems, each once. */
function keys(names) {
  return [...new Set(names.map((name) => BakenWords.stemsOf(name).join(" ")).filter(Boolean))];
}

/** Returns the summary's sentences and then, as far as there is room, the first of every text, and the rest. */
function sentences(summary, texts) {
  const cut = texts.map(split);
  const rest = [...cut.flatMap((all) => all.slice(0, 1)), ...cut.flatMap((all) => all.slice(1))];
  const kept = new Set(split(summary));
  let room = KEPT - summary.length;
  for (const sentence of rest) {
    if (sentence.length > room || sentence.split(" ").length < 3) continue;
    if (!kept.has(sentence)) room -= sentence.length;
    kept.add(sentence);
  }
  return [...kept];
}

/** Returns the sentences of a text. */
function split(text) {
  return text.split(/(?<=[.!?]["”’)]*)\s+(?=["“‘(]*\p{Lu})/u).filter(Boolean);
}
