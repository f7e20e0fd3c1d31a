// What is answered to a request. Pages and the search's index: the network first, what is kept only where there
// is none, or where it says nothing for so long. A slow 2G network gives the first byte of a page in one to three
// seconds; who waits longer is better served by what was read before.
const PATIENCE = 4000;

const wait = (time) => new Promise((done) => setTimeout(done, time));

// From the host, asked each time whether it is still so: a browser takes a page from its own cache for a tenth of the
// page's age where a host says nothing of it, and would show what was withdrawn. (Hence no preload of navigations:
// it reads that cache.) Files of two builds of the index do not go together either.
const fetchNow = (request) => fetch(request, { cache: "no-cache" });

async function answerPage(event) {
  const page = pageOf(event.request.url);
  const fetched = fetchPage(event, page);
  event.waitUntil(fetched.catch(() => {}));
  const answer = await Promise.race([fetched, wait(PATIENCE)]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  const stored = await storedPage(page);
  if (stored) return stored;
  return fetched.catch(() => {
    if (page === ROOT + SITE.offline) return Response.error();
    return Response.redirect(`${ROOT}${SITE.offline}#${page.slice(ROOT.length)}`);
  });
}

async function fetchPage(event, page) {
  const response = await fetchNow(event.request);
  const gone = response.status === 404 || response.status === 410;
  const copy = response.ok ? response.clone() : null;
  const done = gone ? forget(page) : copy ? remember(page, copy) : Promise.resolve();
  event.waitUntil(
    done
      .catch(() => {}) // a full phone keeps nothing more, and goes on
      .then(() => check(gone))
      .catch(() => {}),
  );
  if (gone) await done.catch(() => {});
  return response;
}

async function answerIndex(event) {
  const fetched = fetchNow(event.request).then(async (response) => {
    if (response.ok) await (await caches.open(INDEX)).put(pageOf(event.request.url), response.clone());
    return response;
  });
  event.waitUntil(fetched.catch(() => {}));
  const answer = await Promise.race([fetched, wait(PATIENCE)]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  for (const name of [INDEX, CORE]) {
    const found = await (await caches.open(name)).match(event.request, { ignoreSearch: true });
    if (found) return found;
  }
  return fetched;
}

// A picture's name changes with what it shows: what is kept is right.
async function answerPicture(event) {
  const { request } = event;
  const stored = await storedPicture(request.url);
  if (stored) return stored;
  try {
    const response = await fetch(request);
    if (response.ok) {
      const copy = response.clone();
      event.waitUntil(caches.open(PICTURES).then((cache) => cache.put(request.url, copy)));
    }
    return response;
  } catch (error) {
    const stem = stemOf(request.url); // another size of the same picture is better than none
    for (const name of [KEPT, PICTURES]) {
      const other = (await keysOf(name)).find((key) => stemOf(key) === stem);
      if (other) return (await caches.open(name)).match(other);
    }
    throw error;
  }
}

// Styles and scripts: those of this worker's own build at once; others as kept, and looked at again behind.
async function answerAsset(event, path) {
  const own = SITE.core.find(([name]) => name === path);
  const cache = await caches.open(own ? CORE : ASSETS);
  const key = own ? coreKey(...own) : ROOT + path;
  const stored = (await cache.match(key)) || (await (await caches.open(KEPT)).match(ROOT + path));
  if (own && stored) return stored;
  const fetched = fetch(event.request).then(async (response) => {
    if (response.ok) await cache.put(key, response.clone());
    return response;
  });
  event.waitUntil(fetched.catch(() => {}));
  return stored || fetched;
}
