/** A play that is kept while the tab is open, so that a reload or a read elsewhere does not lose it. */
import { decode, encode, SaveError } from "./save.js";

/** Keeps nothing: for aids and conversations, and where the browser keeps nothing. */
export const keepNothing = { read: () => null, write() {}, clear() {} };

export class KeptPlay {
  #game;
  #key;

  /** @param {{id: string, version: string}} game */
  constructor(game) {
    this.#game = game;
    this.#key = `baken-spel:${game.id}`;
  }

  /** Returns {seed, log}, or null if nothing was kept. Throws SaveError. */
  read() {
    const text = withStorage((storage) => storage.getItem(this.#key));
    return text === null ? null : decode(this.#game, text);
  }

  /** @param {{seed: number, log: string[]}} state a play too long to save is not kept */
  write(state) {
    const text = state.log.length ? this.#encoded(state) : "";
    if (text) withStorage((storage) => storage.setItem(this.#key, text));
    else this.clear();
  }

  clear() {
    withStorage((storage) => storage.removeItem(this.#key));
  }

  #encoded(state) {
    try {
      return encode(this.#game, state);
    } catch (error) {
      if (error instanceof SaveError) return "";
      throw error;
    }
  }
}

/** Returns what `use` returns, or null where the browser forbids storage or has no room for more. */
function withStorage(use) {
  try {
    return use(sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
