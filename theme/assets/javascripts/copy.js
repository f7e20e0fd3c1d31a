// An address, or the code of a frame, copied with one press.
// Classic, not a module: browsers refuse modules from file://.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll(".copy")) {
    const text = button.textContent;
    button.dataset.works = ""; // from here on it shows
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const code = button.closest("details")?.querySelector("textarea");
      const address = button.closest(".share").querySelector(".share-address");
      try {
        await navigator.clipboard.writeText(code ? code.value : address.textContent);
      } catch {
        code?.select();
        return; // refused: what was meant stands above it
      }
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = text), 2500);
    });
  }
})();
