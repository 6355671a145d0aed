/**
 * Reads search documents (see generator/render/search.py) on stdin and writes search/index.js on stdout: a classic
 * script, because a page opened from file:// may load a script but not JSON. What it holds is compressed, so that
 * there is room for the sentences that results show. `assets/search-index.js` reads it.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { stemmer } from "@orama/stemmers/dutch";

import "../assets/search-words.js";
import { compoundsOf } from "./compounds.mjs";
import { FIELDS, levels, packed } from "./packing.mjs";

globalThis.BakenStemmer = { stemmer };
const { BakenWords } = globalThis;
const KEPT = 900; // characters of the sentences kept of each item

const documents = JSON.parse(readFileSync(0, "utf-8"));
const kinds = [...new Set(documents.map(({ kind }) => kind))];
const words = documents.map((document) => FIELDS.map((field) => BakenWords.words(texts(document, field))));
const content = { ...indexed(), ...names(), documents: documents.map(shown), kinds };
content.compounds = compounds(content.terms);
const bytes = gzipSync(JSON.stringify(content), { level: 6 });
process.stdout.write(`globalThis.BAKEN_SEARCH = "${bytes.toString("base64")}";\n`);

/** Returns the terms, in order, where each of them stands, and how many words each field of each document has. */
function indexed() {
  const places = new Map();
  words.forEach((fields, document) => {
    for (const [term, level] of levels(fields, (word) => BakenWords.kept(word))) {
      if (!places.has(term)) places.set(term, []);
      places.get(term).push([document, level]);
    }
  });
  const terms = [...places.keys()].sort();
  const lengths = words.map((fields) => fields.map((field) => new Set(field).size));
  const average = FIELDS.map((_, field) => lengths.reduce((sum, of) => sum + of[field], 0) / lengths.length);
  return { terms, places: terms.map((term) => packed(places.get(term))), lengths, average };
}

/** Returns the texts of a field. */
function texts(document, field) {
  if (field === "title") return document.title;
  if (field === "words") return [...document.synonyms, ...document.words, ...digits(document.phone)].join(" ");
  if (field === "names") return [document.kind, document.summary, ...document.names].join(" ");
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

/** Returns what a result shows of a document: [id, title, kind, sentences, phone?]. */
function shown({ id, title, kind, summary, phone, texts }) {
  const line = [id, title, kinds.indexOf(kind), sentences(summary, texts)];
  return phone ? [...line, phone] : line;
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

/** Returns for each part the numbers of the terms that are compounds with it. */
function compounds(terms) {
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const used = new Set();
  for (const fields of words) for (const field of fields) for (const word of field) used.add(word);
  const found = [...compoundsOf(used)].map(([part, wholes]) => [part, [...wholes].map((whole) => numbers.get(whole))]);
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}
