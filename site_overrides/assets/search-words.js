/**
 * How search reads Dutch words, the same at build (Node) and in the browser, or nothing would be found: no accents,
 * Snowball's stem (`BakenStemmer`, from npm), and then the forms that it leaves apart (`gemeld`, `melden`).
 */
globalThis.BakenWords = class BakenWords {
  /** Words that are in every sentence: not kept, not looked up. */
  static skipped = new Set(
    (
      "aan al als bij dan dat de den der deze die dit door dus een eens en er erg had haar hem hen het hier hij hoe hun iets ik " +
      "in is ja je jij jou jouw jullie kun maar me mee men met mij mijn na naar nee niet nog of om omdat ons onze ook op over " +
      "te tegen toch toen tot tussen u uit uw van veel via voor waar waarom wanneer was wat we welke wel werd wie wij wordt worden ze " +
      "zich zij zijn zo zodat zonder zou"
    ).split(" "),
  );

  /** Words that say what someone wants to do with what is found; they count a little. */
  static asides =
    "bel bellen belt ben binnen denk doe echt ga gebeurt geen heb hebben heeft hoeveel hoelang iemand kan kun kunnen krijg krijgt " +
    "maak maken mag mogen moet moeten nodig nu nummer telefoon telefoonnummer terecht verschil vertel vertellen vertelt vind vraag " +
    "weet wil willen zeg zeggen zegt zit";

  /** Forms that no rule makes: strong verbs, and plurals with -eren. */
  static irregular = new Map(
    Object.entries({
      sla: "slaan slaat sloeg sloegen geslagen",
      schop: "geschopt",
      dwing: "dwong dwongen gedwongen",
      spreek: "sprak spraken gesproken",
      zie: "zien ziet zag zagen gezien",
      help: "hielp hielpen geholpen",
      bied: "bood boden geboden",
      verbied: "verbiedt verbood",
      steek: "stak staken gestoken",
      bijt: "beet gebeten",
      schrijf: "schreef geschreven",
      loop: "liep liepen gelopen",
      "wegloop": "weggelopen wegliep",
      eet: "eten eet at aten gegeten",
      vraag: "vroeg vroegen gevraagd vragen vraag",
      vertrek: "vertrok vertrokken",
      zwijg: "zweeg gezwegen",
      bedrieg: "bedroog bedrogen",
      "ingrijp": "ingegrepen",
      neem: "nemen nam namen genomen",
      geef: "geven gaf gaven",
      gegeven: "gegevens gegeven",
      "doorgeef": "doorgeven doorgegeven",
      kind: "kinderen kindje kindjes",
      ga: "gaan gaat ging gingen gegaan",
      sta: "staan staat stond stonden gestaan",
      doe: "doen doet deed deden gedaan",
      weet: "weten wist wisten geweten",
      verkracht: "verkrachting verkrachtingen verkracht verkrachten",
    }).flatMap(([stem, forms]) => forms.split(" ").map((form) => [form, `${stem}`])),
  );

  static participle =
    /^(|aan|achter|af|bij|door|in|mee|na|om|op|over|samen|terug|thuis|toe|uit|uithuis|vast|weg)ge(?!v)(.{2,}(?:[dt]|en))$/;

  /** @type {Map<string, string[]>} what was kept of each word so far */
  static known = new Map();

  /** Returns the words in a text, without accents, in lower case: `MDA++` is mda plus plus. @param {string} text */
  static words(text) {
    return BakenWords.folded(text).replace(/\+/g, " plus ").match(BakenWords.word) ?? [];
  }

  static word = /[\p{L}\p{N}]+/gu;

  /** @param {string} text */
  static folded(text) {
    const plain = /[\u00c0-\u036f\u1e00-\u1eff]/.test(text) ? text.normalize("NFD").replace(/\p{Diacritic}/gu, "") : text;
    return plain.toLowerCase();
  }

  /** Returns the stem of a folded word. @param {string} word */
  static stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    const singular = word.replace(/([^o]o|e[nr])s$/, "$1"); // foto's, vermoedens, ouders
    const stem = globalThis.BakenStemmer.stemmer(singular).replace(/^(.*[aeiou].*[^aeioul])ing$/, "$1");
    return BakenWords.irregular.get(singular) ?? BakenWords.spelled(BakenWords.withoutEnding(stem, 7));
  }

  /** Returns the stem of the verb if a folded word looks like a past participle, or null: gemeld, opgevangen. @param {string} word */
  static verb(word) {
    const [, prefix, rest] = BakenWords.participle.exec(word) ?? [];
    if (!rest || BakenWords.irregular.has(word)) return null;
    return BakenWords.spelled(prefix + BakenWords.withoutEnding(globalThis.BakenStemmer.stemmer(rest), 5));
  }

  /** Returns a stem without the t or d of a verb, if at least `least` letters long: stalkt, mishandeld. */
  static withoutEnding(stem, least) {
    if (stem.length >= 5 && /[bdfgklmprv]t$/.test(stem)) return stem.slice(0, -1);
    return stem.length >= least && /[bfglmrsvz]d$/.test(stem) ? stem.slice(0, -1) : stem;
  }

  /** Returns a stem as it is spelled at the end of a syllable: huiz is huis, bell is bel, verslaaf is verslaf. */
  static spelled(stem) {
    return stem
      .replace(/v$/, "f")
      .replace(/z$/, "s")
      .replace(/([bdfgklmnprst])\1$/, "$1")
      .replace(/(a|e|o|u)\1(?=[bcdfghjklmnpqrstvwxz]$)/, "$1");
  }

  /** Returns whether a stem is that of an aside. @param {string} stem */
  static isAside(stem) {
    BakenWords.asideStems ??= new Set(BakenWords.asides.split(" ").map((word) => BakenWords.stem(word)));
    return BakenWords.asideStems.has(stem);
  }

  /** Returns the stems of a folded word: none if it says nothing, two if it may be a participle. @param {string} word */
  static kept(word) {
    let found = BakenWords.known.get(word);
    if (!found) BakenWords.known.set(word, (found = BakenWords.stemsOfWord(word)));
    return found;
  }

  static stemsOfWord(word) {
    if (BakenWords.skipped.has(word) || /^\p{L}$/u.test(word)) return [];
    const [stem, verb] = [BakenWords.stem(word), BakenWords.verb(word)];
    return verb && verb !== stem ? [stem, verb] : [stem];
  }

  /** Returns the stems of the words in a text that say something, one for each. @param {string} text */
  static stemsOf(text) {
    return BakenWords.words(text).flatMap((word) => BakenWords.kept(word).slice(0, 1));
  }

  /** Letters that sound the same. */
  static alike = ["g ch", "ei ij", "au ou", "s z", "f v", "c k", "d t", "i ie", "y ie"].map((pair) => pair.split(" "));

  /** Returns the ways to write a word of which one sound is written otherwise: verkragting, verkrachting. @param {string} word */
  static spellings(word) {
    const pairs = BakenWords.alike.flatMap(([one, other]) => [[one, other], [other, one]]);
    return pairs.flatMap(([from, to]) => [...word.matchAll(from)].map(({ index }) => word.slice(0, index) + to + word.slice(index + from.length)));
  }
};
