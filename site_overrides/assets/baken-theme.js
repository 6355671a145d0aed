/**
 * <baken-theme> lets the reader choose light, dark, or what the device says. The choice lives in this tab
 * only (sessionStorage): a stored choice would be a trace on a shared computer.
 * Not deferred, so that the page never flashes in the wrong colours.
 */
const BAKEN_THEMES = { device: "Zoals mijn toestel", light: "Licht", dark: "Donker" };

class BakenTheme extends HTMLElement {
  static read() {
    try {
      return sessionStorage.getItem("baken-theme") ?? "device";
    } catch {
      return "device"; // storage may be switched off
    }
  }

  /** @param {string} theme */
  static apply(theme) {
    if (theme === "device") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  connectedCallback() {
    if (!this.hidden) return;
    const group = document.createElement("fieldset");
    group.className = "theme__group";
    const legend = document.createElement("legend");
    legend.textContent = "Kleuren";
    group.append(legend, ...Object.entries(BAKEN_THEMES).map(([value, label]) => this.option(value, label)));
    group.addEventListener("change", (event) => this.choose(event.target.value));
    this.replaceChildren(group);
    this.hidden = false;
  }

  /** @param {string} value @param {string} label */
  option(value, label) {
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "baken-theme", value, checked: value === BakenTheme.read() });
    const text = document.createElement("span");
    text.textContent = label;
    const line = document.createElement("label");
    line.className = "theme__option";
    line.append(input, text);
    return line;
  }

  /** @param {string} theme */
  choose(theme) {
    BakenTheme.apply(theme);
    try {
      sessionStorage.setItem("baken-theme", theme);
    } catch {
      // the choice then holds for this page only
    }
  }
}

BakenTheme.apply(BakenTheme.read());
customElements.define("baken-theme", BakenTheme);
