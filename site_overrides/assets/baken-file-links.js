/**
 * <baken-file-links> lets the site be read from a folder (file://): a link to `…/meldcode/` would list a
 * directory there, so it leads to `…/meldcode/index.html` instead. Does nothing on a web server.
 */
class BakenFileLinks extends HTMLElement {
  connectedCallback() {
    if (location.protocol !== "file:") return;
    for (const type of ["click", "auxclick"]) document.addEventListener(type, this, { capture: true });
  }

  disconnectedCallback() {
    for (const type of ["click", "auxclick"]) document.removeEventListener(type, this, { capture: true });
  }

  /** @param {MouseEvent} event */
  handleEvent(event) {
    const link = event.target.closest("a[href]");
    if (link) link.href = BakenFileLinks.toFile(link.href);
  }

  /** Returns `href` with `index.html` after a file: directory, other addresses unchanged. @param {string} href */
  static toFile(href) {
    const url = new URL(href);
    if (url.protocol !== "file:") return href;
    const last = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
    if (last === "") url.pathname += "index.html";
    else if (!last.includes(".")) url.pathname += "/index.html";
    return url.href;
  }
}

customElements.define("baken-file-links", BakenFileLinks);
