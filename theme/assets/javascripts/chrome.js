// Light or dark before the first paint: as the reader chose, else as the device is set. Then the switch, and
// the ways to close a phone's menu. A classic script: modules don't load from a folder on disk (file://).
(() => {
  "use strict";
  const root = document.documentElement;

  // Buttons that work here show from the first paint: nothing moves when their scripts come.
  if (navigator.share) root.dataset.share = "";
  if (navigator.clipboard) root.dataset.copy = "";
  if (navigator.serviceWorker && isSecureContext && location.protocol !== "file:") root.dataset.app = "";
  const KEY = "sangkien.scheme";
  const ORDER = ["auto", "light", "dark"];

  // Storage may be forbidden (private windows, file://): then nothing is remembered, and nothing fails.
  const recall = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      /* not remembered */
    }
  };
  const show = (scheme) => {
    if (scheme === "auto") delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    // What the phone draws around the page follows.
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.dataset.media ??= meta.media;
      const own = meta.dataset.media.includes(scheme);
      meta.media = scheme === "auto" ? meta.dataset.media : own ? "all" : "not all";
    }
  };

  let scheme = recall();
  if (!ORDER.includes(scheme)) scheme = "auto";
  show(scheme);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".scheme");
    const label = () => {
      button.title = button.dataset[scheme];
      button.setAttribute("aria-label", button.dataset[scheme]);
      button.dataset.now = scheme;
    };
    if (button) {
      label();
      button.hidden = false;
      button.addEventListener("click", () => {
        scheme = ORDER[(ORDER.indexOf(scheme) + 1) % ORDER.length];
        show(scheme);
        remember(scheme);
        label();
      });
    }

    const menu = document.querySelector(".more-menu");
    if (!menu) return;
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
