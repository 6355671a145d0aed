/**
 * Packs the index into little text: a term stands in the most telling of its fields only, and where it
 * stands is one string, which the browser reads when someone looks that term up (`search-index.js`).
 */

/** The fields by number, the most telling first. */
export const FIELDS = ["title", "words", "names", "text"];

const DIGITS = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}";
const HALF = DIGITS.length >> 1;
export const LEVELS = 6; // title, words, names, and text once, a few times, often

/**
 * Returns a term's places as a string: for each document the gap to the last one and the level, in one number.
 * @param {[number, number][]} places document and level, in the order of the documents
 */
export function packed(places) {
  let last = -1;
  return places
    .map(([document, level]) => {
      const gap = document - last - 1;
      last = document;
      return number(gap * LEVELS + level);
    })
    .join("");
}

/** Returns a number in digits of which all but the last are of the upper half. */
function number(value) {
  return value < HALF ? DIGITS[value] : DIGITS[HALF + (value % HALF)] + number(Math.floor(value / HALF));
}

/** Returns the level of every stem in a document: its most telling field, or how often it stands in the text. */
export function levels(fields, stems) {
  const found = new Map();
  fields.forEach((words, field) => {
    const counts = new Map();
    for (const word of words) for (const stem of stems(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, times] of counts) {
      if (!found.has(stem)) found.set(stem, field < 3 ? field : times === 1 ? 3 : times < 4 ? 4 : 5);
    }
  });
  return found;
}
