/** <baken-scene> shows one moment: how far you are, what happens, the question, and what you can do. */
import "./baken-choices.js";
import { fromBuild, make } from "./dom.js";

export class BakenScene extends HTMLElement {
  /** @param {{title: string, scene: {text: string, ask: string}, choices: {id: string, text: string}[]}} view */
  show({ title, scene, choices }) {
    this.className = "scene";
    const list = make("baken-choices.choices");
    this.replaceChildren(
      make("h2.scene__count", { tabindex: -1 }, title),
      make("div.scene__text", {}, fromBuild(scene.text)),
      ...(scene.ask ? [make("p.scene__ask", {}, fromBuild(scene.ask))] : []),
      list,
    );
    list.show(choices);
    return this;
  }
}

customElements.define("baken-scene", BakenScene);
