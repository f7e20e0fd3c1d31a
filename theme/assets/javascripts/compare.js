// Before and after: one picture over the other, divided by a range that fingers, mouse and keys move.
// Stands before the pictures and runs at once, so that they are laid out only one way: nothing moves.
// Classic, not a module: browsers refuse modules from file://, where a fair's own screen shows the site.
(() => {
  "use strict";
  document.documentElement.classList.add("with-compare");
  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll(".compare")) {
      const range = box.querySelector("input");
      const cut = () => {
        box.style.setProperty("--cut", range.value);
        range.setAttribute("aria-valuetext", range.dataset.text.replace("%", `${range.value}%`));
      };
      range.addEventListener("input", cut);
      range.hidden = false;
      cut();
    }
  });
})();
