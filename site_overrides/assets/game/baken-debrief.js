/**
 * <baken-debrief> looks back on a training: the steps of the protocol beside your path, where it first could have
 * gone better, your goals, and what to read. Without the engine there is only the path.
 */
import { fromBuild, icon, linkList, make } from "./dom.js";
import { choiceOf } from "./short-review.js";
import { STEP_STATES, VERDICTS } from "./words.js";

const STEP_ICONS = { taken: "good", early: "early", missed: "harmful", skipped: "skipped" };

export class BakenDebrief extends HTMLElement {
  /** @param {{play: object, review: object, waiting: boolean}} view */
  show({ play, review, waiting }) {
    this.className = "debrief";
    const whole = Boolean(review.steps);
    this.replaceChildren(
      make("h2.debrief__title", {}, "Nabespreking"),
      ...(waiting ? [make("p.muted", { role: "status" }, "De rest van de nabespreking komt zodra de oefenmotor er is.")] : []),
      ...(whole ? [divergence(play.game, review)] : []),
      make("div.debrief__paths", {}, ...(whole ? [steps(play, review)] : []), path(play, review)),
      ...(whole ? [objectives(play.game, review)] : []),
      ...(review.read?.length ? [part("Om te lezen", linkList(review.read, play.links))] : []),
    );
  }
}

function part(title, ...children) {
  return make("section.debrief__part", {}, make("h3.debrief__heading", {}, title), ...children);
}

/** Returns a verdict as a mark: icon and words. */
function verdict(name) {
  return make(`span.verdict-mark.verdict-mark--${name}`, {}, icon(name, 18), VERDICTS[name]);
}

function divergence(game, { divergence: found }) {
  if (!found) return make("p.callout.callout--good", {}, "Al je keuzes waren goed. Zo kan het dus.");
  const better = found.better.map((id) => make("li", {}, fromBuild(choiceOf(game, found.scene, id).text)));
  return make(
    "div.callout.callout--check.debrief__fork",
    {},
    make("h3.callout__title", {}, icon("fork"), `Hier kon het anders: scène ${found.at + 1}`),
    make("p", {}, "Je koos: ", make("q", {}, fromBuild(choiceOf(game, found.scene, found.choice).text))),
    ...(better.length ? [make("p.debrief__better", {}, "Beter was:"), make("ul", {}, ...better)] : []),
  );
}

function steps({ steps: titles, links, protocol }, review) {
  const rows = review.steps.map(({ step, status, at }) => {
    const link = links[`${protocol}#${step}`];
    return make(
      `li.debrief__step.debrief__step--${status}`,
      {},
      make("span.debrief__mark", {}, icon(STEP_ICONS[status], 20)),
      make(
        "span",
        {},
        link ? make("a", { href: link.url }, titles[step]) : titles[step],
        make("span.debrief__state", {}, ` ${STEP_STATES[status]}${at === null ? "" : `, scène ${at + 1}`}`),
      ),
    );
  });
  return part(`Stappen: ${links[protocol]?.title ?? "het protocol"}`, make("ol.debrief__list", {}, ...rows));
}

function path({ game, steps: titles }, review) {
  const rows = review.path.map(({ scene, choice: id, verdict: name, step }, index) => {
    const choice = choiceOf(game, scene, id);
    return make(
      "li.debrief__choice",
      {},
      make("p.debrief__where", {}, `Scène ${index + 1}`, verdict(name), ...(titles[step] ? [make("span.badge", {}, titles[step])] : [])),
      make("details.debrief__why", {}, make("summary", {}, fromBuild(choice.text)), fromBuild(choice.feedback)),
    );
  });
  return part("Jouw route", make("ol.debrief__list", {}, ...rows));
}

function objectives(game, review) {
  const rows = Object.keys(game.objectives).map((id) => {
    const counts = review.objectives[id];
    const marks = Object.keys(VERDICTS).flatMap((name) => Array(counts[name]).fill(name));
    const words = Object.keys(VERDICTS).filter((name) => counts[name]).map((name) => `${counts[name]}× ${VERDICTS[name].toLowerCase()}`);
    const dots = marks.map((name) => make(`span.debrief__dot.debrief__dot--${name}`, {}, icon(name, 14)));
    return make(
      "li.debrief__goal",
      {},
      make("span.debrief__goal-title", {}, game.objectives[id]),
      make("span.debrief__dots", { "aria-hidden": "true" }, ...dots),
      make("span.debrief__state", {}, words.join(", ") || "kwam op jouw route niet voor"),
    );
  });
  return part("Je leerdoelen", make("ul.debrief__list", {}, ...rows));
}

customElements.define("baken-debrief", BakenDebrief);
