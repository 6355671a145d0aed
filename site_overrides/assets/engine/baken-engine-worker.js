/**
 * Runs Baken's Python engine (game_engine, in Pyodide) beside the page. A module worker; baken-engine.js speaks to it.
 *
 * It posts {type: "progress", stage, loaded, total} (bytes), then {type: "ready"}, or {type: "failed", code, reason}.
 * After that it answers {id, request} with {id, answer} or {id, error}; request and answer are JSON text.
 */
const FOLDER = new URL("../../engine/", import.meta.url);
const ENGINE_PATH = "/engine.zip";
const SMALLEST_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Why the engine cannot start; `code` is one of the codes that baken-engine.js lists. */
class StartError extends Error {
  constructor(code, reason) {
    super(reason);
    this.code = code;
  }
}

const progress = { type: "progress", stage: "download", loaded: 0, total: 0 };

function report(change) {
  Object.assign(progress, change);
  if (progress.stage === "download" && progress.loaded === progress.total) progress.stage = "start";
  postMessage(progress);
}

/** Tells the page, which ends this worker at the first failure. */
function fail(error) {
  postMessage({ type: "failed", code: error.code ?? "crashed", reason: String(error.message ?? error) });
}

/** Pyodide would wait for ever where the browser or a content security policy forbids WebAssembly: ask first. */
function checkWasmAllowed() {
  if (typeof WebAssembly !== "object") throw new StartError("csp", "this browser has no WebAssembly");
  try {
    new WebAssembly.Module(SMALLEST_WASM);
  } catch (error) {
    throw new StartError("csp", String(error));
  }
}

/** The answer for a file of the engine, as soon as its headers are there. */
async function download(name) {
  const response = await fetch(new URL(name, FOLDER)).catch((error) => {
    throw new StartError("http", `${name}: ${error.message}`);
  });
  if (!response.ok) throw new StartError("http", `${name}: status ${response.status}`);
  return response;
}

/** The same, while every byte that arrives is reported: the page's watchdog lives on it. */
async function downloadCounted(name) {
  const response = await download(name);
  if (name.endsWith(".wasm")) checkType(name, response.headers.get("content-type") ?? "");
  count(response.clone().body.getReader()).catch((error) => fail(new StartError("http", `${name}: ${error.message}`)));
  return response;
}

function checkType(name, type) {
  if (type.split(";")[0].trim().toLowerCase() === "application/wasm") return;
  throw new StartError("wasm-type", `${name}: media type ${type || "missing"}`);
}

async function count(reader) {
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    report({ loaded: progress.loaded + piece.value.byteLength });
  }
}

async function downloadSettings() {
  const settings = await (await download("engine.json")).json();
  report({ total: Object.values(settings.bytes).reduce((sum, size) => sum + size, 0) });
  return settings;
}

async function importPart(name) {
  try {
    const part = await import(new URL(name, FOLDER));
    report({}); // its bytes cannot be counted, but its arrival is a sign of life
    return part;
  } catch (error) {
    throw new StartError("http", `${name}: ${error.message}`);
  }
}

/** Pyodide fetches its parts by itself. Handing it our answers gives progress, and downloads them once. */
function handOver(responses) {
  const waiting = new Map(responses.map((response) => [response.url, response]));
  const network = self.fetch;
  self.fetch = (resource, options) => {
    const response = waiting.get(String(resource));
    waiting.delete(String(resource));
    return response ? Promise.resolve(response) : network(resource, options);
  };
}

/** Pyodide only logs a failed instantiation (a phone without memory, say) and then waits for ever. */
function watchInstantiation() {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...parts) => {
    try {
      return await instantiate.apply(WebAssembly, parts);
    } catch (error) {
      fail(error);
      throw error;
    }
  };
}

/** Python with game_engine in it. Everything is asked for at once: the network is the slow part. */
async function startPython() {
  checkWasmAllowed();
  const [{ lock }, wasm, stdlib, engine, { loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    downloadSettings(),
    downloadCounted("pyodide.asm.wasm"),
    downloadCounted("python_stdlib.zip"),
    downloadCounted("engine.zip"),
    importPart("pyodide.mjs"),
    importPart("pyodide.asm.mjs"),
  ]);
  handOver([wasm, stdlib]);
  watchInstantiation();
  return loadPyodide({
    indexURL: FOLDER.href,
    createPyodideModule,
    lockFileContents: lock,
    env: { PYTHONPATH: ENGINE_PATH },
    fsInit: async (files) => {
      report({}); // compiling is done, which takes a slow phone a while
      files.writeFile(ENGINE_PATH, new Uint8Array(await engine.arrayBuffer()));
    },
  });
}

/** Answers one request; a Python error is answered too, so that no caller waits for ever. */
function serve(answer, { id, request }) {
  try {
    postMessage({ id, answer: answer(request) });
  } catch (error) {
    postMessage({ id, error: String(error.message ?? error) });
  }
}

try {
  const python = await startPython();
  report({});
  const { answer } = python.pyimport("game_engine.browser");
  self.addEventListener("message", ({ data }) => serve(answer, data));
  report({ stage: "ready" });
  postMessage({ type: "ready" });
} catch (error) {
  fail(error);
}
