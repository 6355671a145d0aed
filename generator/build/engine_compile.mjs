/**
 * node engine_compile.mjs <npm's pyodide> <game_engine> <out> <<< '["request", ...]'
 *
 * Plays the requests on stock Pyodide, then writes to <out> what that took: python_stdlib.zip and
 * engine.zip, and engine.json, which tells the worker sizes and the lock file. Prints the answers.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { finish, given, lockWithoutPackages, startPyodide } from "./pyodide_node.mjs";

const [pyodide, engine, out] = process.argv.slice(2);
const FOLDER = "/engine";

// Byte code holds sets in hash order: a fixed seed keeps the bytes the same from build to build.
const python = await startPyodide(pyodide, { env: { PYTHONHASHSEED: "0" } });
for (const name of readdirSync(engine, { recursive: true }).filter((name) => name.endsWith(".py"))) {
  const path = `${FOLDER}/game_engine/${name.replaceAll("\\", "/")}`;
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, readFileSync(`${engine}/${name}`));
}
python.pyimport("sys").path.append(FOLDER);

const compiler = python.toPy({ __name__: "pyodide_compile" });
python.runPython(readFileSync(new URL("pyodide_compile.py", import.meta.url), "utf8"), { globals: compiler });
const answers = compiler.get("play")(python.toPy(await given())).toJs();
writeFileSync(`${out}/engine.zip`, compiler.get("engine_zip")(FOLDER).toJs());
writeFileSync(`${out}/python_stdlib.zip`, compiler.get("stdlib_zip")().toJs());

const bytes = {
  "pyodide.asm.wasm": statSync(`${pyodide}/pyodide.asm.wasm`).size,
  "python_stdlib.zip": statSync(`${out}/python_stdlib.zip`).size,
  "engine.zip": statSync(`${out}/engine.zip`).size,
};
writeFileSync(`${out}/engine.json`, JSON.stringify({ bytes, lock: lockWithoutPackages(pyodide) }, null, 2) + "\n");
finish(answers);
