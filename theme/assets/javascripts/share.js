// The device's own sheet for sharing, which offers what is installed: Zalo, messages, mail.
(() => {
  "use strict";
  const canonical = document.querySelector('link[rel="canonical"]');
  for (const button of document.querySelectorAll(".share-sheet")) {
    button.dataset.works = ""; // from here on it shows
    button.addEventListener("click", () => {
      const title = document.querySelector("h1").textContent.trim();
      navigator.share({ title, url: canonical ? canonical.href : location.href }).catch(() => {}); // closed again
    });
  }
})();
