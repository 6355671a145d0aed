// Answers, for the tests, what the player's own modules make of plays: JSON on standard input and output.
//   {modules: folder, play, walks: [[seed, log]], saves: [line]}
import { pathToFileURL } from "node:url";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { modules, play, walks, saves } = JSON.parse(Buffer.concat(chunks));
const load = (name) => import(new URL(name, pathToFileURL(`${modules}/`)));
const { TablePlay } = await load("table-play.js");
const { encode, decode } = await load("save.js");

const table = new TablePlay(play);
const played = await Promise.all(
  walks.map(async ([seed, log]) => {
    const { state, options } = await table.play(seed, log);
    return { state, options, save: encode(play.game, state), review: state.ending ? await table.review(seed, log) : null };
  }),
);

async function read(line) {
  try {
    const { seed, log } = decode(play.game, line);
    return { state: (await table.play(seed, log)).state };
  } catch (error) {
    return { refused: error.name === "IllegalMoveError" ? "illegal-log" : error.reason };
  }
}

console.log(JSON.stringify({ played, read: await Promise.all(saves.map(read)) }));
