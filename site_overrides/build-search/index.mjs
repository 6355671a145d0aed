/**
 * Reads on stdin the path of a file with search documents (see generator/render/search.py), and writes search/index.js on
 * stdout, in one line: a classic script, because a page opened from file:// may load a script but not JSON. What it holds
 * is compressed, so that there is room for the sentences that results show. `assets/search-index.js` reads it. Then it
 * waits for the next path, until stdin ends. Given the path of a file itself, it keeps there what it finds of each document.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";

import { FIELDS, analysed } from "./analysis.mjs";
import { compoundsOf } from "./compounds.mjs";
import { Kept } from "./kept.mjs";
import { packed } from "./packing.mjs";

const kept = new Kept(process.argv[2], analysed);
for await (const path of createInterface({ input: process.stdin })) {
  const documents = kept.found(readFileSync(path, "utf-8").split("\n").filter(Boolean));
  const bytes = gzipSync(JSON.stringify(index(documents)), { level: 6 });
  process.stdout.write(`globalThis.BAKEN_SEARCH = "${bytes.toString("base64")}";\n`);
}

/** Returns the index of documents, each as `analysed` gave it. */
function index(documents) {
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  const content = { ...packed(documents), ...lengths(documents), ...names(documents) };
  const results = documents.map((document) => result(document, kinds));
  return { ...content, documents: results, kinds, compounds: compounds(content.terms, documents) };
}

/** Returns how many words each field of each document has, and on average. */
function lengths(documents) {
  const all = documents.map(({ lengths }) => lengths);
  return { lengths: all, average: FIELDS.map((_, field) => all.reduce((sum, of) => sum + of[field], 0) / all.length) };
}

/** Returns the documents that each name leads to, and the other names of the same thing; names as stems. */
function names(documents) {
  const phrases = new Map();
  const synonyms = new Map();
  const add = (map, name, values) => map.set(name, [...(map.get(name) ?? []), ...values]);
  documents.forEach(({ same, others, led }, at) => {
    for (const name of led) add(phrases, name, [at]);
    if (others) for (const name of same) add(synonyms, name, same.filter((other) => other !== name));
  });
  return { phrases: Object.fromEntries(phrases), synonyms: Object.fromEntries(synonyms) };
}

/** Returns what a result shows of a document: [id, title, kind, sentences, phone?]. */
function result({ id, title, kind, phone, sentences }, kinds) {
  const line = [id, title, kinds.indexOf(kind), sentences];
  return phone ? [...line, phone] : line;
}

/** Returns for each part the numbers of the terms that are compounds with it. */
function compounds(terms, documents) {
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const used = new Set();
  for (const { words } of documents) for (const word of words.split(" ")) used.add(word);
  const found = [...compoundsOf([...used])].map(([part, wholes]) => [part, [...wholes].map((whole) => numbers.get(whole))]);
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}
