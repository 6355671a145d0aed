/**
 * Answers what people type with items, the best first. Every word is looked up by itself, also as the start or a part
 * of a longer word, by other names for it and, if nobody writes it, by what it looks like. An item counts by how
 * much of the question it holds, and a name that stands in the question as a whole counts most.
 */
globalThis.BakenEngine = class BakenEngine {
  static boost = { title: 5, words: 4, names: 2, text: 1 };
  static weights = { prefix: 0.3, compound: 0.6, synonym: 0.5, aside: 0.25, near: 0.6 };
  static least = 0.25; // of what the best result holds of the question: what holds less only shares a word with it
  static part = 4; // letters of a part of a word that the site also writes as one
  static most = { words: 40, letters: 40 }; // of what is typed or pasted: the rest would keep the page waiting
  static EDITORS = "Voor redacteuren";

  /** How much sooner an item is shown: help for oneself, what to do and what may be told before what a word means or where it stands. */
  static ranks = [
    ["gaat-het-over-jou", 1.5],
    ["protocollen/", 1.5],
    ["informatie-delen/", 1.35],
    ["signalen/", 1.35],
    ["keuzehulp/", 1.2],
    ["sociale-kaart/organisaties/", 1.25],
    ["begrippen/", 0.5],
    ["cijfers/", 0.6],
    ["oefenen/", 0.7],
    ["bronnen/", 0.25],
    ["redactie", 0.02],
  ];

  /** @param {BakenIndex} index */
  constructor(index) {
    this.index = index;
    this.rank = index.documents.map(({ id }) => BakenEngine.ranks.find(([start]) => id.startsWith(start))?.[1] ?? 1);
  }

  /**
   * Returns {results: [{document, terms}], meant}: what was found, with the stems that it was found by and how much
   * each says; and the whole question as it was probably meant, if a word of it was read as another.
   * @param {string} question
   */
  answer(question) {
    const words = this.words(question);
    const groups = words.map((word, at) => this.group(word, at === words.length - 1));
    this.addSynonyms(words, groups);
    const scores = this.scores(groups);
    this.addNames(words, groups, scores);
    const least = BakenEngine.least * Math.max(...[...scores.values()].map(({ held }) => held));
    const results = [...scores]
      .filter(([, { held }]) => held >= least)
      .map(([at, { score, terms }]) => ({ document: this.index.documents[at], terms, score: score * this.rank[at] }))
      .sort((one, other) => other.score - one.score);
    return { results, meant: this.meant(question, words, results) };
  }

  /** Returns the words of a question, as {typed, stems}: those that say something, read as words that the site knows. */
  words(question) {
    const { words, letters } = BakenEngine.most;
    const typed = globalThis.BakenWords.words(question).filter((word) => word.length <= letters).slice(0, words);
    const telling = typed.map((word) => ({ typed: word, stems: globalThis.BakenWords.kept(word) })).filter(({ stems }) => stems.length);
    return this.joined(telling).flatMap((word, at, all) => this.read(word, at === all.length - 1));
  }

  /** Returns the words with those that the site writes as one joined: huis verbod. */
  joined(words) {
    const found = [];
    for (const word of words) {
      const last = found.at(-1);
      const whole = last && !last.parts && !this.isName([last, word]) ? globalThis.BakenWords.stem(last.typed + word.typed) : "";
      if (whole.length > 5 && this.index.knows(whole)) found.splice(-1, 1, { ...last, typed: last.typed + word.typed, stems: [whole], parts: [last, word] });
      else found.push(word);
    }
    return found;
  }

  /** Returns whether words are together what something is called. */
  isName(words) {
    return words.length > 1 && Object.hasOwn(this.index.phrases, words.flatMap(({ stems }) => stems.slice(0, 1)).join(" "));
  }

  /** Returns the words that a name is made of, or the word itself if the site uses it, else what it looks like or is made of. */
  read(word, isLast) {
    const { index } = this;
    const parts = this.split(word.typed);
    if (this.isName(parts)) return parts.filter(({ stems }) => stems.length);
    if (word.stems.some((stem) => index.knows(stem) || index.compounds(stem).length)) return [word];
    const starts = index.search._index.atPrefix(word.stems[0]).size > 0;
    if (starts && (isLast || word.typed.length > 4)) return [word];
    const near = this.near(word);
    if (near.length) return [{ ...word, stems: near, read: near[0], ...(parts.length && { parts }) }];
    return parts.length ? parts.filter(({ stems }) => stems.length) : [word];
  }

  /** Returns the words that a word is made of, as few as possible, or none: veiligthuis, tijdvoortoontje. */
  split(typed, least = 3) {
    const { BakenWords } = globalThis;
    const best = [[]]; // by length of a start: the words that it is made of
    for (let end = least; end <= typed.length; end += 1) {
      for (let start = 0; start <= end - least; start += 1) {
        const part = typed.slice(start, end);
        if (part.length === typed.length || !best[start] || best[start].length + 1 >= (best[end]?.length ?? 5)) continue;
        const stems = BakenWords.kept(part).slice(0, 1);
        if (stems.length ? this.index.knows(stems[0]) : BakenWords.skipped.has(part)) best[end] = [...best[start], { typed: part, stems }];
      }
    }
    return best[typed.length] ?? [];
  }

  /** Returns the terms that a word of 6 letters and more was probably meant as, the nearest first. */
  near({ typed, stems: [stem] }) {
    if (typed.length < 6) return [];
    const alike = globalThis.BakenWords.spellings(typed).find((spelling) => this.index.knows(globalThis.BakenWords.stem(spelling)));
    const found = this.index
      .near(stem, 2)
      .map(({ term, distance }) => ({ term, distance: distance === 2 && swapped(term, stem) ? 1 : distance }))
      .filter(({ term, distance }) => (distance === 1 || typed.length > 7) && term.length > 3 && !/\d/.test(term))
      .sort((one, other) => one.distance - other.distance || (other.term[0] === stem[0]) - (one.term[0] === stem[0]));
    const nearest = found.filter(({ distance }) => distance === found[0].distance).map(({ term }) => term);
    return [...new Set([...(alike ? [globalThis.BakenWords.stem(alike)] : []), ...nearest])].slice(0, 3);
  }

  /** Returns how to find a word: {ways: [{terms, weight, prefix}], others: terms of other names for it, share}. */
  group(word, isLast) {
    const { BakenWords } = globalThis;
    const { prefix, compound, aside } = BakenEngine.weights;
    const ways = word.stems.map((stem, at) => ({ terms: [stem], weight: at && word.read ? BakenEngine.weights.near : 1, prefix: false }));
    const start = word.stems[0];
    if (!word.read && start.length > 1 && (isLast || start.length > 4)) ways.push({ terms: [start], weight: prefix, prefix: true });
    const wholes = word.stems.flatMap((stem) => this.index.compounds(stem));
    ways.push(...wholes.map((whole) => ({ terms: [whole], weight: compound / Math.sqrt(wholes.length) })));
    const parts = word.parts ?? (word.typed.length >= 2 * BakenEngine.part ? this.split(word.typed, BakenEngine.part) : []);
    if (parts.length) ways.push({ terms: parts.flatMap(({ stems }) => stems.slice(0, 1)), weight: compound });
    return { ways, others: new Set(), share: BakenWords.isAside(start) ? aside : 1 };
  }

  /** Adds to the words of a name the other names of the same thing: AMK is Veilig Thuis. */
  addSynonyms(words, groups) {
    for (const { from, to, name } of runs(words)) {
      const others = Object.hasOwn(this.index.synonyms, name) ? this.index.synonyms[name] : [];
      const weight = BakenEngine.weights.synonym / Math.sqrt(others.length);
      const ways = others.map((other) => ({ terms: other.split(" "), weight }));
      for (const group of groups.slice(from, to)) {
        group.ways.push(...ways);
        for (const term of ways.flatMap(({ terms }) => terms)) group.others.add(term);
      }
    }
  }

  /** Returns {score, terms} of each document by number: how well its words fit, times how much of the question it holds. */
  scores(groups) {
    const found = new Map();
    let total = 0;
    for (const group of groups) {
      const hits = this.hits(group.ways);
      group.weight = group.share * Math.log(1 + this.index.documents.length / (hits.length + 0.5));
      total += group.weight;
      for (const { id, score, match } of hits) {
        if (!found.has(id)) found.set(id, { score: 0, held: 0, terms: new Map() });
        const item = found.get(id);
        item.score += score * group.share;
        item.held += group.weight;
        if (group.share === 1) for (const term of told(match, group)) item.terms.set(term, group.weight);
      }
    }
    for (const item of found.values()) item.score *= (item.held / total) ** 2;
    return found;
  }

  hits(ways) {
    return this.index.search.search({
      combineWith: "OR",
      boost: BakenEngine.boost,
      queries: ways.map(({ terms, weight, prefix }) => ({
        queries: terms,
        combineWith: "AND",
        prefix: prefix ?? false,
        boostTerm: () => weight,
        weights: { prefix: 1, fuzzy: 1 },
      })),
    });
  }

  /** Lifts the documents of which a name stands in the question as a whole. */
  addNames(words, groups, scores) {
    const top = Math.max(1, ...[...scores.values()].map(({ score }) => score));
    const total = groups.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const lifts = new Map();
    for (const { from, to, name } of runs(words)) {
      if (!Object.hasOwn(this.index.phrases, name)) continue;
      const share = groups.slice(from, to).reduce((sum, { weight }) => sum + weight, 0) / total;
      for (const at of this.index.phrases[name]) lifts.set(at, Math.max(share, lifts.get(at) ?? 0));
    }
    for (const [at, share] of lifts) {
      const item = scores.get(at) ?? { score: 0, terms: new Map() };
      item.score += top * share;
      item.held = total;
      scores.set(at, item);
    }
  }

  /** Returns the question with the words that were read as others written as the site writes them, or nothing. */
  meant(question, words, results) {
    let text = question;
    for (const { typed, read } of words) {
      if (!read) continue;
      const written = this.written(read, results);
      if (!written) return "";
      text = globalThis.BakenWords.folded(text).replace(typed, written);
    }
    return text === question ? "" : text;
  }

  /** Returns how the best results write the word with this stem, or nothing. */
  written(stem, results) {
    const { BakenWords } = globalThis;
    for (const { document } of results.slice(0, 10)) {
      for (const text of [document.title, ...document.sentences]) {
        const found = text.match(BakenWords.word)?.find((word) => BakenWords.stem(BakenWords.folded(word)) === stem);
        if (found) return found.toLowerCase();
      }
    }
    return "";
  }

  /**
   * Returns the sentence of a result that says most of the terms, as [{text, marked}].
   * @param {{document: {sentences: string[]}, terms: Map<string, number>}} result
   */
  static sentence({ document, terms }) {
    const cut = document.sentences.map((sentence) => BakenEngine.marked(sentence, terms));
    const worth = cut.map((parts) => [...new Map(parts.map(({ marked, worth: each }) => [marked, each])).values()].reduce((sum, each) => sum + each, 0));
    return cut[Math.max(0, worth.indexOf(Math.max(...worth)))] ?? [];
  }

  /** Returns a text cut into parts, of which those that are one of the terms are marked with it. */
  static marked(text, terms) {
    const { BakenWords } = globalThis;
    const parts = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(BakenWords.word)) {
      const marked = BakenWords.kept(BakenWords.folded(word)).find((stem) => terms.has(stem));
      if (!marked) continue;
      if (index > end) parts.push({ text: text.slice(end, index), marked: "", worth: 0 });
      parts.push({ text: word, marked, worth: terms.get(marked) });
      end = index + word.length;
    }
    return end < text.length ? [...parts, { text: text.slice(end), marked: "", worth: 0 }] : parts;
  }
};

/** Returns the terms that say why a document was found: those of other names only if there are none of the word itself. */
function told(match, { ways, others }) {
  const own = Object.keys(match).filter((term) => !others.has(term) || term === ways[0].terms[0]);
  return own.length ? own : Object.keys(match);
}

/** Returns whether two words differ in two letters that changed places. */
function swapped(one, other) {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** Yields every run of words that could be a name, as stems. */
function* runs(words) {
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + 6); to += 1) {
      yield { from, to, name: words.slice(from, to).map(({ stems }) => stems[0]).join(" ") };
    }
  }
}
