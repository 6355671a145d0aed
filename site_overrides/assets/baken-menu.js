/** <baken-menu> closes its open <details> on Escape, on a press outside it, and when focus leaves it. */
class BakenMenu extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    this.addEventListener("keydown", this);
    this.addEventListener("focusout", this);
    document.addEventListener("pointerdown", this);
  }

  disconnectedCallback() {
    document.removeEventListener("pointerdown", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (!this.details.open) return;
    if (event.type === "keydown") {
      if (event.key !== "Escape") return;
      this.details.open = false;
      this.querySelector("summary").focus();
    } else if (event.type === "pointerdown") {
      if (!this.contains(event.target)) this.details.open = false;
    } else if (event.relatedTarget && !this.contains(event.relatedTarget)) {
      this.details.open = false;
    }
  }
}

customElements.define("baken-menu", BakenMenu);
