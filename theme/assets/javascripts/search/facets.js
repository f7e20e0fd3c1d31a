// Facets: values to choose from, OR within one, AND across several. A file is loaded when its group is of use.

const facetsOf = (place) =>
  [...place.querySelectorAll("[data-facet]")].map((group) => ({
    group,
    key: group.dataset.facet,
    param: group.dataset.param,
    list: group.querySelector("ul"),
    chosen: new Set(),
    data: null,
  }));

// Its values and, where its group is open, the set of each story; else the stories of each value that is chosen.
// What is not to be had is as before, or missing: `isReady` tells. Of a large fair the values tell whether there is a
// column; else it is there, and need not wait for them.
const bringFacet = async (facet) => {
  const mine = core;
  const wide = `g-${facet.key}`;
  const isWanted = facet.group.open || have.get(wide);
  const values = load(`f-${facet.key}`);
  const isSure = core.n * WIDEST <= MOST_COLUMN || ((await values) || {}).column;
  const [data, all] = await Promise.all([values, isWanted && isSure ? load(wide) : null]);
  if (!data || mine !== core) return;
  if (facet.core !== core) {
    const of = { core, data, labels: new Map(data.values), sets: null, column: null, lists: new Map(), lines: null };
    Object.assign(facet, of, { members: null, told: new Set() });
  }
  if (all && !facet.column) Object.assign(facet, { sets: all.sets, column: columnOf(all.column) });
  if (!facet.column) await Promise.all(placesOf(facet).map((place) => bringList(facet, place)));
};

// "##$" → the number of each story.
const columnOf = (text) => {
  const width = text.length / core.n;
  const column = new Uint32Array(core.n);
  for (let at = 0; at < text.length; at++) {
    const story = Math.floor(at / width);
    column[story] = column[story] * DIGITS.length + VALUE[text.charCodeAt(at)];
  }
  return column;
};

const bringList = async (facet, place) => {
  const mine = core;
  const starts = facet.data.files;
  const file = starts.filter((start) => start <= place).length - 1;
  const lists = await load(`v-${facet.key}-${file}`);
  if (lists && mine === core) facet.lists.set(place, numbersOf(lists[place - starts[file]]));
};

// Of the values that are chosen; an address may name some that there are not.
const placesOf = ({ data, chosen }) => data.values.flatMap(([id], place) => (chosen.has(id) ? [place] : []));

const isReady = (facet) =>
  facet.core === core && (facet.column || placesOf(facet).every((place) => facet.lists.has(place)));

// Whether a story has a value that is chosen.
const passing = (facet) => {
  const { column, sets, lists } = facet;
  const places = placesOf(facet);
  if (column) {
    const passes = sets.map((set) => set.some((place) => places.includes(place)));
    return (story) => passes[column[story]];
  }
  const passes = new Uint8Array(core.n);
  for (const place of places) for (const story of lists.get(place)) passes[story] = 1;
  return (story) => passes[story];
};

const inUse = (facets) => facets.filter((facet) => facet.chosen.size);

// The stories that every facet in use lets through, but for one: its values are counted among these.
const letThrough = (stories, facets, except) => {
  const tests = inUse(facets)
    .filter((facet) => facet !== except && isReady(facet))
    .map(passing);
  return tests.length ? stories.filter((story) => tests.every((passes) => passes(story))) : stories;
};

// For each value: how many stories, how many samples.
const countValues = ({ data, sets: members, column }, stories) => {
  const sets = members.map(() => [0, 0]);
  for (const story of stories) sets[column[story]][core.isSample[story]]++;
  const counts = data.values.map(() => [0, 0]);
  members.forEach((set, at) => {
    for (const value of set) {
      counts[value][0] += sets[at][0];
      counts[value][1] += sets[at][1];
    }
  });
  return counts;
};

// A group's list: made once, then only what changes of it, so that nothing moves under a finger.
const showValues = (facet, stories, choose) => {
  facet.counted = stories;
  if (!facet.lines) {
    facet.lines = [];
    facet.list.replaceChildren();
    facet.list.classList.toggle("long", facet.data.values.length > LONG);
    facet.list.onscroll = facet.data.column ? null : () => countSoon(facet);
    layOut(facet, choose);
  }
  for (const one of facet.lines) one.box.checked = facet.chosen.has(one.id);
  return countLines(facet);
};

// The next lines: a large fair has thousands of units, and all of them at once would hold up a slow phone for a second.
const layOut = (facet, choose) => {
  const { lines, list, data } = facet;
  const from = lines.length;
  const more = data.values.slice(from, from + LAID).map(([id, label], at) => lineOfValue(facet, from + at, id, label, choose));
  lines.push(...more);
  list.append(...more.map((one) => one.line));
  const filter = facet.group.querySelector(".facet-narrow");
  if (filter) narrow(facet, filter.value);
  if (lines.length === data.values.length) return;
  whenIdle(() => {
    if (facet.lines !== lines) return; // the index is another
    layOut(facet, choose);
    if (data.column) countLines(facet);
  });
};

const countLines = (facet) => {
  if (!facet.data.column) return countAnew(facet, facet.counted);
  const counts = countValues(facet, facet.counted);
  facet.lines.forEach((one, at) => showCount(one, counts[at]));
};

const showCount = (one, [real, samples]) => {
  if (one.real === real && one.samples === samples) return;
  Object.assign(one, { real, samples });
  one.line.classList.toggle("none", !real && !samples);
  one.count.textContent = [
    real || !samples ? number(real) : "",
    samples ? fill(words.samples_short, { n: number(samples) }) : "",
  ]
    .filter(Boolean)
    .join(" + ");
};

const lineOfValue = (facet, at, id, label, choose) => {
  const box = make("input", "");
  const count = make("small", "");
  Object.assign(box, { type: "checkbox", value: id, checked: facet.chosen.has(id) });
  box.addEventListener("change", () => choose(facet, id, box.checked));
  return { at, id, box, count, label: foldAnew(label), line: make("li", "", make("label", "", box, make("span", "", label), count)) };
};

// Only values whose label has all that was typed, letter for letter but for tones.
const narrow = (facet, text) => {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  for (const { label, line } of facet.lines || []) {
    const isOut = !wanted.every((word) => label.includes(word));
    if (line.hidden !== isOut) line.hidden = isOut;
  }
  if (facet.members) countSoon(facet);
};
