/**
 * Packs the index into little text: a term stands in the most telling of its fields only, and where it
 * stands is one string, which the browser reads when someone looks that term up (`search-index.js`).
 */

const DIGITS = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}";
const HALF = DIGITS.length >> 1;
export const LEVELS = 6; // title, words, names, and text once, a few times, often

/**
 * Returns all terms in order, and for each its places as a string: for each document where it stands the gap to the
 * last one and the level, in one number.
 * @param {{terms: string, levels: string}[]} documents of each its terms, with blanks between, and a digit for each
 */
export function packed(documents) {
  const found = new Map();
  documents.forEach(({ terms, levels }, document) => {
    if (!terms) return;
    terms.split(" ").forEach((term, at) => {
      let place = found.get(term);
      if (!place) found.set(term, (place = { last: -1, text: "" }));
      place.text += number((document - place.last - 1) * LEVELS + Number(levels[at]));
      place.last = document;
    });
  });
  const terms = [...found.keys()].sort();
  return { terms, places: terms.map((term) => found.get(term).text) };
}

/** Returns a number in digits of which all but the last are of the upper half. */
function number(value) {
  return value < HALF ? DIGITS[value] : DIGITS[HALF + (value % HALF)] + number(Math.floor(value / HALF));
}
