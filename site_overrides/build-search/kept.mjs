/**
 * What was found of each document, kept in a file for the next build, by the hash of the document. The file starts with
 * the hash of its rest: one that is cut short, changed, of another Node or not there is as good as none.
 */
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/**
 * Returns `find(document)` for every document of the lines, each a document as JSON; of those that `path` keeps without
 * finding anything again. Afterwards `path` keeps these and no others. Without a path nothing is kept.
 * @param {string[]} lines
 * @param {(document: object) => object} find must depend on the document only
 */
export function found(lines, path, find) {
  const before = path ? read(path) : new Map();
  const results = [];
  let now = "";
  let changed = before.size !== lines.length;
  for (const line of lines) {
    const key = hash(line);
    const known = before.get(key);
    const result = known ? JSON.parse(known) : find(JSON.parse(line));
    results.push(result);
    changed ||= !known;
    if (path) now += `${key} ${known ?? JSON.stringify(result)}\n`;
  }
  if (path && changed) write(path, now);
  return results;
}

/** Returns the results of the last time as JSON, by the hash of the document. */
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

/** Puts the file in its place whole. */
function write(path, text) {
  writeFileSync(`${path}.new`, `${hash(process.version + text)}\n${text}`);
  renameSync(`${path}.new`, path);
}

function hash(text) {
  return createHash("sha256").update(text).digest("base64");
}
