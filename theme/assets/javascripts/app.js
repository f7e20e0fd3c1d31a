// The service worker, and the way to it for other scripts: window.sangkienApp. Only where it works: served over
// the web, not from a folder on disk; and where a page says its revision, which those of `sangkien serve` don't.
(() => {
  "use strict";
  const root = new URL("../../", document.currentScript.src).href;
  const page = document.documentElement; // data-app: by chrome.js, before the first paint
  const worker = navigator.serviceWorker;
  if (!page.hasAttribute("data-app")) return;
  const published = document.querySelector('link[rel="canonical"][data-revision]:not([data-revision="-"])');
  if (!published && !worker.controller) {
    page.removeAttribute("data-app");
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
  const shown = () =>
    [...document.images].filter((one) => one.complete && one.naturalWidth).map((one) => one.currentSrc);
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
      page.removeAttribute("data-app"); // forbidden here: no button that does nothing
    }
  };
  if (published && document.readyState === "complete") register();
  else if (published) addEventListener("load", register);
  addEventListener("online", () => ask({ type: "check" }));
})();
