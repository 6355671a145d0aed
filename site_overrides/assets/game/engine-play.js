/** Plays a game with Baken's own Python engine, through game_engine/browser.py; the same methods as TablePlay. */

const PATIENCE = 5000; // milliseconds; an answer takes a few

/** The engine answered that it cannot do what we asked. `code` is one of those in game_engine/browser.py. */
export class EngineRefusedError extends Error {
  name = "EngineRefusedError";

  /** @param {{code: string, message: string}} error */
  constructor({ code, message }) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** The engine did not answer in time; a phone may have ended the worker without saying so. */
export class EngineSilentError extends Error {
  name = "EngineSilentError";
}

export class EnginePlay {
  source = "engine";
  #engine;
  #game;

  /** Use EnginePlay.load. */
  constructor(engine, game) {
    this.#engine = engine;
    this.#game = game;
  }

  /**
   * Resolves with an EnginePlay of a game.
   * @param {{answer: (request: object) => Promise<object>}} engine @param {{game: object, yardstick: object | null}} play
   */
  static async load(engine, { game, yardstick }) {
    const loaded = new EnginePlay(engine, game.id);
    await loaded.#ask({ do: "load", game, yardstick });
    return loaded;
  }

  /** Resolves with {state, options}. @param {number} seed @param {string[]} log */
  async play(seed, log) {
    const { state, options } = await this.#ask({ do: "play", game: this.#game, seed, log });
    return { state, options };
  }

  /** Resolves with the whole review. @param {number} seed @param {string[]} log */
  async review(seed, log) {
    return (await this.#ask({ do: "review", game: this.#game, seed, log })).review;
  }

  async #ask(request) {
    const answer = await inTime(this.#engine.answer(request));
    if (!answer.ok) throw new EngineRefusedError(answer.error);
    return answer;
  }
}

/** Resolves as `answer` does, or rejects when that takes too long. @template T @param {Promise<T>} answer */
async function inTime(answer) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new EngineSilentError(`no answer in ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
