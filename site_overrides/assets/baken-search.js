/**
 * <baken-search root=".."> searches the site while you type. The index is loaded on first use, with <script>,
 * so that it also works from file://. Nothing that is typed leaves the device: the field has no name, so even
 * without JavaScript a submit only opens /zoeken/; with it the words go into the fragment, which no server sees.
 * With the attribute `full` it is the search page: results stay in the page and follow `#q=...&soort=...`.
 */
class BakenSearch extends HTMLElement {
  static scripts = [
    ...["assets/vendor/minisearch.js", "assets/vendor/stemmer.js", "assets/search-words.js"],
    ...["assets/search-index.js", "assets/search-engine.js", "assets/search-results.js", "search/index.js"],
  ];
  static shown = { full: 20, brief: 7 };
  /** @type {Promise<BakenEngine> | undefined} */
  static engine;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector("input");
    this.full = this.hasAttribute("full");
    this.panel = this.add(this, "div", { className: "search__panel" });
    this.status = this.add(this.panel, "p", { className: "search__status", role: "status" });
    this.meant = this.add(this.panel, "p", { className: "search__meant", hidden: true });
    this.kinds = this.add(this.panel, "div", { className: "search__kinds", role: "group", ariaLabel: "Toon alleen", hidden: true });
    this.list = this.add(this.panel, "ul", { className: "search__results", hidden: true });
    this.rest = this.add(this.panel, "div", { className: "search__rest", hidden: true });
    this.kind = "";
    this.input.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
    this.input.addEventListener("input", () => this.typed());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("keydown", (event) => this.move(event));
    this.addEventListener("focusout", (event) => this.left(event));
    this.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("keydown", this);
    if (this.full) {
      window.addEventListener("hashchange", this);
      this.followFragment();
    }
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
    window.removeEventListener("hashchange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "hashchange") this.followFragment();
    else if (event.key === "/" && !this.typing(event) && this.offsetParent) {
      event.preventDefault();
      this.input.focus();
    }
  }

  typing(event) {
    return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]");
  }

  /** @param {Element} parent @param {string} tag @param {object} properties */
  add(parent, tag, properties) {
    const element = Object.assign(document.createElement(tag), properties);
    if (properties.role) element.setAttribute("role", properties.role);
    if (properties.ariaLabel) element.setAttribute("aria-label", properties.ariaLabel);
    parent.append(element);
    return element;
  }

  /** Returns the address of a page of this site, which on file:// is a file. @param {string} path */
  address(path) {
    const root = (this.getAttribute("root") ?? ".").replace(/\/$/, ""); // "/" on the page for errors
    const url = new URL(`${root}/${path}`, location.href);
    if (location.protocol === "file:") url.pathname = url.pathname.replace(/\/$/, "/index.html");
    return url;
  }

  /** Returns where the page of an item is. @param {string} id */
  page(id) {
    return this.address(id === "index" ? "" : `${id}/`);
  }

  followFragment() {
    const found = new URLSearchParams(location.hash.slice(1));
    const [words, kind] = [found.get("q"), found.get("soort") ?? ""];
    if (words === null || (words === this.input.value && kind === this.kind)) return;
    this.input.value = words;
    this.kind = kind;
    this.search();
  }

  /** Returns what the fragment says of what is looked for. */
  fragment() {
    return new URLSearchParams({ q: this.words(), ...(this.kind && { soort: this.kind }) });
  }

  submit(event) {
    event.preventDefault();
    if (this.full) {
      this.search();
      return;
    }
    const url = this.address("zoeken/");
    if (this.words()) url.hash = this.fragment();
    location.href = url.href;
  }

  words() {
    return this.input.value.trim();
  }

  load() {
    BakenSearch.engine ??= this.loadEngine();
    return BakenSearch.engine;
  }

  async loadEngine() {
    try {
      await Promise.all(BakenSearch.scripts.map((path) => this.script(path)));
      return new globalThis.BakenEngine(await globalThis.BakenIndex.unpacked(globalThis.BAKEN_SEARCH));
    } catch (error) {
      BakenSearch.engine = undefined; // a later try may reach it
      throw error;
    }
  }

  /** Runs a script after those asked for before it. @param {string} path */
  script(path) {
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: this.address(path).href, async: false });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`cannot load ${path}`)));
      document.head.append(script);
    });
  }

  typed() {
    this.kind = "";
    this.search();
  }

  async search() {
    const words = this.words();
    if (this.full) history.replaceState(null, "", words ? `#${this.fragment()}` : location.pathname);
    if (words.length < 2) {
      this.close();
      return;
    }
    let engine;
    try {
      engine = await this.load();
    } catch {
      this.close();
      this.say("Zoeken lukt nu niet. In het menu staat alles per onderwerp.");
      return;
    }
    if (words === this.words()) this.show(engine.answer(words));
  }

  show({ results, meant }) {
    const lines = new globalThis.BakenResults((id) => this.page(id));
    const { BakenResults } = globalThis;
    const found = BakenResults.of(results, this.kind);
    const shown = found.slice(0, this.full ? BakenSearch.shown.full : BakenSearch.shown.brief);
    this.list.replaceChildren(...shown.map((result) => lines.line(result)));
    this.list.hidden = shown.length === 0;
    const button = this.add(this.meant, "button", { className: "search__instead", type: "button", value: meant, textContent: meant });
    this.meant.replaceChildren("Bedoel je ", button, "?");
    this.meant.hidden = !meant;
    if (this.full) this.kinds.replaceChildren(...lines.kinds(results, this.kind));
    this.kinds.hidden = !this.full || results.length < 2;
    this.rest.replaceChildren(...this.after(lines, found, shown));
    this.rest.hidden = !this.rest.hasChildNodes();
    this.say(this.count(lines, found));
  }

  /** Returns what comes under the results: a way to the others, or what to do when there are none. */
  after(lines, found, shown) {
    if (!found.length) return lines.nothing();
    if (found.length === shown.length) return [];
    if (!this.full) {
      const url = this.address("zoeken/");
      url.hash = this.fragment();
      this.list.append(lines.more(found.length, url));
      return [];
    }
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Toon meer" });
    button.addEventListener("click", () => {
      const next = found.slice(this.list.childElementCount, this.list.childElementCount + BakenSearch.shown.full).map((result) => lines.line(result));
      this.list.append(...next);
      next[0].querySelector("a").focus();
      this.rest.hidden = this.list.childElementCount === found.length;
    });
    return [button];
  }

  count(lines, found) {
    if (!found.length) {
      const call = lines.numbers().at(-1);
      return `Niets gevonden. Probeer een ander woord${call ? `, of bel ${call.label}: ${call.number}` : ""}.`;
    }
    const kind = this.kind ? `, alleen ${this.kind}` : "";
    return (found.length === 1 ? "1 resultaat" : `${found.length} resultaten`) + kind;
  }

  say(text) {
    this.status.textContent = text;
    this.toggleAttribute("open", true);
  }

  close() {
    for (const part of [this.list, this.meant, this.kinds, this.rest]) {
      part.hidden = true;
      part.replaceChildren();
    }
    this.status.textContent = "";
    this.toggleAttribute("open", false);
  }

  /** Takes the words that were probably meant, or shows one kind only. @param {MouseEvent} event */
  clicked(event) {
    const button = event.target.closest("button[value]");
    if (!button) return;
    const isKind = this.kinds.contains(button);
    if (isKind) this.kind = button.value;
    else this.input.value = button.value;
    this.search().then(() => {
      if (isKind) this.kinds.querySelector('[aria-pressed="true"]')?.focus();
      else this.input.focus();
    });
  }

  /** Moves through the results with the arrow keys; Escape goes back to the field, then closes. */
  move(event) {
    const links = [...this.list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      if (here >= 0) this.input.focus();
      else if (!this.full) this.close();
      return;
    }
    if (!links.length || !["ArrowDown", "ArrowUp"].includes(event.key) || this.kinds.contains(event.target)) return;
    event.preventDefault();
    const next = here + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) this.input.focus();
    else links[Math.min(next, links.length - 1)].focus();
  }

  left(event) {
    if (!this.full && event.relatedTarget && !this.contains(event.relatedTarget)) this.close();
  }
}

customElements.define("baken-search", BakenSearch);
