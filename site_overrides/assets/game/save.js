/** A play as one line of text, the same as game_engine/codec.py makes: `B1~game~version~seed~choice,choice~crc32`. */
const FORMAT = "B1";
const LONGEST = 20_000; // characters
const SEEDS = 2 ** 32;
const POLYNOMIAL = 0xedb88320; // of CRC-32 (IEEE), reversed

/** The text is not a play of this game. `reason` is a code of game_engine/codec.py. */
export class SaveError extends Error {
  name = "SaveError";

  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Returns the line that holds a play. Throws SaveError("too-long").
 * @param {{id: string, version: string}} game @param {{seed: number, log: string[]}} state
 */
export function encode(game, { seed, log }) {
  const body = [FORMAT, game.id, game.version, seed, log.join(",")].join("~");
  if (body.length + 9 > LONGEST) throw new SaveError("too-long");
  return `${body}~${crc32(body)}`;
}

/**
 * Returns what a line holds. Throws SaveError with the first reason that applies; whether the choices can be
 * made (`illegal-log`) only a replay shows.
 * @param {{id: string, version: string}} game @param {string} text @returns {{seed: number, log: string[]}}
 */
export function decode(game, text) {
  const { id, version, seed, log } = fields(text.trim());
  if (id !== game.id) throw new SaveError("other-game");
  if (version !== game.version) throw new SaveError("other-content-version");
  return { seed, log };
}

function fields(line) {
  const format = /^B(\d+)~[^]/.exec(line);
  if (!format) throw new SaveError("not-a-save");
  if (line.length > LONGEST) throw new SaveError("too-long");
  if (`B${format[1]}` !== FORMAT) throw new SaveError("other-format-version");
  const body = line.slice(0, line.lastIndexOf("~"));
  const parts = body.split("~");
  const [, id, version, seed, log] = parts;
  const whole = parts.length === 5 && /^[\x00-\x7f]*$/.test(line) && line.endsWith(`~${crc32(body)}`);
  if (!whole || !/^(0|[1-9]\d{0,9})$/.test(seed) || Number(seed) >= SEEDS) throw new SaveError("damaged");
  return { id, version, seed: Number(seed), log: log ? log.split(",") : [] };
}

/** Returns the CRC-32 of ASCII text as 8 hexadecimal digits. @param {string} text */
export function crc32(text) {
  let sum = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    sum ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? POLYNOMIAL : 0);
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
