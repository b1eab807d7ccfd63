// Leaving takes from this phone what it kept for whoever leaves.
"use strict";

(() => {
  const NAME = "ownpath-offline";
  const quick = document.querySelector("form[data-quick-exit]");
  const out = document.querySelector("form[data-sign-out]");
  let escapes = [];

  window.ownpathForget = async ({ isOnlyPage = false } = {}) => {
    if (!isOnlyPage) localStorage.removeItem(NAME);
    if (window.caches) await caches.delete(NAME);
    if (!navigator.serviceWorker) return;
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  };

  function held() {
    const kept = JSON.parse(localStorage.getItem(NAME) || "null");
    return kept && out && kept.owner === out.dataset.owner ? kept : null;
  }

  function leaveNow() {
    document.documentElement.hidden = true; // nothing is seen, or kept
    document.title = "";
    history.replaceState(null, "", quick.action);
    if (held()) window.ownpathForget();
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
