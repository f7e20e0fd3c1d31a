// A query → what answers it: loads what it needs, within its purse, and widens only where too little is found.

// The core, made ready. Null: not to be had; false: of another version. A tab stays open for days, and files of two
// builds count stories differently: after a while all is asked for anew, and what is here serves where that fails.
const ready = () => {
  if (core && Date.now() - core.since < FRESH) return core;
  reading = reading || read().finally(() => (reading = null));
  return reading;
};

// Each member by its name, not `...data`: a made-up core must have the shape of a real one (rehearse.js).
const coreOf = (data) => ({
  n: data.n,
  since: Date.now(),
  cost: data.cost,
  sectors: data.sectors,
  lexicon: data.words ? data.words.split(" ") : [],
  rareFiles: new Set(data.rare.match(/../gsu) || []),
  // A plain object would know `constructor` too.
  synonyms: new Map(Object.entries(data.synonyms)),
  isSample: new Uint8Array(data.n),
  room: { people: roomFor(data.people), units: roomFor(data.units) },
});

let reading = null;
const read = async () => {
  files.delete("core");
  const data = await load("core");
  if (!data) return core && Object.assign(core, { since: Date.now() });
  if (data.v !== VERSION) return false;
  for (const kept of [files, have, texts]) kept.clear();
  core = coreOf(data);
  for (const story of unpack(data.samples)) core.isSample[story] = 1;
  return core;
};

// Files of a term's strong fields: [name, bytes].
const strongFiles = (term) => {
  const found = [];
  for (const one of [term, ...(term.also || [])]) {
    if (costOf("w", one.folded)) found.push([`w-${one.folded}`, costOf("w", one.folded)]);
    const wants = !isSyllable(one.folded) || (one.last && one.folded.length > 2);
    if (wants && rareFile(one.folded)) found.push([rareFile(one.folded), RARE]);
  }
  return found;
};

const textFiles = (term) =>
  [term.folded, ...(term.continued || []), ...(term.also || []).map((one) => one.folded)]
    .filter((folded) => costOf("x", folded))
    .map((folded) => [`x-${folded}`, costOf("x", folded)]);

const dear = (files) => files.reduce((sum, [, bytes]) => sum + bytes, 0);

// Load what the purse allows of each term's files, the cheapest terms first. The terms that have all of theirs.
const bring = async (terms, filesOf, purse) => {
  const served = new Set();
  const wanted = [];
  for (const term of [...terms].sort((one, other) => dear(filesOf(one)) - dear(filesOf(other)))) {
    const files = filesOf(term);
    const taken = files.filter(([name, bytes]) => purse.take(name, bytes));
    wanted.push(...taken.map(([name]) => name));
    if (taken.length === files.length) served.add(term);
  }
  await loadAll(wanted);
  return terms.filter((term) => served.has(term));
};

// What terms weigh, the last of them going on in as many ways as it takes to find enough; then in texts, too.
const weighWith = async (used, purse) => {
  const weighed = used.map((term) => weighAll(term, false));
  const place = used.findIndex((term) => term.last);
  const last = used[place];
  let begun = last ? continued(last) : [];
  for (const most of [FIRST_CONTINUED, MOST_CONTINUED]) {
    if (!begun.length || isEnough(weighed)) break;
    const taken = [];
    for (const one of begun) if (taken.length < most && purse.take(`w-${one}`, costOf("w", one))) taken.push(one);
    await loadAll(taken.map((one) => `w-${one}`));
    last.continued = [...(last.continued || []), ...taken];
    addEntries(weighed[place], last, entriesOfBegun(taken));
    begun = begun.filter((one) => !taken.includes(one));
  }
  if (isEnough(weighed)) return weighed;
  await bring(used, textFiles, purse);
  return used.map((term, at) => (term.also ? weighAll(term, true) : withTexts(weighed[at], term)));
};

// Stories and names that have all of the terms; of a long query the common words are passed over.
const attempt = async (terms, purse) => {
  const used = await bring(terms, strongFiles, purse);
  keepOnly(used);
  const scores = new Float64Array(core.n);
  if (!used.length) return { used, stories: NO_STORIES, scores, people: [], units: [], half: {} };
  const weighed = await weighWith(used, purse);
  const [people, units] = ["people", "units"].map((kind) => matchNames(weighed, kind));
  const isWhole = ({ hits }) => hits === used.length;
  const meant = (isWhole(people) && AUTHOR) | (isWhole(units) && UNIT);
  const stories = matchStories(weighed, used.length, meant, scores);
  const half = { people: people.numbers, units: units.numbers };
  const whole = (names) => (isWhole(names) ? names.numbers : []);
  return { used, weighed, stories, scores, people: whole(people), units: whole(units), half };
};

const isEmpty = (state) => !state.stories.length && !state.people.length && !state.units.length;
const textOf = (terms) => terms.map((term) => term.word).join(" ");

// What answers a query: stories, and the scores of each, people, units; `instead`: the query that was answered in its place;
// `partly`: no story has all words. `verbatim`: what was typed is meant.
const answer = async (text, verbatim, purse) => {
  let terms = parse(text);
  const last = terms[terms.length - 1];
  if (terms.length > 1 && last.last && last.folded.length === 1 && !isSyllable(last.folded)) terms = terms.slice(0, -1);
  const state = await attempt(terms, purse);
  if (!isEmpty(state)) return state;
  if (!verbatim) {
    for (const variant of variants(terms).slice(0, MOST_VARIANTS)) {
      const other = await attempt(variant, purse);
      if (!isEmpty(other)) return { ...other, instead: textOf(variant) };
    }
  }
  if (terms.length < 2) return state;
  const covers = new Float64Array(core.n);
  const some = matchStories(state.weighed || [], 1, 0, state.scores, covers);
  const most = some.reduce((so, story) => Math.max(so, covers[story]), 0);
  // Half a name comes only now: one with a slip in it is somebody's whole name more often than another's half.
  return { ...state, ...state.half, partly: true, stories: some.filter((story) => covers[story] >= most * PARTLY) };
};
