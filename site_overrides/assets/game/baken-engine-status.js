/** <baken-engine-status> shows, small, that the engine is loading, or one honest line that it will not come. */
import { make } from "./dom.js";

export class BakenEngineStatus extends HTMLElement {
  #bar = make("progress.progress.engine-status__bar", { id: "motor", max: 1 });

  /** @param {string} words */
  start(words) {
    this.className = "engine-status";
    this.replaceChildren(make("label.engine-status__words", { htmlFor: "motor" }, words), this.#bar);
  }

  /** @param {{loaded: number, total: number}} progress in bytes; total 0: not known yet */
  progress({ loaded, total }) {
    if (total) this.#bar.value = loaded / total;
  }

  done() {
    this.replaceChildren();
  }

  /** @param {string} words */
  fail(words) {
    this.className = "engine-status";
    this.replaceChildren(make("p.engine-status__words", { role: "status" }, words));
  }
}

customElements.define("baken-engine-status", BakenEngineStatus);
