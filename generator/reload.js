// Only while `baken serve` runs: reloads after a build, and shows what is wrong in the page itself.
const version = Number(document.currentScript.dataset.version); // of the build that this page is from
const panel = document.createElement("aside");
panel.setAttribute("role", "alert");
panel.className = "callout callout--acute serve-problems";

async function poll() {
  const answer = await fetch("/__baken/status").catch(() => null);
  if (!answer) return;
  const status = await answer.json();
  if (status.lines.length) {
    const lines = status.lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
    panel.replaceChildren(...lines);
    document.getElementById("inhoud")?.prepend(panel);
  } else if (version !== status.version) {
    location.reload();
  } else {
    panel.remove();
  }
}

setInterval(poll, 500);
