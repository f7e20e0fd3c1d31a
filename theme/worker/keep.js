// Keeping a page on purpose: the page, and the pictures it shows.
async function keep(page, shown) {
  let response = await fetch(page, { cache: "no-cache" }).catch(() => null);
  if (response && !response.ok) response = null;
  return keepFrom(response || (await storedPage(page)), page, shown);
}

async function keepFrom(response, page, shown) {
  const made = response && (await asPage(response));
  if (!made) return false;
  const html = await made.clone().text();
  await (await caches.open(KEPT)).put(page, made);
  await (await caches.open(READ)).delete(page);
  const own = [...html.matchAll(/<img\b[^>]*? src="([^"]+)"/g)].map(([, src]) => new URL(src, page).href);
  const wanted = [...new Set([...own, ...shown])].filter((address) => address.startsWith(ROOT));
  await Promise.all(wanted.map((address) => keepPicture(address)));
  return true;
}

async function keepPicture(address) {
  if (SITE.core.some(([path]) => ROOT + path === address)) return;
  const kept = await caches.open(KEPT);
  if (await kept.match(address)) return;
  const response = (await storedPicture(address)) || (await fetch(address).catch(() => null));
  if (response && response.ok) await kept.put(address, response);
}

// A kept page that has changed is loaded anew. What can't be had, or can't be kept any more (a tombstone stands
// where the story stood), goes: false.
async function renew(page) {
  const response = await fetch(page, { cache: "no-cache" }).catch(() => null);
  if (!response || !response.ok || !/<button [^>]*data-keep/.test(await response.clone().text()))
    return false;
  return keepFrom(response, page, []);
}

async function drop(page) {
  await (await caches.open(KEPT)).delete(page);
  await sweep();
  return true;
}

// A page that was open before this worker was there: it comes out of the browser's own cache.
async function read(page, shown) {
  const response = await fetch(page, { cache: "force-cache" }).catch(() => null);
  if (response && response.ok) await remember(page, response);
  const cache = await caches.open(PICTURES);
  for (const address of shown.filter((one) => one.startsWith(ROOT) && stemOf(one))) {
    const picture = await fetch(address, { cache: "force-cache" }).catch(() => null);
    if (picture && picture.ok) await cache.put(address, picture);
  }
  return true;
}
