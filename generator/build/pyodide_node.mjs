/** Pyodide under Node, as the site's worker starts it: from npm's folder, with no packages. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

/** The lock file of a Pyodide without packages; without one it looks for npm's, which names hundreds. */
export function lockWithoutPackages(folder) {
  const { info } = JSON.parse(readFileSync(`${folder}/pyodide-lock.json`, "utf8"));
  return { info, packages: {} };
}

/** Starts the Pyodide in `folder`, with `options` on top. */
export async function startPyodide(folder, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  return loadPyodide({ indexURL: folder, lockFileContents: lockWithoutPackages(folder), ...options });
}

/** Writes to standard output and ends the process, which Pyodide would otherwise keep alive. */
export function finish(value) {
  process.stdout.write(JSON.stringify(value), () => process.exit(0));
}

/** The JSON on standard input. */
export async function given() {
  return JSON.parse(await text(process.stdin));
}
