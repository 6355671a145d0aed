/**
 * Finds the parts of Dutch compounds with the site's own words as dictionary: kindermishandeling holds mishandeling
 * because the site also uses that word by itself.
 */
import "../assets/search-words.js";

const { BakenWords } = globalThis;

const SHORTEST = 4; // letters of a part
const LINKS = ["", "s", "e", "en", "n", "er"]; // between two parts: huwelijk-s-dwang

/** Words that only look like a compound, or whose last part means something else. */
const WHOLE = new Set(
  (
    "slachtoffer onderzoek overleg overzicht opdracht samenwerking aanpak inzicht onderwijs voorbeeld antwoord gemeenschap beschrijving " +
    "tegelijk mogelijk waarheid werkelijk verhouding eenheid voorzichtig handboek rijksoverheid hoeveel achtergrond vrijwillig overlast " +
    "waarschijnlijk buitenland binnenland nederland thuisland gelijkwaardig verantwoordelijk aandacht wederzijds"
  ).split(" "),
);

/** Returns for each part the compounds that hold it, all as stems. @param {string[]} words */
export function compoundsOf(words) {
  const known = new Set(words.filter((word) => word.length >= SHORTEST && !BakenWords.skipped.has(word)));
  const found = new Map();
  for (const word of words) {
    if (WHOLE.has(word) || word.length < 2 * SHORTEST) continue;
    const parts = partsOf(word, known);
    if (parts.length === 0) continue;
    const [whole] = BakenWords.kept(word);
    for (const part of parts) {
      const [stem] = BakenWords.kept(part);
      if (stem === whole) continue;
      if (!found.has(stem)) found.set(stem, new Set());
      found.get(stem).add(whole);
    }
  }
  return found;
}

/** Returns the parts of a word, or none; of several ways to cut it the one with the fewest parts. */
function partsOf(word, known) {
  for (let at = word.length - SHORTEST; at >= SHORTEST; at -= 1) {
    const last = word.slice(at);
    if (!known.has(last)) continue;
    const first = word.slice(0, at);
    const head = LINKS.map((link) => (first.endsWith(link) ? first.slice(0, first.length - link.length) : "")).find(
      (part) => part.length >= SHORTEST && known.has(part),
    );
    if (head) return [head, last];
    const more = first.length >= 2 * SHORTEST ? partsOf(first, known) : [];
    if (more.length) return [...more, last];
  }
  return [];
}
