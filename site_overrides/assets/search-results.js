/** What search shows of what it found: a line for each result, the kinds to choose from, and who to call if there is nothing. */
globalThis.BakenResults = class BakenResults {
  /** @param {(id: string) => URL} address where the page of an item is */
  constructor(address) {
    this.address = address;
  }

  /** Returns the line of a result: its kind, title and the sentence that fits best, and a number to call. */
  line(result) {
    const { id, kind, title, phone } = result.document;
    const link = element("a", "result__link", "", { href: this.address(id).href });
    const text = element("span", "result__text");
    for (const part of globalThis.BakenEngine.sentence(result)) text.append(part.marked ? element("mark", "", part.text) : part.text);
    link.append(element("span", "result__kind", kind), element("span", "result__title", title), text);
    const line = element("li", "result");
    line.append(link);
    if (phone) line.append(this.phone(title, phone));
    return line;
  }

  phone(title, number) {
    const call = element("a", "result__phone", number, { href: `tel:${number.replace(/[^\d+]/g, "")}` });
    call.setAttribute("aria-label", `Bel ${title}: ${number}`);
    return call;
  }

  /** Returns a line that leads to all results. @param {number} total @param {URL} url */
  more(total, url) {
    const line = element("li", "result");
    line.append(element("a", "result__all", `Alle ${total} resultaten`, { href: url.href }));
    return line;
  }

  /** Returns a button for every kind among the results, with how many; the first is for all. */
  kinds(results, chosen) {
    const counts = new Map();
    for (const { document } of results) counts.set(document.kind, (counts.get(document.kind) ?? 0) + 1);
    const all = results.filter(BakenResults.isForReaders).length;
    return [["", all], ...counts].map(([kind, count]) => this.kind(kind, count, kind === chosen));
  }

  kind(kind, count, isChosen) {
    const button = element("button", "search__kind", kind || "Alles", { type: "button", value: kind });
    button.setAttribute("aria-pressed", isChosen);
    button.append(" ", element("span", "search__count", String(count)));
    return button;
  }

  /** Returns the results of a kind; without one all but those for editors, unless there is nothing else. */
  static of(results, kind) {
    if (kind) return results.filter(({ document }) => document.kind === kind);
    const found = results.filter(BakenResults.isForReaders);
    return found.length ? found : results;
  }

  static isForReaders({ document }) {
    return document.kind !== globalThis.BakenEngine.EDITORS;
  }

  /** Returns what to do when nothing was found: other words, a list, and the numbers at the top of every page. */
  nothing() {
    const tips = element("ul", "search__tips");
    const list = element("a", "", "lijst met alles per onderwerp", { href: `${this.address("zoeken").href}#alles-title` });
    tips.append(
      point("Typ één of twee woorden, of een ander woord voor hetzelfde."),
      point("Zoek op een naam: een organisatie, een gemeente of een afkorting."),
      point("Kijk in de ", list, "."),
    );
    const calls = element("p", "search__calls");
    for (const { href, label, number } of this.numbers()) calls.append(element("a", "result__phone", `${label}: ${number}`, { href }));
    return [tips, calls];
  }

  /** Returns the numbers that stand at the top of the page. */
  numbers() {
    return [...document.querySelectorAll('.now__link[href^="tel:"]')].map((link) => ({
      href: link.href,
      label: link.querySelector(".now__label").textContent,
      number: link.querySelector(".now__number").textContent,
    }));
  }
};

function element(tag, className, text = "", properties = {}) {
  return Object.assign(document.createElement(tag), { className, textContent: text, ...properties });
}

function point(...parts) {
  const line = document.createElement("li");
  line.append(...parts);
  return line;
}
