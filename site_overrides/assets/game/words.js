/** What the player says, in Dutch; the words of the game itself come from the build. */

/** Short, beside an icon: in a list. */
export const VERDICTS = { good: "Goed", acceptable: "Kan beter", weak: "Helpt weinig", harmful: "Schaadt" };

/** As a heading, right after the choice: about the choice, never about the player. */
export const VERDICT_TITLES = {
  good: "Goede keuze",
  acceptable: "Dit kan, maar er is beter",
  weak: "Dit helpt te weinig",
  harmful: "Dit kan schade doen",
};

export const RESULTS = { safe: "Veiliger", open: "Nog open", unsafe: "Niet veilig" };

export const STEP_STATES = { taken: "gedaan", early: "te vroeg gedaan", missed: "gemist", skipped: "niet gedaan, dat mag hier" };

/** While the engine loads, and when it does not start. */
export const LOADING = {
  decision: "Oefenmotor laden, je kunt al spelen",
  aid: "Oefenmotor laden, je kunt al beginnen",
  conversation: "Oefenmotor laden, je kunt al spelen",
};

export const WITHOUT_ENGINE = {
  decision: "De oefenmotor start niet; je speelt verder zonder. De nabespreking is korter.",
  aid: "De oefenmotor start niet; je gaat verder zonder. Je mist niets.",
  conversation: "De oefenmotor start niet; jullie spelen verder zonder. Er zijn dan minder manieren van schudden.",
};

export const ENGINE_LOST = "De oefenmotor is gestopt. De kaarten zijn opnieuw geschud, zodat jullie verder kunnen.";
export const NO_GAME = "Het spel kon niet laden. Hieronder lees je alles.";
export const RESUMED = "Je gaat verder waar je was.";
export const FINISHED = "Je was hier al klaar. Onder de nabespreking kun je een stap terug, of opnieuw beginnen.";

/** Why a kept play is not taken up, by the reason of a SaveError. */
export const REFUSED = {
  "not-a-save": "Wat er van je spel bewaard was, is niet leesbaar. Je begint opnieuw.",
  "too-long": "Wat er van je spel bewaard was, is te lang. Je begint opnieuw.",
  "other-format-version": "Je spel is bewaard door een andere versie van Baken. Je begint opnieuw.",
  damaged: "Wat er van je spel bewaard was, is beschadigd. Je begint opnieuw.",
  "other-game": "Wat er bewaard was, hoort bij een ander spel. Je begint opnieuw.",
  "other-content-version": "Deze oefening is veranderd sinds je speelde. Je begint opnieuw.",
  "illegal-log": "In wat er van je spel bewaard was, staat een keuze die niet kan. Je begint opnieuw.",
};

export const CONFIRM = {
  decision: "Opnieuw beginnen? Je keuzes tot nu toe zijn dan weg.",
  aid: "Opnieuw beginnen? Je antwoorden en je notitie zijn dan weg.",
  conversation: "Opnieuw beginnen? De kaarten worden dan opnieuw geschud.",
};

export const AGAIN = { decision: "Opnieuw", aid: "Opnieuw", conversation: "Opnieuw spelen" };

const DECK_TITLES = { spelers: "Samen spelen", opening: "Voor jullie beginnen", afspraken: "Afspraken" };

/**
 * Returns the heading of a scene: how far you are, never how far you have to go, for that differs per path.
 * @param {{kind: string, scenes: object}} game @param {{scene: string, counters: object, log: string[]}} state
 */
export function sceneTitle(game, state) {
  if (game.kind === "decision") return `Scène ${state.log.length + 1}`;
  if (game.kind === "aid") return `Vraag ${state.log.length + 1}`;
  if (game.cards.includes(state.scene)) return `Kaart ${state.counters.turn}`;
  return DECK_TITLES[state.scene] ?? "Slotronde";
}
