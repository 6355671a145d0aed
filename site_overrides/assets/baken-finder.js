/**
 * <baken-finder> shows which organisations of the page fit where someone is, what it is about, what is needed and for
 * whom. It filters what the build wrote, in place, so it also works from file:// and without a network. The choice is
 * in the fragment of the address, which browsers do not send: `#gemeente=almere&situatie=...&hulp=...&voor=...`.
 */
class BakenFinder extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.selects = [...this.form.querySelectorAll("select")];
    this.list = this.querySelector(".finder__list");
    this.whole = [...this.list.children].map((section) => ({ section, places: [...section.querySelectorAll(".place")] }));
    this.form.hidden = false;
    this.querySelector(".finder__tools").hidden = false;
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    window.addEventListener("popstate", this);
    window.addEventListener("hashchange", this);
    this.follow();
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this);
    window.removeEventListener("hashchange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "popstate" || event.type === "hashchange") this.follow();
    else if (event.type === "change") this.choose();
    else this.press(event.target.closest("button"));
  }

  /** @param {HTMLButtonElement | null} button */
  press(button) {
    if (button?.name === "print") window.print();
    if (button?.name === "wis") this.leave(this.selects);
    if (button?.name === "zonder") this.leave(button.value.split(" ").map((name) => this.select(name)));
  }

  /** Opens fields again, and goes to the first of them, since the button that did so is gone. */
  leave(selects) {
    for (const select of selects) select.value = "";
    this.choose();
    selects[0].focus();
  }

  /** @param {string} name */
  select(name) {
    return this.selects.find((select) => select.name === name);
  }

  /** Sets the fields to what the fragment says; what it says that they do not know, is nothing. */
  follow() {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const select of this.selects) {
      const wanted = said.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    this.show();
  }

  /** Puts what the fields say in the fragment, as a step that the back button undoes. */
  choose() {
    const fragment = String(new URLSearchParams(this.chosen().map((select) => [select.name, select.value])));
    history.pushState(null, "", fragment ? `#${fragment}` : location.pathname);
    this.show();
  }

  /** Returns the fields that narrow the list. */
  chosen() {
    return this.selects.filter((select) => select.value);
  }

  /** Returns the groups of organisations that fit all of `selects`, each with its heading. */
  groups(selects) {
    const where = selects.find((select) => select.name === "gemeente")?.selectedOptions[0];
    const near = where?.dataset.within.split(" ");
    const fits = this.whole.flatMap(({ section, places }) =>
      places.filter((place) => selects.every((select) => this.fits(place, select))).map((place) => ({ place, section })),
    );
    const urgent = fits.filter(({ place }) => this.words(place, "help").includes("spoed") && place.querySelector('a[href^="tel:"]'));
    const others = fits.filter((found) => !urgent.includes(found));
    const heading = ({ place, section }) => (near ? `In ${this.name(this.closest(place, near))}` : section.querySelector("h2").textContent);
    const ranked = near ? near.map((area) => `In ${this.name(area)}`) : this.whole.map(({ section }) => section.querySelector("h2").textContent);
    const rank = (found) => ranked.indexOf(heading(found));
    const byName = (a, b) => this.title(a.place).localeCompare(this.title(b.place), "nl");
    return [
      { title: "Ook bij spoed", found: urgent.sort((a, b) => rank(a) - rank(b) || byName(a, b)) },
      ...ranked.map((title) => ({ title, found: others.filter((found) => heading(found) === title).sort(byName) })),
    ].filter(({ found }) => found.length);
  }

  /** Returns whether an organisation fits what one field says. */
  fits(place, select) {
    if (select.name === "gemeente") return this.closest(place, select.selectedOptions[0].dataset.within.split(" ")) !== undefined;
    const facts = { situatie: "violence", hulp: "help", voor: "groups" };
    return this.words(place, facts[select.name]).includes(select.value);
  }

  /** Returns the first of the areas `near` in which an organisation helps. */
  closest(place, near) {
    const areas = this.words(place, "areas");
    return near.find((area) => areas.includes(area));
  }

  title(place) {
    return place.querySelector("a").textContent;
  }

  words(place, name) {
    return place.dataset[name].split(" ");
  }

  /** Returns what an area is called in a sentence. @param {string} area */
  name(area) {
    return [...this.select("gemeente").options].find((option) => option.value === area).dataset.name;
  }

  show() {
    const chosen = this.chosen();
    const groups = chosen.length ? this.groups(chosen) : this.whole.map(({ section, places }) => ({ section, found: places.map((place) => ({ place })) }));
    this.list.replaceChildren(...groups.map((group, index) => this.section(group, index)));
    const count = groups.reduce((sum, { found }) => sum + found.length, 0);
    this.say(count, chosen);
    this.querySelector('[name="wis"]').hidden = !chosen.length;
    this.querySelector('[name="print"]').hidden = !count;
    this.querySelector(".finder__none").hidden = count > 0;
    this.querySelector(".finder__wider").replaceChildren(...(count ? [] : this.wider(chosen)));
    this.toPage(chosen[0]?.name === "gemeente" ? chosen[0].selectedOptions[0] : null);
  }

  /** Returns a group of the list: the one that the build wrote, or one with this title. */
  section({ section, title, found }, index) {
    const group = section ?? Object.assign(document.createElement("section"), { className: "finder__group" });
    if (!section) {
      const heading = Object.assign(document.createElement("h2"), { className: "finder__heading", id: `groep-${index}`, textContent: title });
      group.setAttribute("aria-labelledby", heading.id);
      group.append(heading, Object.assign(document.createElement("ul"), { className: "places" }));
    }
    group.querySelector("ul").replaceChildren(...found.map(({ place }) => place));
    return group;
  }

  say(count, chosen) {
    const what = count === 1 ? "1 organisatie" : `${count} organisaties`;
    const status = this.querySelector(".finder__status");
    const text = chosen.length ? `${count ? what : "Geen organisaties"}: ${chosen.map((select) => this.label(select)).join(" · ")}` : `Alle ${what}`;
    if (status.textContent !== text) status.textContent = text;
  }

  /** Returns what a field says, as part of a sentence. */
  label(select) {
    const { text, dataset } = select.selectedOptions[0];
    if (select.name === "gemeente") return dataset.name[0].toUpperCase() + dataset.name.slice(1);
    const word = text[0].toLowerCase() + text.slice(1);
    return select.name === "voor" ? `voor ${word}` : word;
  }

  /** Returns buttons that leave as few fields open as it takes to find someone, each with how many that gives. */
  wider(chosen) {
    const parts = [...Array(2 ** chosen.length).keys()].map((mask) => chosen.filter((_, index) => (mask >> index) & 1));
    for (let size = 1; size <= chosen.length; size += 1) {
      const buttons = parts.filter((left) => left.length === size).flatMap((left) => this.without(left, chosen));
      if (buttons.length) return buttons;
    }
    return [];
  }

  /** Returns a button that leaves the fields `left` open, if that gives a result. */
  without(left, chosen) {
    const count = this.groups(chosen.filter((select) => !left.includes(select))).reduce((sum, { found }) => sum + found.length, 0);
    if (!count) return [];
    const textContent = `Zonder “${left.map((select) => this.label(select)).join("” en “")}”: ${count}`;
    const value = left.map((select) => select.name).join(" ");
    return [Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", name: "zonder", value, textContent })];
  }

  /** Links to the page of the chosen place. @param {HTMLOptionElement | null} option */
  toPage(option) {
    const link = this.querySelector(".finder__page");
    link.hidden = !option;
    if (!option) return;
    link.href = option.dataset.page;
    link.textContent = `Alles over ${option.dataset.name}`;
  }
}

customElements.define("baken-finder", BakenFinder);
