// What is no longer published, or has changed, leaves the phone as soon as it is online. `revisions.json` says in
// a kilobyte which shards of marks are new; a page whose mark is in none is not of this site any more.
const PAUSE = 60000; // between two looks while pages are opened
const SHARDS = 16; // loaded at the most for what was only read: where more has changed, it all goes
const DIGITS = { mark: 8, state: 5 };
let checked = 0;
let checking = null;

// What takes pages or pictures out, or keeps some, is done one after another: none sees the half of another.
let turn = Promise.resolve();
const inTurn = (task) => {
  turn = turn.then(task, task);
  return turn;
};

function check(now) {
  if (checking) return checking;
  if (!now && Date.now() - checked < PAUSE) return Promise.resolve();
  checking = inTurn(look).finally(() => {
    checking = null;
  });
  return checking;
}

async function markOf(page, revision) {
  const bytes = new TextEncoder().encode(`${pathOf(page)}\n${revision}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function look() {
  const response = await fetch(ROOT + SITE.revisions, { cache: "no-cache" });
  const head = response.ok ? await response.json().catch(() => null) : null;
  if (!head || head.version !== 1) return; // nothing that can be understood: a later look will tell
  checked = Date.now();
  const before = await recall();
  const changed = JSON.stringify(head) !== JSON.stringify(before.head);
  if (head.index !== SITE.index) await forgetIndex();
  const pages = await judged(head, before);
  const stale = pages.filter((one) => one.stale);
  for (const one of stale) {
    if (one.name !== KEPT || !(await renew(one.page))) await takeOut(one);
  }
  const verified = {};
  for (const one of pages) if (one.sound) verified[one.key] = one.sound;
  await recallNext({ head, verified });
  if (changed || stale.length) await sweep();
  if (stale.length) await tellPages();
}

// Unless it was read again meanwhile: then a newer one stands there.
async function takeOut({ name, key, revision }) {
  const cache = await caches.open(name);
  const stored = await cache.match(key);
  if (stored && stored.headers.get(REVISION) === revision) await cache.delete(key);
}

// Every page that is kept: `stale`, or `sound` with what that was seen by, or neither where nothing could be seen.
async function judged(head, before) {
  const found = [];
  for (const name of [KEPT, READ, CORE]) {
    const cache = await caches.open(name);
    for (const key of (await keysOf(name)).filter(isPage)) {
      const revision = (await cache.match(key))?.headers.get(REVISION);
      const page = pageOf(key);
      const mark = await markOf(page, revision);
      const shard = mark.slice(0, head.width);
      const state = head.shards.substr(parseInt(shard, 16) * DIGITS.state, DIGITS.state);
      const sound = `${revision} ${state}`;
      const edited = revision === "-" && before.head && before.head.editorial !== head.editorial;
      found.push({ name, key, page, revision, mark, shard, state, sound, stale: !revision || edited });
    }
  }
  const open = found.filter((one) => !one.stale && before.verified[one.key] !== one.sound);
  const many = new Set(open.map((one) => one.shard)).size > SHARDS;
  const shards = new Map();
  for (const one of open) {
    if (many && one.name === READ) {
      one.stale = true;
      continue;
    }
    if (!shards.has(one.shard)) shards.set(one.shard, await loadShard(one));
    const marks = shards.get(one.shard);
    if (!marks) one.sound = "";
    else one.stale = !marks.has(one.mark.slice(head.width, head.width + DIGITS.mark));
  }
  for (const one of found) if (one.stale) one.sound = "";
  return found;
}

async function loadShard({ shard, state }) {
  try {
    const response = await fetch(`${ROOT}revisions/${shard}.json?${state}`);
    const text = response.ok ? await response.json() : null;
    return typeof text === "string" ? new Set(text.match(/.{8}/g)) : null;
  } catch {
    return null;
  }
}

// A page that answers 404 or 410: it goes with its pictures. Whether the index named it, the next look tells: a
// mistyped address must not cost the search.
async function forget(page) {
  for (const name of [KEPT, READ]) await (await caches.open(name)).delete(page);
  for (const name of [KEPT, PICTURES]) {
    const cache = await caches.open(name);
    const below = (await keysOf(name)).filter((key) => page !== ROOT && key.startsWith(page));
    await Promise.all(below.map((key) => cache.delete(key)));
  }
  await tellPages();
}

async function forgetIndex() {
  await caches.delete(INDEX);
  const cache = await caches.open(CORE);
  const files = (await keysOf(CORE)).filter((key) => key.startsWith(ROOT + SITE.indexPath));
  await Promise.all(files.map((key) => cache.delete(key)));
}

// Pictures that no page shows which is here go too: a list may have shown them whose story is gone.
async function sweep() {
  const shown = { [KEPT]: new Set(), [PICTURES]: new Set() };
  let keeps = false;
  for (const name of [KEPT, READ, CORE]) {
    const cache = await caches.open(name);
    for (const key of (await keysOf(name)).filter(isPage)) {
      keeps ||= name === KEPT;
      const html = await (await cache.match(key))?.text();
      for (const [, stem] of (html || "").matchAll(/([\w./%-]*[0-9a-f]{12})-\d+\.webp/g))
        shown[name === KEPT ? KEPT : PICTURES].add(new URL(stem, pageOf(key)).href);
    }
  }
  if (!keeps) await caches.delete(KEPT);
  for (const name of [KEPT, PICTURES]) {
    const cache = await caches.open(name);
    const gone = (await keysOf(name)).filter((key) => stemOf(key) && !shown[name].has(stemOf(key)));
    await Promise.all(gone.map((key) => cache.delete(key)));
  }
}

async function recall() {
  const found = await (await caches.open(STATE)).match(`${ROOT}state`);
  return found ? found.json() : { head: null, verified: {} };
}

async function recallNext(state) {
  await (await caches.open(STATE)).put(`${ROOT}state`, new Response(JSON.stringify(state)));
}

async function tellPages() {
  for (const client of await self.clients.matchAll()) client.postMessage({ type: "changed" });
}
