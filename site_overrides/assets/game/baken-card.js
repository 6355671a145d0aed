/** <baken-card> shows one card of a deck, as large as the screen: theme, whose turn it is, the question, and what is next. */
import "./baken-choices.js";
import { fromBuild, icon, make } from "./dom.js";

export class BakenCard extends HTMLElement {
  /** The phone goes round now: what is for the adult only is closed. */
  connectedCallback() {
    document.querySelector(".for-adult details")?.removeAttribute("open");
  }

  /**
   * @param {{title: string, theme: string, suit: number, player: number,
   *   scene: {text: string, deeper?: string}, choices: {id: string, text: string}[]}} view
   *   `suit` is the colour: 0 for the closing round, else the number of the theme; `player` 0 means everyone
   */
  show({ title, theme, suit, player, scene, choices }) {
    this.className = `play-card play-card--${suit}`;
    const list = make("baken-choices.choices.choices--card");
    this.replaceChildren(
      make(
        "div.play-card__face",
        {},
        make("p.play-card__theme", {}, theme),
        make("h2.play-card__count", { tabindex: -1 }, title),
        make("p.play-card__turn", {}, icon("turn", 22), player ? `Speler ${player} is aan de beurt` : "Iedereen"),
        make("div.play-card__text", {}, fromBuild(scene.text)),
        ...(scene.deeper ? [deeper(scene.deeper)] : []),
      ),
      list,
    );
    list.show(choices);
    return this;
  }
}

function deeper(html) {
  const summary = make("summary.play-card__more", {}, "Verdiepende vraag");
  return make("details.play-card__deeper", {}, summary, make("div.play-card__text", {}, fromBuild(html)));
}

customElements.define("baken-card", BakenCard);
