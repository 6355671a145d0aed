/**
 * <baken-game play="play/<id>.json"> plays a game: at once from its table, then with the engine, which starts when
 * the browser is idle. The build has put the first scene in it, and after it the whole game to read (`.reading`),
 * which is hidden while the game can be played.
 *
 * For tests: `state` is the state as game_engine.play.as_json gives it; the attribute `source` is "table" or "engine",
 * `moves` the number of choices made.
 */
import { startEngine, whenIdle } from "../engine/baken-engine.js";
import "./baken-card.js";
import "./baken-ending.js";
import "./baken-engine-status.js";
import "./baken-feedback.js";
import "./baken-print.js";
import "./baken-scene.js";
import { icon, make } from "./dom.js";
import { Session } from "./session.js";
import { choiceOf } from "./short-review.js";
import { AGAIN, CONFIRM, ENGINE_LOST, FINISHED, LOADING, NO_GAME, REFUSED, RESUMED, sceneTitle, WITHOUT_ENGINE } from "./words.js";

class BakenGame extends HTMLElement {
  #play;
  #session;
  #engine = "coming"; // "coming", "here" or "gone"
  #running; // the engine, once it is here
  #busy = true;
  #early = ""; // a choice made before the game was there
  #stage;
  #notice;
  #spoken; // what a screen reader says while the focus goes elsewhere
  #tools;
  #status;
  #reading;

  connectedCallback() {
    this.#stage = this.querySelector(".game__stage");
    this.#notice = make("p.game__notice", { role: "status" });
    this.#spoken = make("p.visually-hidden", { role: "status" });
    this.#tools = make("div.game__tools");
    this.#status = make("baken-engine-status");
    this.#stage.before(this.#notice, this.#spoken);
    this.querySelector(".game__foot").replaceChildren(this.#tools, this.#status);
    this.#reading = document.querySelector(".reading");
    if (this.#reading) this.#reading.hidden = true;
    for (const type of ["baken-choose", "baken-next", "click", "keydown"]) this.addEventListener(type, this);
    this.#load();
  }

  /** A copy of the state, or null before the game is there. */
  get state() {
    return this.#session ? structuredClone(this.#session.state) : null;
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "baken-choose") this.#choose(event.detail.choice);
    else if (event.type === "baken-next") this.#show();
    else if (event.type === "keydown") this.#key(event);
    else this.#press(event.target.closest("[data-do]")?.dataset.do);
  }

  async #load() {
    let begun;
    try {
      const response = await fetch(this.getAttribute("play"));
      if (!response.ok) throw new TypeError(`status ${response.status}`);
      this.#play = await response.json();
      const session = new Session(this.#play);
      begun = await session.begin();
      this.#session = session;
    } catch (error) {
      this.#giveUp(error);
      return;
    }
    this.#busy = false;
    this.#mark();
    if (begun === "resumed") await this.#show({ focus: false, notice: this.#session.state.ending ? FINISHED : RESUMED });
    else if (begun === "fresh") this.#tool();
    else await this.#show({ focus: false, notice: REFUSED[begun] });
    if (this.#early && begun === "fresh") this.#choose(this.#early);
    this.#start();
  }

  /** Without the game's file there is still the whole text. */
  #giveUp(error) {
    console.error(error);
    this.#notice.textContent = NO_GAME;
    this.querySelector("baken-choices").remove();
    if (this.#reading) this.#reading.hidden = false;
  }

  async #start() {
    const { kind } = this.#play.game;
    await whenIdle();
    this.#status.start(LOADING[kind]);
    try {
      this.#running = await startEngine({ onProgress: (progress) => this.#status.progress(progress) });
      const wrong = await this.#session.takeOver(this.#running);
      this.#engine = "here";
      this.#status.done();
      this.#mark();
      if (wrong) {
        console.error("the table and the engine differ", this.#session.state);
        await this.#show({ focus: false });
      } else if (this.#session.state.ending) await this.#lookBack();
    } catch (error) {
      await this.#lose(error);
      if (this.#session.state.ending) await this.#lookBack();
    }
  }

  /** Goes on with the table. Resolves with whether the play could go on as it was. @param {Error} error */
  async #lose(error) {
    console.info("Baken plays without its engine:", error.message);
    this.#engine = "gone";
    this.#running?.stop();
    const kept = await this.#session.loseEngine();
    this.#status.fail(kept ? WITHOUT_ENGINE[this.#play.game.kind] : ENGINE_LOST);
    this.#mark();
    return kept;
  }

  /** Does one thing at a time with the session; a second press meanwhile is not heard. */
  async #do(move) {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      await move();
    } catch (error) {
      if (this.#session.source !== "engine") throw error;
      if (await this.#lose(error)) await move();
    } finally {
      this.#busy = false;
    }
    return true;
  }

  async #choose(id) {
    if (!this.#session) {
      this.#early = id;
      return;
    }
    const { scene } = this.#session.state;
    if (!(await this.#do(() => this.#session.choose(id)))) return;
    const choice = choiceOf(this.#play.game, scene, id);
    if (!choice.feedback) {
      await this.#show();
      return;
    }
    const feedback = make("baken-feedback").show({ choice, links: this.#play.links });
    this.#present(feedback, ".feedback__next");
    this.#spoken.textContent = feedback.words;
  }

  async #press(what) {
    if (what === "undo") await this.#again(() => this.#session.undo());
    else if (what === "restart" && this.#hasMore()) this.#confirm();
    else if (what === "restart" || what === "restart-now") await this.#again(() => this.#session.restart());
    else if (what === "stay") this.#tool().querySelector('[data-do="restart"]').focus();
  }

  /** Whether something is lost by starting again: a play that is not over, or a note that is kept nowhere. */
  #hasMore() {
    return !this.#session.state.ending || this.#play.game.kind === "aid";
  }

  async #again(move) {
    if (await this.#do(move)) await this.#show();
  }

  /** Keys 1 to 9 press a choice, while the focus is in the game; a key held down presses once. */
  #key(event) {
    const { key, target } = event;
    if (event.repeat && [" ", "Enter"].includes(key) && target.closest("button")) event.preventDefault();
    if (key === "Escape" && this.querySelector(".game__confirm")) this.#press("stay");
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || target.closest("textarea")) return;
    if (/^[1-9]$/.test(key)) this.querySelector("baken-choices")?.press(key);
  }

  /** Shows where the play is now. */
  async #show({ focus = true, notice = "" } = {}) {
    const view = this.#session.state.ending ? await this.#ending() : this.#moment();
    this.#present(view, focus ? "h2" : "", notice);
  }

  #moment() {
    const { game, themes } = this.#play;
    const { state, options } = this.#session;
    const scene = game.scenes[state.scene];
    const choices = options.map((id) => choiceOf(game, state.scene, id));
    const view = { title: sceneTitle(game, state), scene, choices };
    const card = game.cards?.includes(state.scene);
    if (!card && !state.scene.startsWith("slotronde-")) return make("baken-scene").show(view);
    const theme = card ? scene.theme : "Samen";
    return make("baken-card").show({ ...view, theme, suit: card ? themes.indexOf(theme) + 1 : 0, player: card ? state.counters.player : 0 });
  }

  async #ending() {
    return make("baken-ending").show(await this.#ended());
  }

  async #lookBack() {
    this.querySelector("baken-ending")?.review(await this.#ended());
  }

  async #ended() {
    const review = await this.#review();
    return { play: this.#play, review, waiting: this.#engine === "coming" && this.#play.game.kind === "decision" };
  }

  /** A deck has nothing to look back on. */
  async #review() {
    if (this.#play.game.kind === "conversation") return { ending: this.#session.state.ending };
    try {
      return await this.#session.review();
    } catch (error) {
      if (this.#session.source !== "engine") throw error;
      await this.#lose(error);
      return this.#session.review();
    }
  }

  /** Puts a view on the stage; the focus goes to `focus` in it, if that says something. */
  #present(view, focus, notice = "") {
    this.#notice.textContent = notice;
    this.#spoken.textContent = "";
    this.#stage.replaceChildren(view);
    this.#stage.classList.toggle("game__stage--new", Boolean(focus));
    this.#mark();
    this.#tool();
    if (!focus) return;
    view.querySelector(focus).focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
  }

  #mark() {
    const { source, state } = this.#session;
    this.setAttribute("source", source);
    this.setAttribute("moves", state.log.length);
    this.classList.toggle("game--begun", state.log.length > 0);
  }

  /** Shows the buttons under the stage: none before the first choice. */
  #tool() {
    const { kind } = this.#play.game;
    const tools = this.#session.state.log.length
      ? [tool("undo", "back", "Stap terug"), tool("restart", "again", AGAIN[kind])]
      : [];
    this.#tools.replaceChildren(...tools);
    return this.#tools;
  }

  #confirm() {
    const question = make("p", { id: "opnieuw" }, CONFIRM[this.#play.game.kind]);
    const yes = make("button.button", { type: "button" }, "Ja, opnieuw");
    const no = make("button.button.button--quiet", { type: "button" }, "Nee, verder");
    yes.dataset.do = "restart-now";
    no.dataset.do = "stay";
    this.#tools.replaceChildren(
      make("div.game__confirm", { role: "group", "aria-labelledby": "opnieuw" }, question, make("p.buttons", {}, no, yes)),
    );
    no.focus();
  }
}

function tool(what, image, words) {
  const button = make("button.game__tool", { type: "button" }, icon(image, 22), words);
  button.dataset.do = what;
  return button;
}

customElements.define("baken-game", BakenGame);
