/**
 * How search reads words, the same at build (Node) and in the browser, or nothing would be found: lower case,
 * no accents, no words that are in every sentence.
 */
globalThis.BakenWords = class BakenWords {
  static skipped = new Set(
    "aan als bij dan dat de die dit doe een en er het hoe ik in is je maar me met mijn naar of om op te tot van voor wat we zich".split(" "),
  );

  /** Words that say what you want to do with what you find: no page is better for holding them. */
  static asides = new Set("bel bellen nummer telefoonnummer".split(" "));

  static options = {
    fields: ["title", "synonyms", "phone", "kind", "summary", "text"],
    storeFields: ["url", "title", "kind", "summary", "phone"],
  };

  static searchOptions = {
    boost: { title: 6, synonyms: 5, phone: 4, summary: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.15 : false),
    combineWith: "AND",
    boostDocument: (id) => BakenWords.weight(id),
  };

  /** Returns how much sooner a page is shown: who can help before what the facts rest on. @param {string} id */
  static weight(id) {
    if (id.startsWith("sociale-kaart/organisaties/")) return 2;
    if (id.startsWith("bronnen/") || id === "zoeken") return 0.3;
    return 1;
  }

  /** Returns the words to look up: without asides, unless there is nothing else. @param {string} words */
  static asked(words) {
    const all = words.split(/\s+/);
    const rest = all.filter((word) => !BakenWords.asides.has(word.toLowerCase()));
    return (rest.some((word) => BakenWords.processTerm(word)) ? rest : all).join(" ");
  }

  /** Returns the word to store or look up, or null for one that says nothing. @param {string} term */
  static processTerm(term) {
    const word = term
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase();
    return BakenWords.skipped.has(word) ? null : word;
  }
};
