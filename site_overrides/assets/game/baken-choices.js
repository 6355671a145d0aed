/**
 * <baken-choices> lists what you can do now, and fires `baken-choose` with detail {choice: string} when you press one.
 * The build writes them as links into the text of the game, for whoever has no JavaScript; here they become buttons.
 */
import { fromBuild, make } from "./dom.js";

export class BakenChoices extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    for (const link of this.querySelectorAll("a.choice")) becomeButton(link);
  }

  /** @param {{id: string, text: string}[]} choices text is HTML of our build */
  show(choices) {
    const numbered = choices.every(({ text }) => /^\d+ /.test(text));
    const rows = choices.map(({ id, text }, index) => row(id, text, numbered ? parseInt(text, 10) : index + 1));
    this.classList.toggle("choices--numbers", numbered);
    this.replaceChildren(make("ol.choices__list", {}, ...rows));
  }

  /** Presses the choice that carries this key. @param {string} key @returns {boolean} whether there is one */
  press(key) {
    const button = [...this.querySelectorAll("button.choice")].find((each) => each.dataset.key === key);
    button?.click();
    return Boolean(button);
  }

  /** @param {MouseEvent} event */
  handleEvent(event) {
    const button = event.target.closest("button.choice");
    if (!button) return;
    this.dispatchEvent(new CustomEvent("baken-choose", { bubbles: true, detail: { choice: button.value } }));
  }
}

/** Returns one choice; a number in its own words ("3 spelers") is its key, else its place in the list. */
function row(id, text, key) {
  const mark = make("span.choice__key", { "aria-hidden": "true" }, String(key));
  const button = make("button.choice", { type: "button", value: id }, mark, make("span.choice__text", {}, fromBuild(text)));
  button.dataset.key = key;
  return make("li.choices__item", {}, button);
}

/** Puts a button in the place of a link, with what is in it and, if it has it, the focus. */
function becomeButton(link) {
  const focused = document.activeElement === link;
  const button = make("button.choice", { type: "button", value: link.dataset.choice }, ...link.childNodes);
  button.dataset.key = link.dataset.key;
  link.replaceWith(button);
  if (focused) button.focus({ preventScroll: true });
}

customElements.define("baken-choices", BakenChoices);
