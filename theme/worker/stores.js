// Where what a phone keeps stands. Every name begins with the site's address: one host may hold several fairs.
const ROOT = self.registration.scope;
const PREFIX = `sangkien ${ROOT} `;
const CORE = `${PREFIX}core`; // what opens without a network from the start
const READ = `${PREFIX}read`; // pages as they were last read
const KEPT = `${PREFIX}kept`; // pages kept on purpose, with their pictures
const PICTURES = `${PREFIX}pictures`; // of pages that were read
const STATE = `${PREFIX}state`; // what was found out about the published revisions
const ASSETS = `${PREFIX}assets ${SITE.revision}`;
const INDEX = `${PREFIX}index ${SITE.index}`; // files of one index count stories alike, those of two do not
const CURRENT = [CORE, READ, KEPT, PICTURES, STATE, ASSETS, INDEX];

const PAGES_READ = 60;
const PICTURES_READ = 240;
const PICTURE = /^(.*[0-9a-f]{12})-(?:\d+\.webp|og\.jpg)$/; // a new picture has a new name
const REVISION = "x-sangkien-revision";
const TITLE = "x-sangkien-title";

// The address that a page goes by here: no query, no fragment, a folder.
const pageOf = (address) => {
  const url = new URL(address, ROOT);
  url.search = url.hash = "";
  return url.href.replace(/\/index\.html$/, "/");
};
const pathOf = (page) => decodeURI(page.slice(ROOT.length));
const isPage = (key) => key.startsWith(ROOT) && pageOf(key).endsWith("/");
const coreKey = (path, revision) => `${ROOT}${path}?${revision}`;
const stemOf = (address) => (PICTURE.exec(address.split(/[?#]/)[0]) || [])[1];

const keysOf = async (name) => (await (await caches.open(name)).keys()).map((request) => request.url);

// A response as a page to keep, with its revision and title; null for what is no page of this site (the sign-in
// of a hotel's network answers 200 too) or only leads on.
async function asPage(response) {
  const html = await response.text();
  const revision = /<link rel="canonical"[^>]* data-revision="([^"]+)"/.exec(html);
  if (!revision || /<meta http-equiv="refresh"/.test(html)) return null;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(REVISION, revision[1]);
  headers.set(TITLE, encodeURIComponent((/<title>([^<]*)/.exec(html) || ["", ""])[1]));
  return new Response(html, { headers });
}

// Oldest first out. What is put again goes to the end.
async function trim(name, most) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

async function remember(page, response) {
  if (page === ROOT + SITE.offline || !/html/.test(response.headers.get("content-type") || "")) return;
  const made = await asPage(response);
  if (!made) return;
  const kept = await caches.open(KEPT);
  const cache = (await kept.match(page)) ? kept : await caches.open(READ);
  await cache.delete(page);
  await cache.put(page, made);
  await trim(READ, PAGES_READ);
  await trim(PICTURES, PICTURES_READ);
}

async function storedPage(page) {
  for (const name of [KEPT, READ]) {
    const found = await (await caches.open(name)).match(page);
    if (found) return found;
  }
  return (await caches.open(CORE)).match(page, { ignoreSearch: true });
}

async function storedPicture(address) {
  for (const name of [KEPT, PICTURES]) {
    const found = await (await caches.open(name)).match(address, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}
