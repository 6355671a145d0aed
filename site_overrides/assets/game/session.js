/**
 * One play: a seed, the choices so far, and what they lead to. Moves come from the table first and from the engine
 * once it is there; both give the same answers, so nobody notices the change.
 */
import { EnginePlay } from "./engine-play.js";
import { KeptPlay, keepNothing } from "./kept-play.js";
import { SaveError } from "./save.js";
import { IllegalMoveError, TablePlay } from "./table-play.js";

export class Session {
  #play;
  #table;
  #moves;
  #kept;
  #now; // {state, options}

  /** @param {object} play what `play/<id>.json` holds */
  constructor(play) {
    this.#play = play;
    this.#table = new TablePlay(play);
    this.#moves = this.#table;
    this.#kept = play.game.kind === "decision" ? new KeptPlay(play.game) : keepNothing;
  }

  get state() {
    return this.#now.state;
  }

  get options() {
    return this.#now.options;
  }

  /** "table" or "engine". */
  get source() {
    return this.#moves.source;
  }

  /** Resolves with "fresh", "resumed", or the reason why a kept play was refused; either way a play has begun. */
  async begin() {
    try {
      const kept = this.#kept.read();
      if (kept) await this.#to(kept.seed, kept.log);
      else await this.restart();
      return kept ? "resumed" : "fresh";
    } catch (error) {
      const reason = refusal(error);
      await this.restart();
      return reason;
    }
  }

  /** @param {string} id */
  choose(id) {
    return this.#to(this.state.seed, [...this.state.log, id]);
  }

  undo() {
    return this.#to(this.state.seed, this.state.log.slice(0, -1));
  }

  /** Starts again; a deck is shuffled anew. */
  restart() {
    return this.#to(this.#freshSeed(), []);
  }

  /** Resolves with the review of the play so far. */
  review() {
    return this.#moves.review(this.state.seed, this.state.log);
  }

  /**
   * Lets the engine go on from here. Resolves with whether the table had said something else: that is our bug, and
   * then the engine is right.
   * @param {{answer: (request: object) => Promise<object>}} engine
   */
  async takeOver(engine) {
    const moves = await EnginePlay.load(engine, this.#play);
    let seen, found;
    do {
      seen = this.#now;
      found = await moves.play(seen.state.seed, seen.state.log);
    } while (seen !== this.#now); // someone played on while the engine was thinking
    this.#moves = moves;
    this.#now = found;
    return !same(found, seen);
  }

  /** Goes on without the engine. Resolves with whether the play could go on as it was. */
  async loseEngine() {
    this.#moves = this.#table;
    if (this.#table.seeds.includes(this.state.seed)) return true;
    await this.restart();
    return false;
  }

  async #to(seed, log) {
    this.#now = await this.#moves.play(seed, log);
    this.#kept.write(this.state);
  }

  /** Only a deck has chance in it; without the engine there are as many shuffles as tables. */
  #freshSeed() {
    if (this.#play.game.kind !== "conversation") return 0;
    const [random] = crypto.getRandomValues(new Uint32Array(1));
    const { seeds } = this.#table;
    return this.source === "engine" ? random : seeds[random % seeds.length];
  }
}

function refusal(error) {
  if (error instanceof SaveError) return error.reason;
  if (error instanceof IllegalMoveError) return "illegal-log";
  throw error;
}

/** Whether two answers say the same. The order of counters means nothing. */
function same(one, other) {
  return canonical(one) === canonical(other);
}

function canonical({ state, options }) {
  const counters = Object.entries(state.counters).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([state.seed, state.scene, state.ending, counters, state.log, options]);
}
