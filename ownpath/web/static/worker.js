// Without signal, shows the one page that this phone kept: the questions.
"use strict";

const KEPT = "ownpath-offline";
const PAGE = "/my/offline/";

const isOurs = (path) => path === "/" || path === "/home/" || path.startsWith("/my/");
const kept = (file) => caches.match(file, { ignoreVary: true, cacheName: KEPT });

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && isOurs(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(PAGE)));
  } else if (pathname.startsWith("/static/")) {
    event.respondWith(kept(request).then((file) => file || fetch(request)));
  }
});
