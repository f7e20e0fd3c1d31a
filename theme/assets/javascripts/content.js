// An address that ends in the name of a tab opens that tab.
(() => {
  "use strict";
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.name && target.name.startsWith("__tabbed_")) target.checked = true;
})();
