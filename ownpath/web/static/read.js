// Reading in other ways: aloud, by a voice of the device itself (no word leaves it), and on paper.
"use strict";

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
