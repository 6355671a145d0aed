/**
 * <baken-review by="2027-11-22" hidden> shows what it holds once that day has passed on the reader's device: a site
 * that nobody builds any more grows old all the same.
 */
class BakenReview extends HTMLElement {
  connectedCallback() {
    this.hidden = new Date() < new Date(`${this.getAttribute("by")}T00:00`);
  }
}

customElements.define("baken-review", BakenReview);
