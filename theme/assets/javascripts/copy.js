// An address, copied with one press.
// Classic, not a module: browsers refuse modules from file://.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll(".copy")) {
    const text = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.closest(".share").querySelector(".share-address").textContent);
      } catch {
        return; // refused: the address stands above it
      }
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = text), 2500);
    });
  }
})();
