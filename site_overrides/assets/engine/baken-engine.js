/**
 * Starts Baken's Python engine in a worker and asks it things. The page never waits for it: it plays from
 * the table until the engine is ready, and goes on with the table if it never is.
 *
 *   await whenIdle();
 *   const engine = await startEngine({ onProgress: ({ loaded, total }) => ... });
 *   const answer = await engine.answer({ ... });
 */
const WORKER = new URL("baken-engine-worker.js", import.meta.url);
const PATIENCE = 20_000; // milliseconds without any progress after which we stop waiting

/**
 * The engine did not start, or died. `code` says why:
 * `csp` (WebAssembly is forbidden or absent), `wasm-type` (.wasm is served with a wrong media type),
 * `http` (a file did not arrive), `crashed` (Python or the worker failed), `no-progress` (see below).
 */
export class EngineFailedError extends Error {
  name = "EngineFailedError";

  /** @param {string} code @param {string} reason */
  constructor(code, reason) {
    super(`${code}: ${reason}`);
    this.code = code;
  }
}

/** The engine gave no sign of life for too long. */
export class EngineStalledError extends EngineFailedError {
  name = "EngineStalledError";

  /** @param {number} patience milliseconds */
  constructor(patience) {
    super("no-progress", `nothing for ${patience / 1000} s`);
  }
}

/** A running engine. Made by startEngine. */
class Engine {
  #worker;
  #waiting = new Map(); // id -> {resolve, reject}
  #lastId = 0;
  #ended = null; // the error with which every further question is refused

  /** @param {Worker} worker that has said it is ready */
  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#settle(data);
    worker.onerror = (event) => this.#end(new EngineFailedError("crashed", event.message));
  }

  /**
   * Resolves with what game_engine.browser.answer says; rejects with EngineFailedError if Python raised.
   * @param {object} request @returns {Promise<object>}
   */
  answer(request) {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, request: JSON.stringify(request) });
    });
  }

  /** Ends the worker and gives its memory back; questions still open are rejected. */
  stop() {
    this.#end(new EngineFailedError("crashed", "the engine was stopped"));
  }

  #settle({ id, answer, error }) {
    const question = this.#waiting.get(id);
    if (!question) return;
    this.#waiting.delete(id);
    if (error === undefined) question.resolve(JSON.parse(answer));
    else question.reject(new EngineFailedError("crashed", error));
  }

  #end(error) {
    this.#ended ??= error;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}

/** Resolves when the page has loaded and the browser has nothing better to do, after two seconds at most. */
export async function whenIdle() {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve, 200);
  });
}

/**
 * Resolves with a running engine: {answer(request), stop()}. Rejects with EngineFailedError or
 * EngineStalledError, or with the signal's reason; the worker is gone then.
 * @param {object} [options]
 * @param {(progress: {stage: string, loaded: number, total: number}) => void} [options.onProgress] in bytes;
 *   `total` is 0 until it is known; stages are "download", "start", "ready"
 * @param {AbortSignal} [options.signal] stops the start
 * @param {number} [options.patience] milliseconds without progress
 */
export async function startEngine({ onProgress = () => {}, signal, patience = PATIENCE } = {}) {
  signal?.throwIfAborted();
  const worker = openWorker();
  const { promise, resolve, reject } = settleLater();
  const onAbort = () => reject(signal.reason);
  let watchdog;
  const awaitSign = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => reject(new EngineStalledError(patience)), patience);
  };
  worker.onmessage = ({ data }) => {
    awaitSign();
    if (data.type === "progress") onProgress(data);
    else if (data.type === "ready") resolve(new Engine(worker));
    else if (data.type === "failed") reject(new EngineFailedError(data.code, data.reason));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new EngineFailedError("crashed", event.message || "the worker did not start"));
  };
  signal?.addEventListener("abort", onAbort);
  awaitSign();
  try {
    return await promise;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    clearTimeout(watchdog);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** A page opened from a file may not open a worker: the browser throws at once. */
function openWorker() {
  try {
    return new Worker(WORKER, { type: "module", name: "baken-engine" });
  } catch (error) {
    throw new EngineFailedError("crashed", error.message);
  }
}

/** Promise.withResolvers, for browsers of before 2024. */
function settleLater() {
  let resolve, reject;
  const promise = new Promise((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}
