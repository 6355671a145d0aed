/**
 * node engine_play.mjs <npm's pyodide> <folder of our zips> <<< '["request", ...]'
 *
 * Prints the answers of the engine as the browser gets it: our standard library, our engine.zip.
 */
import { readFileSync } from "node:fs";
import { finish, given, startPyodide } from "./pyodide_node.mjs";

const [pyodide, zips] = process.argv.slice(2);
const python = await startPyodide(pyodide, {
  stdLibURL: `${zips}/python_stdlib.zip`,
  env: { PYTHONPATH: "/engine.zip" },
  fsInit: async (files) => files.writeFile("/engine.zip", readFileSync(`${zips}/engine.zip`)),
});
const { answer } = python.pyimport("game_engine.browser");
finish((await given()).map((request) => answer(request)));
