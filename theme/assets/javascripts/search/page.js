// The page: what is asked, from its address, its box and its facets; what is shown.

const place = document.querySelector("[data-search]");
const words = JSON.parse(document.getElementById("__search").textContent);
const box = document.querySelector(".ask input");
const parts = new Map();
const part = (name) => parts.get(name) || parts.set(name, place.querySelector(`.found-${name}`)).get(name);
const facets = facetsOf(place);
const title = document.title;

let asked = { text: "", verbatim: false, shown: ENOUGH, people: FEW, units: FEW };
let found = null; // the last answer
let turn = 0; // of the newest question: an answer to an older one is dropped
let timer = 0;
let slow = 0; // timer: from when on the page says that it is looking
const none = { stop: () => {} };
let rest = none; // the cards that are still to come
let settled = false; // what the address holds was meant: the next keystroke begins an entry of its own

// The question in the address, and back.

const readAddress = () => {
  const values = new URLSearchParams(location.search);
  asked = {
    text: (box && values.get("q")) || "",
    verbatim: values.has(words.verbatim_param),
    shown: (history.state && history.state.shown) || ENOUGH,
    people: FEW,
    units: FEW,
  };
  if (box && box.value !== asked.text) box.value = asked.text;
  if (box) asked.text = box.value; // without what no box can hold
  settled = Boolean(asked.text);
  for (const facet of facets) facet.chosen = new Set(values.getAll(facet.param).flatMap((value) => value.split(",")).filter(Boolean));
};

const address = () => {
  const one = (key, value) => `${key}=${value}`;
  const parts = inUse(facets).map((facet) => one(facet.param, [...facet.chosen].map(encodeURIComponent).join(",")));
  if (asked.text.trim()) parts.unshift(one("q", encodeURIComponent(asked.text).replace(/%20/g, "+")));
  if (asked.verbatim) parts.push(one(words.verbatim_param, 1));
  return location.pathname + (parts.length ? `?${parts.join("&")}` : "");
};

// A folder on disk may refuse: then the address stays, and all else works.
const writeAddress = (how) => {
  clearTimeout(writing);
  unwritten = "";
  nameTab();
  try {
    history[how]({ shown: asked.shown }, "", address());
  } catch {
    /* the address stays */
  }
};

const nameTab = () => (document.title = asked.text.trim() ? `${asked.text.trim()} – ${title}` : title);

let unwritten = ""; // how the address is to be written, once nobody types any more
let writing = 0;
const writeLater = (how) => {
  unwritten = unwritten || how; // an entry of its own stays one
  clearTimeout(writing);
  writing = setTimeout(writeNow, REST); // with each letter it would take as long as a quarter of the answer
};
const writeNow = () => unwritten && writeAddress(unwritten);

// Asking.

const ask = async () => {
  rest.stop();
  place.removeAttribute("data-rest");
  const mine = ++turn;
  const isAsked = Boolean(wordsIn(asked.text).length || inUse(facets).length); // signs alone ask for nothing
  document.documentElement.toggleAttribute("data-asked", isAsked);
  place.dataset.of = asked.text.trim();
  showChips();
  const opened = facets.filter((facet) => facet.group.open);
  if (!isAsked && !opened.length) return clear();
  place.setAttribute("aria-busy", "true");
  clearTimeout(slow);
  slow = setTimeout(() => place.toggleAttribute("data-slow", true), SLOW);
  const state = await ready();
  if (mine !== turn) return;
  const before = lost;
  if (!state) return clear(state === false ? words.old : words.failed);
  await Promise.all([...new Set([...opened, ...inUse(facets)])].map(bringFacet));
  const answered = await stories();
  if (mine !== turn) return;
  found = { ...answered, lost: before };
  showChips();
  if (!inUse(facets).every(isReady)) return clear(words.failed); // never the unfiltered for the filtered
  found.shown = letThrough(found.stories, facets);
  for (const facet of opened)
    if (facet.core === core && (facet.column || !facet.data.column)) showValues(facet, letThrough(found.stories, facets, facet), choose);
  if (!isAsked) return clear();
  await show(mine);
};

// Each answer has a purse of its own; the first one more, for nothing was loaded before it.
let purses = 0;
const stories = async () => {
  if (!wordsIn(asked.text).length) {
    const all = new Uint32Array(core.n).map((_, story) => story);
    return { stories: all, scores: new Float64Array(core.n), people: [], units: [], used: [] };
  }
  const purse = new Purse(((purses++ ? NEXT_PURSE : FIRST_PURSE) - CARDS) * (core.n > LARGE ? 2 : 1));
  const given = await answer(asked.text, asked.verbatim, purse);
  // Facets are of stories: a unit from elsewhere would stand above those that were let through.
  return inUse(facets).length ? { ...given, people: [], units: [] } : given;
};

// Showing.

// Not busy first: what changes within something busy is not read out.
const say = (text) => {
  clearTimeout(slow);
  place.removeAttribute("data-slow");
  place.removeAttribute("aria-busy");
  part("status").textContent = text;
};

// Nothing is shown but, perhaps, why.
const clear = (text = "") => {
  for (const name of ["note", "people", "units", "cards"]) part(name).replaceChildren();
  part("more").hidden = true;
  say(text);
};

const show = async (mine) => {
  rest.stop();
  const close = new Map();
  const order = inOrder(close);
  // Of the first answer only what is in sight, or nearly: with the next letter it is another.
  const now = asked.shown > ENOUGH || order.length <= SEEN ? order : order.slice(0, SEEN);
  const people = [...found.people.slice(0, asked.people)];
  const units = [...found.units.slice(0, asked.units)];
  const [cards, ...lines] = await Promise.all([records("c", 4, now), records("p", 16, people), records("u", 16, units)]);
  if (mine !== turn) return;
  const isWhole = cards.length === now.length; // else nobody knows which of them is missing
  const named = new Map(cards.map((card, at) => [card, (isWhole && close.get(now[at])) || isNamed(card, found.used)]));
  cards.sort((one, other) => named.get(other) - named.get(one));
  const isMissing = lost > found.lost; // then “nothing found” would be a guess
  if (isMissing && !cards.length && !lines.flat().length) return clear(words.failed);
  showNote();
  showNames("people", lines[0], personLine, words.people_title);
  showNames("units", lines[1], unitLine, words.units_title);
  part("cards").replaceChildren(...cards.map((card) => cardOf(card, found.used)));
  part("more").hidden = found.shown.length <= asked.shown || now.length < order.length;
  say(isMissing ? words.lost : total(found.shown));
  if (now.length < order.length) later(mine, order.slice(now.length));
};

// The stories that are shown, the nearest of the first ones before all.
const inOrder = (close) => {
  const order = ranked(found.shown, asked.shown, found.scores);
  const head = order.slice(0, ENOUGH);
  for (const story of head) close.set(story, closeness(found.weighed || [], story));
  return [...head.sort((one, other) => close.get(other) - close.get(one)), ...order.slice(ENOUGH)];
};

// The cards after those in sight: once they come near, or nobody has typed for a while.
const later = (mine, stories) => {
  place.toggleAttribute("data-rest", true);
  const go = async () => {
    halt();
    const before = lost;
    const cards = await records("c", 4, stories);
    if (mine !== turn || rest !== coming) return; // asked or shown anew, with a rest of its own
    part("cards").append(...cards.map((card) => cardOf(card, found.used)));
    part("more").hidden = found.shown.length <= asked.shown;
    place.removeAttribute("data-rest");
    if (lost > before) say(words.lost);
  };
  const watch = new IntersectionObserver(([seen]) => seen.isIntersecting && go(), { rootMargin: "0px 0px 25%" });
  watch.observe(part("cards").lastElementChild || part("cards"));
  const timer = setTimeout(go, REST);
  const halt = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  const coming = { stop: () => (halt(), (rest = none)) };
  rest = coming;
};

// "2 sáng kiến và 5 bài mẫu"
const total = (stories) => {
  let samples = 0;
  const { isSample } = core;
  for (let at = 0; at < stories.length; at++) samples += isSample[stories[at]];
  const real = stories.length - samples;
  if (!stories.length) {
    const names = ["people", "units"].filter((kind) => found[kind].length);
    return names.map((kind) => counted(words[`${kind}_found`], found[kind].length)).join(", ") || (wordsIn(asked.text).join("").length > 1 || inUse(facets).length ? words.none : words.short);
  }
  if (!samples) return counted(words.found, real);
  if (!real) return counted(words.samples, samples);
  return fill(words.both, { found: counted(words.found, real), samples: counted(words.samples, samples) });
};

// What was answered in place of what was typed, with a way back.
const showNote = () => {
  if (found.partly) return part("note").replaceChildren(found.shown.length ? words.partly : "");
  if (!found.instead) return part("note").replaceChildren();
  const back = make("button", "plain", fill(words.verbatim, { q: asked.text.trim() }));
  back.type = "button";
  back.addEventListener("click", () => change({ verbatim: true }, "pushState"));
  part("note").replaceChildren(fill(words.instead, { q: found.instead }), " ", back);
};

const showNames = (kind, lines, lineOf, heading) => {
  if (!lines.length) return part(kind).replaceChildren();
  const list = make("ul", "rows", ...lines.map(lineOf));
  list.setAttribute("role", "list");
  const more = make("button", "plain", words.more_names);
  more.type = "button";
  more.addEventListener("click", () => {
    asked[kind] += ENOUGH;
    show(turn).then(() => focusOn(part(kind), lines.length));
  });
  more.hidden = found[kind].length <= lines.length;
  part(kind).replaceChildren(make("h2", "", heading), list, more);
};

const focusOn = (where, at) => {
  const target = where.querySelectorAll("a")[at];
  if (target) target.focus();
};

// What is chosen, each to be taken back by a touch.
const showChips = () => {
  const chips = inUse(facets).flatMap((facet) =>
    [...facet.chosen].map((id) => {
      const label = (facet.labels && facet.labels.get(id)) || id;
      const chip = make("button", "chip", label, make("span", "chip-x", "×"));
      chip.type = "button";
      chip.setAttribute("aria-label", fill(words.remove, { name: label }));
      chip.addEventListener("click", () => {
        choose(facet, id, false);
        (part("chips").querySelector("button") || facet.group.querySelector("summary")).focus();
      });
      return make("li", "", chip);
    })
  );
  if (chips.length || part("chips").firstChild) part("chips").replaceChildren(...chips);
  for (const facet of facets) facet.group.classList.toggle("used", facet.chosen.size > 0);
};

// Changing the question.

const change = (what, how, write = writeAddress) => {
  Object.assign(asked, { shown: ENOUGH, people: FEW, units: FEW }, what);
  write(how);
  return ask();
};

// What the box holds, unless that was asked already.
const askTyped = () => {
  clearTimeout(timer);
  if (!box || box.value === asked.text) return;
  change({ text: box.value, verbatim: false }, settled ? "pushState" : "replaceState", writeLater);
  settled = false;
};

// Whoever turns to something else has typed to the end.
const leave = () => {
  askTyped();
  writeNow();
};

const choose = (facet, id, isChosen) => {
  if (isChosen) facet.chosen.add(id);
  else facet.chosen.delete(id);
  change({}, "pushState");
};

const listen = () => {
  if (box) {
    box.addEventListener("focus", ready, { once: true }); // the core is there by the first letter
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(askTyped, PAUSE);
    });
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      writeNow();
      const isNew = settled && box.value !== asked.text;
      change({ text: box.value, verbatim: false }, isNew ? "pushState" : "replaceState");
      settled = true;
    });
  }
  part("more").addEventListener("click", () => {
    const before = asked.shown;
    asked.shown += ENOUGH;
    writeAddress("replaceState");
    show(turn).then(() => focusOn(part("cards"), before));
  });
  for (const facet of facets) {
    facet.group.addEventListener("toggle", () => facet.group.open && ask());
    const filter = facet.group.querySelector(".facet-narrow");
    if (filter) filter.addEventListener("input", () => narrow(facet, filter.value));
    facet.group.querySelector(".facet-done").addEventListener("click", () => shut(facet));
  }
  document.addEventListener("click", (event) => {
    for (const facet of facets) if (facet.group.open && !facet.group.contains(event.target)) facet.group.open = false;
  });
  // What is open lies over what comes next: whoever tabs on must see where they are.
  for (const { group } of facets)
    group.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !group.contains(relatedTarget)) group.open = false;
    });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "F5") leave(); // reload, copy, back
    const open = facets.find((facet) => facet.group.open);
    if (event.key === "Escape" && open) shut(open);
  });
  addEventListener("resize", () => facets.filter(({ group }) => group.open).forEach(countSoon)); // more is in sight
  addEventListener("online", () => {
    if (lost) ask(); // what failed may come now
  });
  for (const leaving of ["click", "pointerdown", "pagehide", "blur"]) addEventListener(leaving, leave, true);
  addEventListener("popstate", () => {
    clearTimeout(writing);
    unwritten = "";
    readAddress();
    nameTab();
    ask();
  });
};

const shut = (facet) => {
  facet.group.open = false;
  facet.group.querySelector("summary").focus();
};

if (place) {
  readAddress();
  nameTab();
  listen();
  ask();
  if (box) addEventListener("load", rehearse, { once: true });
}
