// Answers stay on this phone until there is signal, with a token of whose they are.
"use strict";

(() => {
  const place = document.querySelector("[data-offline]");
  if (!place || !navigator.serviceWorker || !window.caches || !crypto.randomUUID) return;

  const NAME = "ownpath-offline";
  const PAUSE = 5000; // after the last key
  const { owner, page, worker, to, edition } = place.dataset;
  const forms = [...document.querySelectorAll("form[data-area]")];
  const line = place.querySelector("[role=status]");
  let timer = 0;

  const read = () => JSON.parse(localStorage.getItem(NAME) || "null");
  const write = (held) => localStorage.setItem(NAME, JSON.stringify(held));
  const titles = (answers) => answers.map((answer) => answer.title).join(", ");
  const words = (what, answers = []) => place.dataset[what].replace("{areas}", titles(answers));
  const say = (what, answers) => (line.textContent = words(what, answers));

  function show() {
    const held = read();
    const isOn = Boolean(held) && held.owner === owner;
    for (const part of place.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "on") !== isOn;
    place.hidden = place.hasAttribute("data-quiet") && !line.textContent;
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
    try {
      await keepQuestions();
      write({ owner, edition, answers: {} });
      say("on");
    } catch (fault) {
      say("failed");
    }
    show();
  }

  async function turnOff() {
    const waiting = Object.values(read().answers);
    if (waiting.length && !confirm(words("unsent", waiting))) return;
    await window.ownpathForget();
    say("off");
    show();
  }

  async function send() {
    const held = read();
    if (!held || held.owner !== owner || !Object.keys(held.answers).length) return;
    try {
      const hello = await fetch(to, { redirect: "manual" });
      if (hello.type === "opaqueredirect") return say("signedOut");
      if (!hello.ok) return;
      const known = await hello.json();
      if (known.owner === held.owner) await sendAll(held.answers, known.token);
    } catch (fault) {
      if (forms.length) say("kept", Object.values(read().answers));
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
    const held = read();
    if (held.answers[answer.area].key === answer.key) delete held.answers[answer.area];
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
    const held = read();
    if (!held || held.owner !== owner) return say("failed");
    const area = form.dataset.area;
    const fields = new URLSearchParams(new FormData(form)).toString();
    held.answers[area] = { area, title: form.dataset.title, key: crypto.randomUUID(), fields };
    write(held);
    say("kept", Object.values(held.answers));
    show();
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  }

  function fill(form) {
    const held = read();
    const answer = held && held.owner === owner && held.answers[form.dataset.area];
    if (!answer) return;
    new URLSearchParams(answer.fields).forEach((value, name) => {
      const field = form.elements[name];
      if (field) field.value = value;
    });
  }

  for (const form of forms) {
    fill(form);
    form.addEventListener("input", () => put(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      put(form);
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
    write({ ...read(), edition });
  }

  if (read()) settle(read()).catch(() => {});
  window.addEventListener("online", send);
  show();
  send().then(show);
})();
