// Runs before textual.js, which opens the terminal and the socket and keeps both to itself.
"use strict";

const LARGEST_FONT = 18;
const SMALLEST_FONT = 6;
// Of the font in the page, as parts of its size: the width of a cell and the height of a line.
const CELL = 0.54;
const LINE = 1.38;
const NORMAL = 1000;

const shown = {};

// The first object that is given a terminal hands it on.
Object.defineProperty(Object.prototype, "terminal", {
  configurable: true,
  set(terminal) {
    delete Object.prototype.terminal;
    this.terminal = shown.terminal = terminal;
    terminal.options.rescaleOverlappingGlyphs = true;
  },
});

// The largest size of the font, in pixels, at which the least columns and lines fit in.
function fontSize({ columns, lines }) {
  // Of the page, not of the window: a phone that is turned zooms out until the terminal fits.
  const { clientWidth, clientHeight } = document.documentElement;
  const fitting = Math.min(clientWidth / columns / CELL, clientHeight / lines / LINE);
  return Math.max(SMALLEST_FONT, Math.min(LARGEST_FONT, Math.floor(fitting * 10) / 10));
}

// Some browsers count the pixels of a canvas otherwise than devicePixelRatio says (the sizes of
// phones in developer tools); without this the terminal goes by the latter.
delete ResizeObserverEntry.prototype.devicePixelContentBoxSize;

function sayHowItEnded(code) {
  const ended = document.querySelector(".ended");
  const words =
    code === NORMAL ? "by-itself" : code === Number(ended.dataset.full) ? "too-many" : "by-accident";
  for (const paragraph of ended.querySelectorAll("p")) {
    paragraph.hidden = !paragraph.classList.contains(words);
  }
}

function offerFile(name) {
  const link = document.createElement("a");
  link.href = `exports/${encodeURIComponent(name)}`;
  link.download = link.textContent = name;
  const box = document.querySelector(".exported");
  box.querySelector("span").replaceChildren(link);
  box.hidden = false;
  link.click();
}

window.WebSocket = class extends WebSocket {
  constructor(...words) {
    super(...words);
    this.addEventListener("close", (event) => sayHowItEnded(event.code));
    this.addEventListener("message", (event) => {
      const [kind, value] = typeof event.data === "string" ? JSON.parse(event.data) : [];
      if (kind === "exported") offerFile(value);
    });
  }
};

addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector(".textual-terminal");
  place.dataset.sessionWebsocketUrl = `ws://${location.host}/ws`;
  place.dataset.fontSize = fontSize(place.dataset);
  // textual.js fits the terminal in after this.
  addEventListener("resize", () => {
    if (shown.terminal) shown.terminal.options.fontSize = fontSize(place.dataset);
  });

  // Keys go to the application as soon as it is there, without a click first.
  const opened = new MutationObserver(() => {
    if (document.body.classList.contains("-first-byte")) {
      opened.disconnect();
      document.querySelector("textarea").focus();
    }
  });
  opened.observe(document.body, { attributes: true });

  // What was offered is gone at the next key, as the application's own notices are.
  addEventListener("keydown", () => (document.querySelector(".exported").hidden = true), true);
});

// What was drawn before the fonts were there is drawn anew.
document.fonts.addEventListener("loadingdone", () => shown.terminal?.clearTextureAtlas());
