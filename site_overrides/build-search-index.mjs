/**
 * Reads search documents (a JSON list of {id, url, title, kind, summary, phone?, synonyms?, text?}) on stdin
 * and writes search/index.js on stdout: a classic script, because a page opened from file:// may load a
 * script but not JSON.
 */
import { readFileSync } from "node:fs";

import MiniSearch from "minisearch";

import "./assets/search-words.js";

const { options, processTerm } = globalThis.BakenWords;
const search = new MiniSearch({ ...options, processTerm });
search.addAll(JSON.parse(readFileSync(0, "utf-8")));
const data = { options, index: JSON.stringify(search) };
process.stdout.write(`globalThis.BAKEN_SEARCH = ${JSON.stringify(data)};\n`);
