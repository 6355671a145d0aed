/**
 * Reads search documents (see generator/render/search.py) on stdin and writes search/index.js on stdout: a classic
 * script, because a page opened from file:// may load a script but not JSON. What it holds is compressed, so that
 * there is room for the sentences that results show. `assets/search-index.js` reads it. Given the path of a file, it
 * keeps there what it finds of each document; the path must differ for every version of these scripts.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { FIELDS, analysed } from "./analysis.mjs";
import { compoundsOf } from "./compounds.mjs";
import { found } from "./kept.mjs";
import { packed } from "./packing.mjs";

const documents = JSON.parse(readFileSync(0, "utf-8"));
const analyses = found(documents.map((document) => JSON.stringify(document)), process.argv[2], analysed);
const kinds = [...new Set(documents.map(({ kind }) => kind))];
const content = { ...packed(analyses), ...lengths(), ...names(), documents: documents.map(shown), kinds };
content.compounds = compounds(content.terms);
const bytes = gzipSync(JSON.stringify(content), { level: 6 });
process.stdout.write(`globalThis.BAKEN_SEARCH = "${bytes.toString("base64")}";\n`);

/** Returns how many words each field of each document has, and on average. */
function lengths() {
  const all = analyses.map(({ lengths }) => lengths);
  return { lengths: all, average: FIELDS.map((_, field) => all.reduce((sum, of) => sum + of[field], 0) / all.length) };
}

/** Returns the documents that each name leads to, and the other names of the same thing; names as stems. */
function names() {
  const phrases = new Map();
  const synonyms = new Map();
  const add = (map, name, values) => map.set(name, [...(map.get(name) ?? []), ...values]);
  analyses.forEach(({ same, led }, at) => {
    for (const name of led) add(phrases, name, [at]);
    if (documents[at].synonyms.length) for (const name of same) add(synonyms, name, same.filter((other) => other !== name));
  });
  return { phrases: Object.fromEntries(phrases), synonyms: Object.fromEntries(synonyms) };
}

/** Returns what a result shows of a document: [id, title, kind, sentences, phone?]. */
function shown({ id, title, kind, phone }, at) {
  const line = [id, title, kinds.indexOf(kind), analyses[at].sentences];
  return phone ? [...line, phone] : line;
}

/** Returns for each part the numbers of the terms that are compounds with it. */
function compounds(terms) {
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const used = new Set();
  for (const { words } of analyses) for (const word of words.split(" ")) used.add(word);
  const found = [...compoundsOf([...used])].map(([part, wholes]) => [part, [...wholes].map((whole) => numbers.get(whole))]);
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}
