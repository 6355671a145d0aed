/**
 * What was found of each document: in memory for the next question, and in a file for the next program, by the hash of
 * the document. The file starts with the hash of its rest: one that is cut short, changed, of another Node or not there
 * is as good as none.
 */
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const SHARE = 20; // the file is written anew once one in so many documents is new to it

/** Keeps what `find` found of documents. */
export class Kept {
  #path;
  #find;
  #before; // what the file keeps as JSON, by hash, until the first question is answered
  #known = new Map(); // by document, as JSON
  #unwritten = 0;

  /**
   * Keeps in the file `path`, which must differ for every version of these scripts; without a path in no file.
   * @param {string | undefined} path
   * @param {(document: object) => object} find must depend on the document only
   */
  constructor(path, find) {
    this.#path = path;
    this.#find = find;
    this.#before = path ? read(path) : new Map();
  }

  /** Returns what there is to find of each of these documents, all as JSON; keeps that, and nothing of any other. */
  found(documents) {
    const results = documents.map((document) => this.#known.get(document) ?? this.#read(document) ?? this.#new(document));
    this.#known = new Map(documents.map((document, at) => [document, results[at]]));
    this.#before.clear();
    if (this.#path && this.#unwritten * SHARE >= documents.length) this.#write();
    return results;
  }

  #read(document) {
    const known = this.#before.size ? this.#before.get(hash(document)) : undefined;
    return known && JSON.parse(known);
  }

  #new(document) {
    this.#unwritten += 1;
    return this.#find(JSON.parse(document));
  }

  /** Puts the file in its place whole. */
  #write() {
    const lines = [...this.#known].map(([document, result]) => `${hash(document)} ${JSON.stringify(result)}\n`);
    const text = lines.join("");
    writeFileSync(`${this.#path}.new`, `${hash(process.version + text)}\n${text}`);
    renameSync(`${this.#path}.new`, this.#path);
    this.#unwritten = 0;
  }
}

/** Returns the results in a file as JSON, by the hash of the document. */
function read(path) {
  let text;
  try {
    text = readFileSync(path, "utf-8");
  } catch {
    return new Map();
  }
  const rest = text.slice(text.indexOf("\n") + 1);
  if (text !== `${hash(process.version + rest)}\n${rest}`) return new Map();
  const lines = rest.split("\n").slice(0, -1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
}

function hash(text) {
  return createHash("sha256").update(text).digest("base64");
}
