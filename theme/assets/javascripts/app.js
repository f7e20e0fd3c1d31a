// The service worker, and the way to it for other scripts: window.sangkienApp. Only where it works: served over
// the web, not from a folder on disk, not in the preview of `sangkien serve`.
(() => {
  "use strict";
  const root = new URL("../../", document.currentScript.src).href;
  const there = document.documentElement.hasAttribute("data-app"); // by chrome.js, before the first paint
  const worker = navigator.serviceWorker;
  if (!there) return;
  if (document.querySelector('script[src^="/__preview__/"]')) {
    document.documentElement.removeAttribute("data-app");
    return;
  }

  // What the worker answers to a message: true or false.
  const ask = async (message) => {
    const { active } = await worker.ready;
    return new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => done(event.data);
      active.postMessage(message, [channel.port2]);
    });
  };
  const store = (name) => caches.open(`sangkien ${root} ${name}`);
  window.sangkienApp = { root, ask, store };

  // A reader's first page was there before the worker: it is kept as the later ones are.
  const shown = () => [...document.images].filter((one) => one.complete && one.naturalWidth).map((one) => one.currentSrc);
  // A later worker is that of a new build: the page, which is new already, gets its new styles too.
  const restyle = () => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = link.cloneNode();
      fresh.href = `${link.href.split("?")[0]}?${Date.now()}`;
      fresh.addEventListener("load", () => link.remove());
      link.after(fresh);
    }
  };
  let first = !worker.controller;
  worker.addEventListener("controllerchange", () => {
    if (first) ask({ type: "read", page: location.href, shown: shown() });
    else restyle();
    first = false;
  });

  const register = async () => {
    try {
      await worker.register(`${root}sw.js`);
    } catch {
      document.documentElement.removeAttribute("data-app"); // forbidden here: no button that does nothing
    }
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
  addEventListener("online", () => ask({ type: "check" }));
})();
