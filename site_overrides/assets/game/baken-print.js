/** <baken-print> prints the page, with the part that it stands in open. Without JavaScript the browser's own menu prints. */
class BakenPrint extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", this);
    addEventListener("beforeprint", this);
  }

  disconnectedCallback() {
    removeEventListener("beforeprint", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    this.closest("details").open = true;
    if (event.type === "click") print();
  }
}

customElements.define("baken-print", BakenPrint);
