/** <baken-note> is the note of an aid, to copy into your own file. It is kept nowhere and has no score. */
import { icon, linkList, make } from "./dom.js";

export class BakenNote extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  /** @param {{play: object, review: {note: string[], read?: string[]}}} view */
  show({ play, review }) {
    const text = review.note.join("\n");
    this.className = "note";
    const area = make("textarea.note__text", { readOnly: true, value: text, rows: 2, id: "notitie", spellcheck: false });
    area.addEventListener("focus", () => area.select());
    this.replaceChildren(
      make("label.note__title", { htmlFor: "notitie" }, "Notitie voor je dossier"),
      make("p.note__hint", {}, "Gemaakt van je antwoorden. Kijk hem na en vul hem aan in je eigen dossier. Baken bewaart hem niet."),
      area,
      make("p.game__onward", {}, make("button.button.note__copy", { type: "button" }, icon("copy", 22), "Kopieer de notitie")),
      make("p.note__status", { role: "status" }),
    );
    const read = linkList(review.read ?? [], play.links);
    if (read) this.append(make("h3.ending__part", {}, "Lees verder"), read);
    area.rows = Math.min(24, 1 + review.note.reduce((rows, line) => rows + Math.ceil((line.length + 1) / 38), 0));
  }

  /** @param {MouseEvent} event */
  async handleEvent(event) {
    if (!event.target.closest(".note__copy")) return;
    const area = this.querySelector("textarea");
    const done = await copied(area.value);
    if (!done) area.select();
    this.querySelector(".note__status").textContent = done
      ? "Gekopieerd. Plak hem in je dossier."
      : "Kopiëren lukt hier niet vanzelf. De tekst is geselecteerd: kopieer hem zelf.";
  }
}

/** Resolves with whether the browser let us copy `text`. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false; // refused, or no clipboard over http
    throw error;
  }
}

customElements.define("baken-note", BakenNote);
