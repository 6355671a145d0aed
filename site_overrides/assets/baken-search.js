/**
 * <baken-search root=".."> searches the site while you type. The index is loaded on first use, with <script>,
 * so that it also works from file://. Nothing that is typed leaves the device: the field has no name, so even
 * without JavaScript a submit only opens /zoeken/; with it the words go into the fragment, which no server sees.
 * With the attribute `full` it is the search page: results stay in the page and follow `#q=`.
 */
class BakenSearch extends HTMLElement {
  static shown = { full: 50, brief: 7 };
  static few = 10;
  /** @type {Promise<MiniSearch> | undefined} */
  static index;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector("input");
    this.full = this.hasAttribute("full");
    this.status = this.add("p", { className: "search__status", role: "status" });
    this.list = this.add("ul", { className: "search__results", hidden: true });
    this.input.addEventListener("focus", () => this.load(), { once: true });
    this.input.addEventListener("input", () => this.search());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("keydown", (event) => this.move(event));
    this.addEventListener("focusout", (event) => this.left(event));
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

  /** @param {string} tag @param {object} properties */
  add(tag, properties) {
    const element = Object.assign(document.createElement(tag), properties);
    if (properties.role) element.setAttribute("role", properties.role);
    this.append(element);
    return element;
  }

  /** Returns the address of a page of this site, which on file:// is a file. @param {string} path */
  address(path) {
    const root = (this.getAttribute("root") ?? ".").replace(/\/$/, ""); // "/" on the page for errors
    const url = new URL(`${root}/${path}`, location.href);
    if (location.protocol === "file:") url.pathname = url.pathname.replace(/\/$/, "/index.html");
    return url;
  }

  followFragment() {
    const words = new URLSearchParams(location.hash.slice(1)).get("q");
    if (words === null || words === this.input.value) return;
    this.input.value = words;
    this.search();
  }

  submit(event) {
    event.preventDefault();
    if (this.full) {
      this.search();
      return;
    }
    const url = this.address("zoeken/");
    if (this.words()) url.hash = new URLSearchParams({ q: this.words() });
    location.href = url.href;
  }

  words() {
    return this.input.value.trim();
  }

  load() {
    BakenSearch.index ??= this.loadIndex();
    return BakenSearch.index;
  }

  async loadIndex() {
    await Promise.all(["assets/vendor/minisearch.js", "assets/search-words.js", "search/index.js"].map((path) => this.script(path)));
    const { BAKEN_SEARCH, BakenWords, MiniSearch } = globalThis;
    return MiniSearch.loadJSON(BAKEN_SEARCH.index, { ...BAKEN_SEARCH.options, processTerm: BakenWords.processTerm });
  }

  /** @param {string} path */
  script(path) {
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: this.address(path).href });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`cannot load ${path}`)));
      document.head.append(script);
    });
  }

  async search() {
    const words = this.words();
    if (this.full) history.replaceState(null, "", words ? `#${new URLSearchParams({ q: words })}` : location.pathname);
    if (words.length < 2) {
      this.close();
      return;
    }
    let index;
    try {
      index = await this.load();
    } catch {
      BakenSearch.index = undefined; // a later try may reach it
      this.say("Zoeken lukt nu niet. In het menu staat alles per onderwerp.");
      return;
    }
    if (words === this.words()) this.show(this.found(index, words));
  }

  /** Returns what holds all words and, when that is little, then what holds some of them: people type whole sentences. */
  found(index, words) {
    const { asked, searchOptions } = globalThis.BakenWords;
    const find = (options) => index.search(asked(words), { ...searchOptions, ...options }).filter(({ id }) => id !== "zoeken");
    const all = find({});
    const ids = new Set(all.map(({ id }) => id));
    const some = all.length < BakenSearch.few ? find({ combineWith: "OR" }).filter(({ id }) => !ids.has(id)) : [];
    return [...all, ...some.slice(0, Math.max(0, BakenSearch.few - all.length))];
  }

  show(results) {
    const shown = results.slice(0, this.full ? BakenSearch.shown.full : BakenSearch.shown.brief);
    this.list.replaceChildren(...shown.map((result) => this.result(result)));
    if (!this.full && results.length > shown.length) this.list.append(this.more(results.length));
    this.list.hidden = shown.length === 0;
    this.toggleAttribute("open", true);
    if (results.length === 0) this.say("Niets gevonden. Probeer een ander woord, of bel Veilig Thuis: 0800-2000.");
    else this.say(results.length === 1 ? "1 resultaat" : `${results.length} resultaten`);
  }

  say(text) {
    this.status.textContent = text;
    this.toggleAttribute("open", true);
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.status.textContent = "";
    this.toggleAttribute("open", false);
  }

  result({ url, title, kind, summary, phone }) {
    const link = document.createElement("a");
    link.className = "result__link";
    link.href = this.address(url).href;
    link.append(this.part("result__kind", kind), this.part("result__title", title), this.part("result__text", summary));
    const line = document.createElement("li");
    line.className = "result";
    line.append(link);
    if (phone) {
      const call = Object.assign(document.createElement("a"), { className: "result__phone", href: `tel:${phone.replace(/[^\d+]/g, "")}` });
      call.textContent = phone;
      call.setAttribute("aria-label", `Bel ${title}: ${phone}`);
      line.append(call);
    }
    return line;
  }

  more(total) {
    const url = this.address("zoeken/");
    url.hash = new URLSearchParams({ q: this.words() });
    const link = Object.assign(document.createElement("a"), { className: "result__all", href: url.href });
    link.textContent = `Alle ${total} resultaten`;
    const line = document.createElement("li");
    line.append(link);
    return line;
  }

  part(className, text) {
    return Object.assign(document.createElement("span"), { className, textContent: text });
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
    if (!links.length || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
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
