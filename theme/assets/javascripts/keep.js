// “Keep for reading without a network”: the button shows what stands, and does the other.
(() => {
  "use strict";
  const app = window.sangkienApp;
  const button = document.querySelector(".keep");
  if (!app || !button) return;
  const page = location.href.split(/[?#]/)[0].replace(/\/index\.html$/, "/"); // as the worker calls it
  const told = document.querySelector(".keep-told");

  const look = async () => {
    const kept = await (await app.store("kept")).match(page);
    button.dataset.state = kept ? "kept" : "open";
  };
  button.addEventListener("click", async () => {
    const drop = button.dataset.state === "kept";
    button.dataset.state = "busy";
    told.textContent = "";
    const shown = [...document.querySelectorAll("main img")].map((one) => one.currentSrc || one.src);
    const done = await app.ask({ type: drop ? "drop" : "keep", page, shown });
    if (!done) told.textContent = told.dataset.failed;
    else if (!drop && navigator.storage?.persist) navigator.storage.persist(); // asks nothing, may be refused
    await look();
  });
  button.dataset.works = ""; // from here on it shows
  navigator.serviceWorker.addEventListener("message", look);
  look();
})();
