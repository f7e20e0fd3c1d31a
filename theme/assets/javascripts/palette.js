// Light or dark before the first paint: as the reader chose, else as the device is set.
(() => {
  "use strict";
  const inputs = [...document.querySelectorAll("[data-md-component=palette] input")];
  const chosen = window.__md_get("__palette");
  const input =
    (chosen && inputs[chosen.index]) ||
    inputs.find((one) => matchMedia(one.dataset.mdColorMedia).matches) ||
    inputs[0];
  if (!input) return;
  for (const key of ["scheme", "primary", "accent"])
    document.body.setAttribute(`data-md-color-${key}`, input.getAttribute(`data-md-color-${key}`));
})();
