/**
 * What can be said of a play without the engine, in the shape of game_engine/review.py; what is left out (steps,
 * divergence, objectives, read) only the engine says. An aid's note is whole: a real case cannot wait.
 */

/**
 * @param {object} game compiled @param {{ending: string, log: string[]}} state
 * @param {string[]} scenes the scene of each choice in the log
 */
export function shortReview(game, state, scenes) {
  const { kind } = game;
  const { ending } = state;
  const taken = state.log.map((id, index) => ({ scene: scenes[index], choice: choiceOf(game, scenes[index], id) }));
  if (kind === "decision") return { kind, ending, result: game.endings[ending]?.result ?? "", path: taken.map(pathStep) };
  if (kind === "aid") return { kind, ending, note: noteOf(taken, game.endings[ending]) };
  return { kind, ending, farewell: game.endings[ending]?.text ?? "" };
}

/** Returns a choice of a compiled game. @param {object} game @param {string} scene @param {string} id */
export function choiceOf(game, scene, id) {
  return game.scenes[scene].choices.find((choice) => choice.id === id);
}

function pathStep({ scene, choice }) {
  const { id, verdict = "", step = "", objective = "" } = choice;
  return { scene, choice: id, verdict, step, objective };
}

function noteOf(taken, ending) {
  return [...standing(taken).map((choice) => choice.note), ending?.note].filter(Boolean);
}

/** Returns the answers that still hold: answering a question again takes back what was said from there on. */
function standing(taken) {
  let held = [];
  for (const answer of taken) {
    const before = held.findIndex(({ scene }) => scene === answer.scene);
    held = [...(before < 0 ? held : held.slice(0, before)), answer];
  }
  return held.map(({ choice }) => choice);
}
