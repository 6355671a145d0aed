/**
 * <baken-exit away="…/weg/"> makes its link leave at once: a press, or Shift three times within five seconds,
 * blanks the page and replaces it, so that "back" does not return here. After GOV.UK's "Exit this page".
 * The history keeps earlier pages; /veilig-internetten/ says so.
 */
class BakenExit extends HTMLElement {
  static presses = 3;
  static within = 5000; // milliseconds

  count = 0;
  timer = 0;
  shiftAlone = false;

  connectedCallback() {
    this.status = document.createElement("span");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.append(this.status);
    this.addEventListener("click", this);
    document.addEventListener("keydown", this);
    document.addEventListener("keyup", this);
    window.addEventListener("pageshow", this);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    document.removeEventListener("keyup", this);
    window.removeEventListener("pageshow", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.leave(event);
    else if (event.type === "keydown") this.shiftAlone = event.key === "Shift";
    else if (event.type === "keyup") this.pressed(event);
    else if (event.persisted) document.documentElement.classList.remove("is-leaving");
  }

  /** Counts Shift pressed by itself; Shift for a capital letter, and any other key, starts again. */
  pressed(event) {
    if (event.key !== "Shift" || !this.shiftAlone) {
      if (event.key !== "Shift") this.reset();
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.reset(), BakenExit.within);
    this.count += 1;
    this.dataset.count = String(this.count);
    const left = BakenExit.presses - this.count;
    if (left <= 0) this.leave();
    else this.status.textContent = `Druk nog ${left} keer op Shift om deze site te verlaten.`;
  }

  reset() {
    clearTimeout(this.timer);
    this.count = 0;
    delete this.dataset.count;
    this.status.textContent = "";
  }

  /** @param {Event} [event] */
  leave(event) {
    event?.preventDefault();
    document.documentElement.classList.add("is-leaving");
    document.title = "\u00a0";
    try {
      sessionStorage.clear();
    } catch {
      // nothing was stored then
    }
    location.replace(this.destination());
  }

  /** Returns the neutral site, or our own neutral page when there is no network to reach it. */
  destination() {
    const offline = location.protocol === "file:" || !navigator.onLine;
    if (!offline) return this.querySelector("a").href;
    const away = new URL(this.getAttribute("away"), location.href);
    if (location.protocol === "file:") away.pathname += away.pathname.endsWith("/") ? "index.html" : "/index.html";
    return away.href;
  }
}

customElements.define("baken-exit", BakenExit);
