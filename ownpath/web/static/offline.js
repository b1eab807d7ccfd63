// Answers stay on this phone until there is signal, with a token of whose they are.
"use strict";

(() => {
  const place = document.querySelector("[data-offline]");
  if (!place) return;

  const NAME = "ownpath-offline";
  const PAUSE = 5000; // after the last key
  const ROOM = 64000; // letters: some long answers
  const { owner, page, worker, to, edition } = place.dataset;
  const forms = [...document.querySelectorAll("form[data-area]")];
  const line = place.querySelector("[role=status]");
  const store = window.ownpathStore;
  const isQuiet = place.hasAttribute("data-quiet");
  const isAble = Boolean(navigator.serviceWorker && window.caches && crypto.randomUUID);
  let hasRoom = isAble && ((isQuiet && !forms.length) || findsRoom());
  let timer = 0;
  let loose = {}; // answers that this phone would not keep: this page alone has them

  const mine = () => (([held]) => (held && held.owner === owner ? held : null))([store.read()]);
  const titles = (answers) => answers.map((answer) => answer.title).join(", ");
  const words = (what, answers = []) => place.dataset[what].replace("{areas}", titles(answers));
  const say = (what, answers) => (line.textContent = words(what, answers));

  function show() {
    const on = Boolean(mine());
    const is = { on, keeping: on && hasRoom, off: !on && hasRoom, unable: !hasRoom };
    for (const part of place.querySelectorAll("[data-when]")) part.hidden = !is[part.dataset.when];
    place.hidden = isQuiet && !line.textContent;
  }

  // What was said on this phone and is not in the answers yet.
  function waiting() {
    const held = mine();
    return { ...(held ? held.answers : {}), ...loose };
  }

  // The line about them: first what would be lost with this page.
  function tell() {
    const all = Object.values(waiting());
    const kept = all.filter((answer) => !loose[answer.area]);
    const told = [];
    if (forms.length && !hasRoom && kept.length === all.length) told.push(words("unable"));
    if (kept.length < all.length) told.push(words("unkept", Object.values(loose)));
    if (kept.length) told.push(words("kept", kept));
    line.textContent = told.join(" ");
  }

  // Whether it is kept: a browser may refuse, or throw when asked.
  function write(kept) {
    return puts(NAME, JSON.stringify(kept));
  }

  function puts(name, text) {
    return store.quietly(() => {
      localStorage.setItem(name, text);
      return localStorage.getItem(name) === text;
    });
  }

  function findsRoom() {
    const isKept = puts(`${NAME}-room`, "x".repeat(ROOM));
    store.quietly(() => localStorage.removeItem(`${NAME}-room`));
    return isKept;
  }

  async function keepQuestions() {
    const answer = await fetch(page, { redirect: "error" });
    if (!answer.ok) throw new TypeError(answer.status);
    const questions = new DOMParser().parseFromString(await answer.clone().text(), "text/html");
    const files = [...questions.querySelectorAll("link[rel=stylesheet], script[src]")];
    const kept = await caches.open(NAME);
    await kept.addAll(files.map((file) => file.getAttribute("href") || file.getAttribute("src")));
    await kept.put(page, answer);
    await navigator.serviceWorker.register(worker, { scope: "/" });
  }

  async function turnOn() {
    let isKept = false;
    try {
      await keepQuestions();
      isKept = write({ owner, edition, answers: {} });
      if (!isKept) hasRoom = false;
      line.textContent = isKept ? words("on") : "";
    } catch (fault) {
      if (fault.name === "QuotaExceededError") hasRoom = false;
      line.textContent = hasRoom ? words("failed") : "";
    }
    if (!isKept) await window.ownpathForget({ isOnlyPage: true }).catch(() => {});
    show();
  }

  async function turnOff() {
    const unsent = Object.values(waiting());
    if (unsent.length && !confirm(words("unsent", unsent))) return;
    await window.ownpathForget();
    say("off");
    show();
  }

  async function send() {
    if (!Object.keys(waiting()).length) return;
    try {
      const hello = await fetch(to, { redirect: "manual" });
      if (hello.type === "opaqueredirect") return say("signedOut");
      if (!hello.ok) return;
      const known = await hello.json();
      if (known.owner === owner) await sendAll(waiting(), known.token);
    } catch (fault) {
      if (forms.length) tell();
    }
  }

  async function sendAll(answers, token) {
    const became = { saved: [], refused: [] };
    for (const answer of Object.values(answers)) {
      const headers = { "X-CSRFToken": token, "Content-Type": "application/x-www-form-urlencoded" };
      const body = `${answer.fields}&area=${answer.area}&once=${answer.key}`;
      const reply = await fetch(to, { method: "POST", headers, body, redirect: "manual" });
      if (reply.status >= 500) throw new TypeError(reply.status);
      if (reply.status === 409) {
        ask(answer, token, (await reply.json()).response_id);
      } else {
        if (reply.ok) forget(answer);
        became[reply.ok ? "saved" : "refused"].push(answer);
      }
      const told = Object.keys(became).filter((what) => became[what].length);
      line.textContent = told.map((what) => words(what, became[what])).join(" ");
    }
    for (const part of document.querySelectorAll("[data-answering]")) part.hidden = true;
  }

  function forget(answer) {
    const last = waiting()[answer.area];
    if (!last || last.key !== answer.key) return;
    delete loose[answer.area];
    const held = mine();
    if (!held) return;
    delete held.answers[answer.area];
    write(held);
  }

  // The area's own page shows both, and asks.
  function ask(answer, token, response) {
    const form = place.querySelector("template").content.cloneNode(true).querySelector("form");
    form.setAttribute("action", form.getAttribute("action").replace("/area/", `/${answer.area}/`));
    form.querySelector("p").textContent = words("both", [answer]);
    const fields = new URLSearchParams(answer.fields);
    const more = { csrfmiddlewaretoken: token, once: answer.key, response_id: response, version: "" };
    for (const name of Object.keys(more)) fields.set(name, more[name]);
    fields.forEach((value, name) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    });
    place.append(form);
  }

  function put(form) {
    const area = form.dataset.area;
    const fields = new URLSearchParams(new FormData(form)).toString();
    loose[area] = { area, title: form.dataset.title, key: crypto.randomUUID(), fields };
    for (const answer of Object.values(loose)) keep(answer);
    tell();
    show();
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  }

  function keep(answer) {
    const held = mine();
    if (!held) return;
    held.answers[answer.area] = answer;
    hasRoom = write(held);
    if (hasRoom) delete loose[answer.area];
  }

  function fill(form) {
    const answer = waiting()[form.dataset.area];
    if (!answer) return;
    new URLSearchParams(answer.fields).forEach((value, name) => {
      const field = form.elements[name];
      if (field) field.value = value;
    });
  }

  if (!isAble) return show();
  for (const form of forms) {
    fill(form);
    form.addEventListener("input", () => put(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      put(form);
      if (loose[form.dataset.area]) return line.scrollIntoView({ block: "center" });
      form.closest("details").open = false;
      form.closest("details").querySelector("summary").focus();
    });
  }

  for (const button of place.querySelectorAll("button[data-do]")) {
    button.addEventListener("click", () => (button.dataset.do === "on" ? turnOn() : turnOff()));
  }

  // Another person's answers stay; their page goes.
  async function settle(held) {
    if (held.owner !== owner) return window.ownpathForget({ isOnlyPage: true });
    if (!edition || (held.edition === edition && (await caches.has(NAME)))) return;
    await keepQuestions();
    write({ ...store.read(), edition });
  }

  window.addEventListener("beforeunload", (event) => {
    if (Object.keys(loose).length && !document.documentElement.hidden) event.preventDefault();
  });

  const held = store.read();
  if (held) settle(held).catch(() => {});
  if (store.wasBroken) say("broken");
  else if (forms.length) tell();
  if (store.wasBroken && forms.length) hasRoom = write({ owner, edition: "", answers: {} });
  window.addEventListener("online", send);
  show();
  send().then(show);
})();
