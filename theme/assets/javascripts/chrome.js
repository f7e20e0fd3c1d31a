// Light or dark before the first paint: as the reader chose, else as the device is set. Then the switch, and
// the ways to close a phone's menu. A classic script: modules don't load from a folder on disk (file://).
(() => {
  "use strict";
  const root = document.documentElement;

  // The typeface is asked for before there is text. What is there by the first paint is taken; what comes later is
  // kept for the next page: nothing that stands is ever set again (font-display: optional). A slow network could
  // not bring it in time, only delay what is read: there it is asked for early once the phone has it.
  const slow = navigator.connection?.saveData || /[23]g/.test(navigator.connection?.effectiveType);
  if (!slow || navigator.serviceWorker?.controller)
    for (const face of document.fonts) if (face.display === "optional") face.load().catch(() => {});

  // Buttons that will work here have their place from the first paint: nothing moves when their scripts come.
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

  // A list that something is asked of gives way to the answer before it is painted: nothing moves (search.css).
  root.toggleAttribute("data-live", true);
  const asked = /[?&](q|linh-vuc|dia-ban|don-vi|giai-phap|nam|khen-thuong|loi-ich)=[^&]/.test(location.search);
  root.toggleAttribute("data-asked", asked);

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

    // "/" leads to the box that searches, from anywhere but a box.
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      const box = document.querySelector('input[type="search"]');
      if (box && box.offsetParent) box.focus();
      else document.querySelector(".bar-search").click();
    });

    // A folder on disk has no index of its own to show.
    if (location.protocol === "file:") {
      document.addEventListener("click", (event) => {
        const link = event.target.closest("a[href]");
        if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
        // A short address leads on by a redirect, which knows no index either: it stands for this very page.
        if (link.matches(".share-address")) link.href = location.pathname;
        else link.pathname += "index.html";
      });
      for (const form of document.forms) if (form.action.endsWith("/")) form.action += "index.html";
    }

    const menu = document.querySelector(".more-menu");
    if (!menu) return;
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
