/** <baken-ending> tells how a play ended; what to look back on comes after it, per kind of game. */
import "./baken-debrief.js";
import "./baken-note.js";
import { fromBuild, linkList, make } from "./dom.js";
import { RESULTS } from "./words.js";

const LOOKING_BACK = { decision: "baken-debrief", aid: "baken-note" };

export class BakenEnding extends HTMLElement {
  /** @param {{play: object, review: object, waiting: boolean}} view waiting: the engine may still come */
  show({ play, review, waiting }) {
    const { title, text, result, see = [] } = play.game.endings[review.ending];
    this.className = `ending ending--${result ?? play.game.kind}`;
    const read = review.read ?? [];
    this.replaceChildren(
      ...(result ? [make("p.ending__result", {}, `Afloop: ${RESULTS[result].toLowerCase()}`)] : []),
      make("h2.ending__title", { tabindex: -1 }, fromBuild(title)),
      make("div.ending__text", {}, fromBuild(text)),
      read.length ? "" : linkList(see, play.links),
    );
    const lookingBack = LOOKING_BACK[play.game.kind];
    if (lookingBack) this.append(make(lookingBack));
    this.review({ play, review, waiting });
    return this;
  }

  /** Shows what to look back on, again when the engine knows more. */
  review({ play, review, waiting }) {
    const part = this.querySelector(Object.values(LOOKING_BACK).join());
    part?.show({ play, review, waiting });
    if (part && review.read?.length) this.querySelector(":scope > .see")?.remove();
  }
}

customElements.define("baken-ending", BakenEnding);
