// What Material's bundle expects to find: where the site begins, and a small memory in the browser.
// A classic script, not a module: its names are the bundle's globals, and it must run before it.
(() => {
  "use strict";
  const scope = new URL(document.currentScript.dataset.base || ".", location.href);
  const name = (place, key) => `${place.pathname}.${key}`;

  window.__md_scope = scope;

  // The bundle takes every `rel="alternate"` for a translation and loads a whole sitemap for it, on every
  // page. Ours is the feed: by now the browser knows it, so the bundle need not find it.
  for (const link of document.querySelectorAll('link[rel="alternate"][type="application/atom+xml"]'))
    link.rel = "alternate feed";

  // The same 32-bit string hash as Java's; marks an announcement as seen.
  window.__md_hash = (text) =>
    Array.from(text).reduce((sum, letter) => ((sum << 5) - sum + letter.charCodeAt(0)) | 0, 0);

  // Storage may be forbidden (private windows, file://): then nothing is remembered, and nothing fails.
  window.__md_get = (key, storage, place = scope) => {
    try {
      return JSON.parse((storage || localStorage).getItem(name(place, key)));
    } catch {
      return null;
    }
  };

  window.__md_set = (key, value, storage, place = scope) => {
    try {
      (storage || localStorage).setItem(name(place, key), JSON.stringify(value));
    } catch {
      /* not remembered */
    }
  };
})();
