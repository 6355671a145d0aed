/**
 * Reads search documents (see generator/render/search.py) on stdin and writes search/index.js on stdout: a classic
 * script, because a page opened from file:// may load a script but not JSON. What it holds is compressed, so that
 * there is room for the sentences that results show. `assets/search-index.js` reads it.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { stemmer } from "@orama/stemmers/dutch";
import MiniSearch from "minisearch";

import "../assets/search-words.js";
import { compoundsOf } from "./compounds.mjs";
import { FIELDS, levels, packed } from "./packing.mjs";

globalThis.BakenStemmer = { stemmer };
const { BakenWords } = globalThis;
const KEPT = 900; // characters of the sentences kept of each item

const documents = JSON.parse(readFileSync(0, "utf-8"));
const content = { ...indexed(), ...names(), documents: documents.map(shown), kinds: kinds() };
content.compounds = compounds(content.terms);
const bytes = gzipSync(JSON.stringify(content), { level: 9 });
process.stdout.write(`globalThis.BAKEN_SEARCH = "${bytes.toString("base64")}";\n`);

/** Returns the terms, in order, and where each of them stands. */
function indexed() {
  const search = new MiniSearch({
    fields: FIELDS,
    tokenize: (text) => BakenWords.words(text),
    processTerm: (word) => BakenWords.processTerm(word),
    extractField: field,
  });
  search.addAll(documents);
  const { index, fieldLength, averageFieldLength } = search.toJSON();
  const sorted = index.sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    terms: sorted.map(([term]) => term),
    places: sorted.map(([, fields]) => packed(levels(fields))),
    lengths: documents.map((_, at) => FIELDS.map((_, field) => fieldLength[at]?.[field] ?? 0)),
    average: averageFieldLength,
  };
}

function field(document, name) {
  if (name === "id" || name === "title") return document[name];
  if (name === "words") return [...document.synonyms, ...document.words, ...digits(document.phone)].join(" ");
  if (name === "names") return [document.kind, document.summary, ...document.names].join(" ");
  return document.texts.join(" ");
}

/** Returns a phone number as people type it: 0800-2000, 08002000. */
function digits(phone) {
  return phone ? [phone, phone.replace(/\D/g, "")] : [];
}

/** Returns the documents that each name leads to, and the other names of the same thing; names as stems. */
function names() {
  const phrases = new Map();
  const synonyms = new Map();
  const add = (map, name, values) => map.set(name, [...(map.get(name) ?? []), ...values]);
  documents.forEach((document, at) => {
    const same = [...new Set([document.title, ...document.synonyms].map(key).filter(Boolean))];
    for (const name of new Set([...same, ...document.words.map(key).filter(Boolean)])) add(phrases, name, [at]);
    if (document.synonyms.length) for (const name of same) add(synonyms, name, same.filter((other) => other !== name));
  });
  return { phrases: Object.fromEntries(phrases), synonyms: Object.fromEntries(synonyms) };
}

function key(name) {
  return BakenWords.stemsOf(name).join(" ");
}

function kinds() {
  return [...new Set(documents.map(({ kind }) => kind))];
}

/** Returns what a result shows of a document: [id, title, kind, sentences, phone?]. */
function shown({ id, title, kind, summary, phone, texts }) {
  const line = [id, title, kinds().indexOf(kind), sentences(summary, texts)];
  return phone ? [...line, phone] : line;
}

/** Returns the summary's sentences and then, as far as there is room, the first of every text, and the rest. */
function sentences(summary, texts) {
  const cut = texts.map(BakenWords.sentences);
  const rest = [...cut.map(([first]) => first), ...cut.flatMap((all) => all.slice(1))];
  const kept = new Set(BakenWords.sentences(summary));
  let room = KEPT - summary.length;
  for (const sentence of rest) {
    if (sentence.length > room || sentence.split(" ").length < 3) continue;
    if (!kept.has(sentence)) room -= sentence.length;
    kept.add(sentence);
  }
  return [...kept];
}

/** Returns for each part the numbers of the terms that are compounds with it. */
function compounds(terms) {
  const words = new Map();
  for (const document of documents) {
    for (const name of FIELDS) for (const word of BakenWords.words(field(document, name))) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const found = [...compoundsOf(words)].map(([part, wholes]) => [part, [...wholes].map((whole) => numbers.get(whole))]);
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}
