// Keeps what is half typed in a form with `data-keep`: it goes to the server by itself, and waits for signal.
"use strict";

(() => {
  const form = document.querySelector("form[data-keep]");
  const line = document.querySelector("[data-keeping]");
  const isOld = !window.fetch || !window.SubmitEvent || !HTMLFormElement.prototype.requestSubmit;
  if (!form || isOld) return;

  const PAUSE = 3000; // after the last key
  const AGAIN = 5000; // without signal
  const MOST_AT_THE_END = 60000; // that a browser sends
  const version = form.elements.version;

  const bar = document.querySelector(".bar div");
  if (bar) bar.append(line);

  let kept = typed(); // what the server has
  let unsure = null; // what it may have: said again before anything newer
  let pressed = null; // the button or link that waits
  let isBusy = false;
  let isLeft = false; // to the server
  let timer = 0;

  form.addEventListener("input", () => {
    if (pressed && !isUrgent()) pressed = null;
    if (!pressed) say("");
    wait(PAUSE);
  });
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", () => (isLeft = false));
  window.addEventListener("online", keep);
  document.addEventListener("submit", (event) => hold(event, event.submitter || event.target), true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='/']:not([download],[target])");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) hold(event, link);
  });

  // What is typed goes first.
  function hold(event, press) {
    if (isLeft || press.closest("[data-quick-exit],.get-help")) return;
    if (isKept() && !isBusy && (navigator.onLine || press.form !== form)) return;
    event.preventDefault();
    event.stopPropagation();
    pressed = press;
    form.setAttribute("aria-busy", "true");
    keep();
  }

  function typed() {
    const fields = new FormData(form);
    fields.delete("version");
    return new URLSearchParams(fields).toString();
  }

  function isKept() {
    return unsure === null && typed() === kept;
  }

  function wait(pause) {
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  }

  async function keep() {
    if (isBusy || isLeft || document.documentElement.hidden) return;
    isBusy = true;
    try {
      const isNew = await send();
      if (pressed) go();
      else if (isNew) say("saved");
    } catch (fault) {
      if (fault instanceof TypeError) noSignal();
      else refused(fault.message);
    } finally {
      isBusy = false;
      if (!isLeft) form.removeAttribute("aria-busy");
    }
  }

  async function send() {
    let isNew = false;
    while (!isKept()) {
      unsure = unsure === null ? typed() : unsure;
      const answer = await post(unsure);
      if (version && answer.version) version.value = answer.version;
      kept = unsure;
      unsure = null;
      isNew = true;
    }
    if (!navigator.onLine) throw new TypeError("offline");
    return isNew;
  }

  async function post(fields) {
    const body = `${fields}&version=${version ? version.value : ""}&go=keep`;
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const keepalive = body.length < MOST_AT_THE_END;
    const options = { method: "POST", body, headers, keepalive, redirect: "manual" };
    const answer = await fetch(form.action, options);
    if (answer.status >= 500) throw new TypeError("away"); // as without signal
    if (answer.type === "opaqueredirect") throw new Error("signedOut");
    if (!answer.ok) throw new Error(answer.status === 409 ? "elsewhere" : "refused");
    return answer.json();
  }

  function noSignal() {
    say(pressed && isUrgent() ? "unheard" : "noSignal");
    wait(AGAIN);
  }

  // The page says why.
  function refused(reason) {
    unsure = null;
    if (pressed && pressed.form === form) return go();
    if (pressed) kept = typed(); // whoever presses again was told
    pressed = null;
    say(reason);
  }

  function isUrgent() {
    return pressed.hasAttribute("data-urgent");
  }

  function go() {
    isLeft = true;
    if (pressed.form) pressed.form.requestSubmit(pressed);
    else location = pressed.href;
  }

  function say(what) {
    const words = what ? line.dataset[what] || "" : "";
    if (line.textContent !== words) line.textContent = words;
  }
})();
