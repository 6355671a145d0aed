// Answers, for the tests, what the search of a site makes of words, texts and questions, with the site's own scripts:
//   {site: folder, words: [...], questions: [...]} on standard input.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const { site, words = [], questions = [] } = JSON.parse(readFileSync(0, "utf-8"));
const scripts = ["vendor/minisearch", "vendor/stemmer", "search-words", "search-index", "search-engine"];
for (const path of [...scripts.map((name) => `assets/${name}.js`), "search/index.js"]) {
  vm.runInThisContext(readFileSync(`${site}/${path}`, "utf-8"), { filename: path });
}
const { BAKEN_SEARCH, BakenEngine, BakenIndex, BakenWords } = globalThis;
const engine = new BakenEngine(await BakenIndex.unpacked(BAKEN_SEARCH));

const answers = questions.map((question) => {
  const { results, meant } = engine.answer(question);
  const found = results.slice(0, 5).map((result) => ({
    id: result.document.id,
    title: result.document.title,
    sentence: BakenEngine.sentence(result).map(({ text, marked }) => (marked ? `[${text}]` : text)).join(""),
  }));
  return { found, meant, total: results.length };
});
console.log(JSON.stringify({ words: words.map((word) => BakenWords.stemsOf(word).join(" ")), answers }));
