// What this phone keeps of somebody's answers, and leaving, which takes it away.
"use strict";

(() => {
  const NAME = "ownpath-offline";
  const ROOM = 64000; // letters: some long answers
  const quick = document.querySelector("form[data-quick-exit]");
  const out = document.querySelector("form[data-sign-out]");
  let escapes = [];

  // A browser may refuse to keep, or throw when asked: then this says no, and never throws.
  const store = (window.ownpathStore = {
    wasBroken: false,

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

    // Whether it is kept.
    write: (kept) => put(NAME, JSON.stringify(kept)),

    // Whether there is room for an answer.
    hasRoom() {
      const isKept = put(`${NAME}-room`, "x".repeat(ROOM));
      quietly(() => localStorage.removeItem(`${NAME}-room`));
      return isKept;
    },

    clear: () => quietly(() => localStorage.removeItem(NAME)),
  });

  function put(name, text) {
    return quietly(() => {
      localStorage.setItem(name, text);
      return localStorage.getItem(name) === text;
    });
  }

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
})();
