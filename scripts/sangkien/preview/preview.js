/* Shows what was saved: reloads the page when the preview has another version, and stays at the same place. */
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const place = `sangkien-preview:${location.pathname}`;
  const kept = sessionStorage.getItem(place);
  let source = null;

  if (kept !== null) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => scrollTo({ top: Number(kept), behavior: "instant" }));
  }

  function listen() {
    // A page in the background holds no connection: browsers allow but six of them.
    if (document.visibilityState === "hidden" || source) return;
    source = new EventSource("/__preview__/events");
    source.onmessage = (event) => {
      if (event.data === version) return;
      sessionStorage.setItem(place, String(scrollY));
      source.close();
      location.reload();
    };
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && source) {
      source.close();
      source = null;
    }
    listen();
  });
  listen();
})();
