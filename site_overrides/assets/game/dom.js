/** Small ways to make elements. Everything a player sees is made with these. */
const SVG = "http://www.w3.org/2000/svg";

/** The lines of the icons, in a box of 24 by 24; drawn by the class `icon`. */
const ICONS = {
  good: "M5 12.5l4.5 4.5L19 7.5",
  acceptable: "M4 13c2.5-3.5 5-3.5 8-1s5.5 2.5 8-1",
  weak: "M12 5v8M12 17.5v.1",
  harmful: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  next: "M5 12h13M13 7l5 5-5 5",
  back: "M19 12H6M11 7l-5 5 5 5",
  again: "M19 12a7 7 0 1 1-2.1-5M19 4v4h-4",
  read: "M5 4.5h11a3 3 0 0 1 3 3v12H8a3 3 0 0 1-3-3zM5 16.5a3 3 0 0 1 3-3h11",
  turn: "M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  fork: "M12 21v-7M12 14c0-4-5-4-5-9M12 14c0-4 5-4 5-9M4.5 7.5L7 5l2.5 2.5M14.5 7.5L17 5l2.5 2.5",
  copy: "M9 8.5h10.5v11H9zM5.5 15.5h-1v-11H15v1",
  skipped: "M6 12h12",
  early: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
};

/**
 * Returns an element of `name`, which may carry classes ("p.scene__ask.muted"), with `properties` set and
 * `children` in it; text becomes text, never HTML.
 * @param {string} name @param {Record<string, unknown>} [properties] @param {...(Node | string)} children
 */
export function make(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("aria-") || key === "role" || key === "tabindex") element.setAttribute(key, String(value));
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

/**
 * Returns what `html` holds. The only place where a string becomes HTML: `html` is a text of `play/<id>.json`,
 * which our own build made from Markdown in which raw HTML is refused. Nothing a person typed may come here.
 * @param {string} html
 */
export function fromBuild(html = "") {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Returns an icon; it is hidden from screen readers, so words must say the same. @param {keyof ICONS} name */
export function icon(name, size = 24) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ class: "icon", viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * Returns a list of links to references, or nothing if there are none.
 * @param {string[]} refs @param {Record<string, {url: string, title: string}>} links
 */
export function linkList(refs, links) {
  const known = refs.filter((ref) => links[ref]);
  if (!known.length) return "";
  const items = known.map((ref) => make("li", {}, make("a.see__link", { href: links[ref].url }, icon("read", 20), links[ref].title)));
  return make("ul.see", {}, ...items);
}
