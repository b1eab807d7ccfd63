// What every page can do, in one file since each file costs a phone more than its words: leave, and take with it what
// this phone keeps of somebody's answers; unfold for paper; read aloud.
"use strict";

(() => {
  const NAME = "ownpath-offline";
  const quick = document.querySelector("form[data-quick-exit]");
  const out = document.querySelector("form[data-sign-out]");
  let escapes = [];

  // What offline.js put there. A browser may refuse, or throw when asked: this never throws.
  const store = (window.ownpathStore = {
    wasBroken: false,
    quietly,

    // What is kept; what nobody can read any more is cleared.
    read() {
      const text = quietly(() => localStorage.getItem(NAME));
      if (!text) return null;
      const kept = quietly(() => JSON.parse(text));
      if (isWhole(kept)) return kept;
      store.wasBroken = true;
      store.clear();
      return null;
    },

    clear: () => quietly(() => localStorage.removeItem(NAME)),
  });

  function quietly(ask) {
    try {
      return ask();
    } catch (fault) {
      return null;
    }
  }

  function isWhole(kept) {
    if (!kept || typeof kept.owner !== "string" || !kept.answers || Array.isArray(kept.answers)) return false;
    const parts = ["area", "title", "key", "fields"];
    return Object.values(kept.answers).every((one) => one && parts.every((part) => typeof one[part] === "string"));
  }

  window.ownpathForget = async ({ isOnlyPage = false } = {}) => {
    if (!isOnlyPage) store.clear();
    if (window.caches) await caches.delete(NAME);
    if (!navigator.serviceWorker) return;
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  };

  function held() {
    const kept = store.read();
    return kept && out && kept.owner === out.dataset.owner ? kept : null;
  }

  function leaveNow() {
    document.documentElement.hidden = true; // nothing is seen, or kept
    document.title = "";
    history.replaceState(null, "", quick.action);
    if (held() || store.wasBroken) window.ownpathForget();
  }

  if (quick) {
    quick.addEventListener("submit", leaveNow);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return (escapes = []);
      escapes = escapes.filter((time) => event.timeStamp - time < 5000).concat(event.timeStamp);
      const said = document.querySelector("[data-escapes]");
      if (said) said.textContent = escapes.length < 3 ? said.dataset[`left${3 - escapes.length}`] : "";
      if (escapes.length === 3) quick.requestSubmit();
    });
  }

  if (out) {
    out.addEventListener("submit", (event) => {
      const kept = held();
      if (!kept) return;
      event.preventDefault();
      const waiting = Object.values(kept.answers).map((answer) => answer.title).join(", ");
      if (waiting && !confirm(out.dataset.unsent.replace("{areas}", waiting))) return;
      window.ownpathForget().finally(() => HTMLFormElement.prototype.submit.call(out));
    });
  }

  // Most phones keep nothing: only where something is kept does the script come that sends it.
  const place = document.querySelector("[data-offline][data-script]");
  if (place && (store.read() || store.wasBroken)) {
    document.body.append(Object.assign(document.createElement("script"), { src: place.dataset.script }));
  }
})();

// Browsers that cannot be told in the style sheet to open what is folded, and a photo in a fold.
(() => {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
    for (const photo of document.querySelectorAll("img[loading=lazy]")) photo.loading = "eager";
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
})();

// Aloud, by a voice of the device itself: no word leaves it.
(() => {
  const button = document.querySelector("[data-read]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;

  const BLOCK = "h1, h2, h3, p, li, dt, dd, legend, label, summary, figcaption, caption, td, th, button, div";
  const language = document.documentElement.lang.split("-")[0];
  const begin = button.textContent;
  let rest = null;

  const voice = () => speech.getVoices().find((one) => one.localService && one.lang.split(/[-_]/)[0] === language);

  function offer() {
    button.hidden = !voice();
  }

  function texts() {
    const found = [];
    const nodes = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let last = null;
    while (nodes.nextNode()) {
      const parent = nodes.currentNode.parentElement;
      const words = nodes.currentNode.data.trim();
      if (!words || parent.closest("script, svg, [data-read]") || !parent.getClientRects().length) continue;
      const block = parent.closest(BLOCK);
      if (block === last) found.push(`${found.pop()} ${words}`);
      else found.push(words);
      last = block;
    }
    return found;
  }

  function next() {
    if (!rest) return;
    if (!rest.length) return stop();
    const words = new SpeechSynthesisUtterance(rest.shift());
    words.voice = voice();
    words.lang = words.voice.lang;
    words.onend = next;
    speech.speak(words);
  }

  function stop() {
    rest = null;
    speech.cancel();
    button.textContent = begin;
  }

  button.addEventListener("click", () => {
    if (rest) return stop();
    rest = texts();
    button.textContent = button.dataset.stop;
    next();
  });
  window.addEventListener("pagehide", stop);
  speech.addEventListener("voiceschanged", offer);
  offer();
})();
