/**
 * Plays a game from the table that the proofs left behind (game_engine/table.py says how to read it): no Python.
 * Pure functions, and TablePlay, which has the same methods as EnginePlay.
 */
import { shortReview } from "./short-review.js";

/** The log holds a choice that was not open; `allowed` lists what was. */
export class IllegalMoveError extends Error {
  name = "IllegalMoveError";

  /** @param {string} choice @param {string[]} allowed */
  constructor(choice, allowed) {
    super(`no choice ${choice} here; choose one of: ${allowed.join(", ") || "nothing, the game is over"}`);
    this.allowed = allowed;
  }
}

/** Returns the choices that are open at a node. @param {object} table @param {number} node @returns {string[]} */
function openAt(table, node) {
  const [place, , targets] = table.nodes[node];
  return (table.places[place].choices ?? []).filter((_, index) => targets[index] >= 0);
}

/** Returns the node to which `choice` leads. Throws IllegalMoveError. */
function step(table, node, choice) {
  const open = openAt(table, node);
  if (!open.includes(choice)) throw new IllegalMoveError(choice, open);
  const [place, , targets] = table.nodes[node];
  return targets[table.places[place].choices.indexOf(choice)];
}

/**
 * Returns the state after the choices in `log`, and what is open then. Throws IllegalMoveError.
 * @param {object} table @param {string[]} log
 * @returns {{state: {seed: number, scene: string, ending: string, counters: object, log: string[]}, options: string[]}}
 */
export function walk(table, log) {
  const node = log.reduce((here, choice) => step(table, here, choice), 0);
  const [place, values] = table.nodes[node];
  const { scene = "", ending = "" } = table.places[place];
  const counters = Object.fromEntries(table.counters.map((name, index) => [name, values[index]]));
  return { state: { seed: table.seed, scene, ending, counters, log: [...log] }, options: openAt(table, node) };
}

/** Returns the scene of each choice in `log`. @param {object} table @param {string[]} log @returns {string[]} */
export function scenesOf(table, log) {
  return log.map((_, index) => walk(table, log.slice(0, index)).state.scene);
}

/** A game played from its tables, one per seed. */
export class TablePlay {
  source = "table";
  #game;
  #tables;

  /** @param {{game: object, tables: object[]}} play */
  constructor({ game, tables }) {
    this.#game = game;
    this.#tables = new Map(tables.map((table) => [table.seed, table]));
  }

  /** The seeds that can be played. */
  get seeds() {
    return [...this.#tables.keys()];
  }

  /** Resolves with {state, options}; rejects with IllegalMoveError. @param {number} seed @param {string[]} log */
  async play(seed, log) {
    return walk(this.#tables.get(seed), log);
  }

  /** Resolves with the part of the review that needs no engine. @param {number} seed @param {string[]} log */
  async review(seed, log) {
    const table = this.#tables.get(seed);
    return shortReview(this.#game, walk(table, log).state, scenesOf(table, log));
  }
}
