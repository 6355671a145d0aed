/** <baken-feedback> says what a choice led to and why, and fires `baken-next` when you have read it. */
import { fromBuild, icon, linkList, make } from "./dom.js";
import { VERDICT_TITLES } from "./words.js";

export class BakenFeedback extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  /** @param {{choice: object, links: object}} view a choice of a compiled game, with HTML for its texts */
  show({ choice, links }) {
    this.className = `feedback feedback--${choice.verdict}`;
    this.replaceChildren(
      make("p.feedback__chosen", {}, make("span.feedback__label", {}, "Je koos"), " ", make("span", {}, fromBuild(choice.text))),
      make(
        "div.feedback__box",
        {},
        make("h2.feedback__verdict", {}, make("span.feedback__mark", {}, icon(choice.verdict)), VERDICT_TITLES[choice.verdict]),
        make("div.feedback__text", {}, fromBuild(choice.feedback)),
        linkList(choice.see ?? [], links),
      ),
      make("p.game__onward", {}, make("button.button.feedback__next", { type: "button" }, "Verder", icon("next", 22))),
    );
    return this;
  }

  /** What it says, to be spoken: the verdict and the feedback. */
  get words() {
    return [".feedback__verdict", ".feedback__text"].map((part) => this.querySelector(part).textContent).join(". ");
  }

  /** The second click of a double one was meant for the choice. @param {MouseEvent} event */
  handleEvent(event) {
    if (event.detail > 1 || !event.target.closest(".feedback__next")) return;
    this.dispatchEvent(new CustomEvent("baken-next", { bubbles: true }));
  }
}

customElements.define("baken-feedback", BakenFeedback);
