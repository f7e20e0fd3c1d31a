// What is kept on this device, listed; and the page that could not be had, to try again.
(() => {
  "use strict";
  const app = window.sangkienApp;
  const missed = document.querySelector(".offline-missed");
  if (!app || !missed) return;

  const wanted = new URL(location.hash.slice(1) || ".", app.root).href;
  if (location.hash.length > 1 && wanted.startsWith(app.root)) {
    missed.querySelector("a").href = wanted;
    missed.hidden = false;
  }
  addEventListener("online", () => {
    if (!missed.hidden) location.replace(wanted);
  });

  // Titles were cut out of HTML: entities are read by a parser that runs nothing.
  const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
  const site = document.title.split(" – ").slice(1).join(" – ");
  const entry = (page, title, template) => {
    const item = template.content.cloneNode(true).querySelector("li");
    const link = item.querySelector("a");
    link.href = page;
    link.textContent = title.endsWith(` – ${site}`) ? title.slice(0, -site.length - 3) : title;
    const button = item.querySelector("button");
    if (!button) return item;
    button.setAttribute("aria-label", `${button.textContent}: ${link.textContent}`);
    button.addEventListener("click", async () => {
      button.disabled = true;
      await app.ask({ type: "drop", page });
      await fill(item.parentNode);
      document.querySelector("h1").focus();
    });
    return item;
  };
  const fill = async (list) => {
    const cache = await app.store(list.dataset.store);
    const template = list.parentNode.querySelector("template");
    const items = [];
    for (const request of (await cache.keys()).reverse()) {
      const response = request.url.endsWith("/") && (await cache.match(request));
      if (!response || request.url === app.root) continue;
      const title = text(decodeURIComponent(response.headers.get("x-sangkien-title") || ""));
      items.push(entry(request.url, title || request.url, template));
    }
    list.replaceChildren(...items);
    list.parentNode.querySelector(".offline-none").hidden = items.length > 0;
  };
  const lists = document.querySelectorAll(".offline-list");
  const all = () => lists.forEach(fill);
  navigator.serviceWorker.addEventListener("message", all);
  all();
})();
