// The worker's life: it installs whole or not at all, takes over at once, and takes out what is not its own.
async function install() {
  const cache = await caches.open(CORE);
  await Promise.all(
    SITE.core.map(async ([path, revision]) => {
      const key = coreKey(path, revision);
      if (await cache.match(key)) return; // as the last build left it
      const response = await fetch(ROOT + path, { cache: "no-cache" });
      const made = response.ok && isPage(key) ? await asPage(response) : response;
      if (!response.ok || !made) throw new Error(`cannot be kept: ${path}`);
      await cache.put(key, made);
    }),
  );
  await self.skipWaiting();
}

async function activate() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !CURRENT.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
  const cache = await caches.open(CORE);
  const own = new Set(SITE.core.map(([path, revision]) => coreKey(path, revision)));
  await Promise.all((await keysOf(CORE)).filter((key) => !own.has(key)).map((key) => cache.delete(key)));
  await self.clients.claim();
  check(true).catch(() => {}); // not waited for: until an activation ends no page is answered
}

const TASKS = {
  keep: ({ page, shown }) => inTurn(() => keep(page, shown)),
  drop: ({ page }) => inTurn(() => drop(page)),
  read: ({ page, shown }) => read(page, shown),
  check: async () => {
    await Promise.all([check(true), self.registration.update()]);
    return true;
  },
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  const task = event.data && TASKS[event.data.type];
  if (!task) return;
  const page = event.data.page && pageOf(event.data.page);
  if (page && !page.startsWith(ROOT)) return;
  const done = task({ page, shown: event.data.shown || [] }).catch(() => false);
  event.waitUntil(done.then((result) => event.ports[0]?.postMessage(result)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  const path = request.url.slice(ROOT.length).split(/[?#]/)[0];
  if (PICTURE.test(path)) event.respondWith(answerPicture(event));
  else if (path.startsWith(SITE.indexPath)) event.respondWith(answerIndex(event));
  else if (request.mode === "navigate") {
    if (!/\.(?!html$)[^./]+$|^[^/]+\/[^/]+\/embed\//.test(path)) event.respondWith(answerPage(event));
  } else if (/^(?:assets|motifs)\//.test(path)) event.respondWith(answerAsset(event, path));
});
