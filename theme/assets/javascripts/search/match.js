// Terms → stories, people and units with their weight. A word begun is in half of all stories, and a browser first
// reads such loops step by step, before it compiles them: so those over stories say `for (let …)` and call nothing.

const listOf = (holder, key) => {
  if (typeof holder[key] === "string") holder[key] = unpack(holder[key]); // once: the holder keeps the numbers
  return holder[key] || [];
};
const texts = new Map(); // packed list of a text file → its numbers
const numbersOf = (list) => {
  if (!texts.has(list)) texts.set(list, unpack(list));
  return texts.get(list);
};

// Typed with tones, the same tones stand first; without tones nothing is known of them.
const toneOf = (term, folded, form) => {
  if (!term.toned) return 1;
  if (folded === term.folded) return form === term.form ? 1.25 : 0.65;
  return form.replace(/\d$/, "").startsWith(term.form.replace(/\d$/, "")) ? 1 : 0.65;
};

// What a term weighs: weight, place and fields of each story; the first `many` of `stories` are those that have it;
// people and units that carry it: lists of numbers (where they are), each with its worth, the best first.
const weighing = () => ({
  weight: new Float32Array(core.n),
  place: new Uint8Array(core.n).fill(NOWHERE),
  fields: new Uint8Array(core.n),
  stories: new Uint32Array(core.n),
  many: 0,
  people: [],
  units: [],
});

const storiesOf = ({ stories, many }) => stories.subarray(0, many);

const weigh = (term) => addEntries(weighing(), term, entriesOf(term));

const byWorth = ([, , one], [, , other]) => other - one;

// One term in every story, and in names, where these entries have it.
const addEntries = (own, term, entries) => {
  for (const [folded, entry, quality] of entries)
    for (const form in entry) {
      const lists = entry[form];
      const good = quality * toneOf(term, folded, form);
      addTitles(own, listOf(lists, 0), lists[1], FIELDS.title * good);
      addStories(own, listOf(lists, 2), AUTHOR, FIELDS.author * good);
      addStories(own, listOf(lists, 3), UNIT, FIELDS.unit * good);
      addStories(own, listOf(lists, 4), 0, FIELDS.summary * good);
      if (quality < 1 && term.folded.length < 3) continue; // of two letters: three names out of hundreds help nobody
      if (lists[5]) own.people.push([lists, 5, good]);
      if (lists[6]) own.units.push([lists, 6, good]);
    }
  own.people.sort(byWorth);
  own.units.sort(byWorth);
  return own;
};

// Stories with a form in their titles, and its places there.
const addTitles = (own, titles, places, worth) => {
  const { weight, place, fields, stories } = own;
  let { many } = own;
  for (let at = 0; at < titles.length; at++) {
    const story = titles[at];
    fields[story] |= TITLE;
    if (worth <= weight[story]) continue;
    if (!weight[story]) stories[many++] = story;
    weight[story] = worth;
    const where = VALUE[places.charCodeAt(at)];
    place[story] = where % AT_END;
    fields[story] = where < AT_END ? fields[story] & ~END : fields[story] | END;
  }
  own.many = many;
};

// Stories with a form in another field.
const addStories = (own, having, bit, worth) => {
  const { weight, fields, stories } = own;
  let { many } = own;
  for (let at = 0; at < having.length; at++) {
    const story = having[at];
    fields[story] |= bit;
    if (worth <= weight[story]) continue;
    if (!weight[story]) stories[many++] = story;
    weight[story] = worth;
  }
  own.many = many;
};

// The same, with the stories that have the term in their text alone.
const withTexts = (own, term) => {
  const whole = { ...own, weight: own.weight.slice(), stories: own.stories.slice() };
  for (const list of textsOf(term)) addStories(whole, numbersOf(list), 0, FIELDS.text);
  return whole;
};

// What the words of the last query weigh: with each letter that is typed all but one of them are the same.
let before = new Map();
const keepOnly = (terms) => {
  const words = new Set(terms.map((term) => term.word));
  before = new Map([...before].filter(([word, [of]]) => of === core && words.has(word)));
};

const weighOnce = (term) => {
  if (term.last || !strongFiles(term).every(([name]) => have.has(name))) return weigh(term);
  const [of, known] = before.get(term.word) || [];
  if (of === core) return known;
  const own = weigh(term);
  before.set(term.word, [core, own]);
  return own;
};

const fewest = (weighed) => storiesOf(weighed.reduce((so, one) => (one.many < so.many ? one : so)));

// A term or, where the fair has a synonym for it, the words that are meant: the better of both.
const weighAll = (term, withText) => {
  if (!term.also) return withText ? withTexts(weighOnce(term), term) : weighOnce(term);
  const whole = (one) => (withText ? withTexts(weigh(one), one) : weigh(one));
  const own = whole(term);
  const meant = term.also.map(whole);
  for (const story of fewest(meant)) {
    const least = meant.reduce((so, one) => Math.min(so, one.weight[story]), Infinity);
    if (least <= own.weight[story]) continue;
    if (!own.weight[story]) own.stories[own.many++] = story;
    own.weight[story] = least;
    own.place[story] = meant[0].place[story];
    own.fields[story] = meant.reduce((so, one) => so & one.fields[story], TITLE | AUTHOR | UNIT);
    own.fields[story] |= meant[meant.length - 1].fields[story] & END;
  }
  return own;
};

// Those that may have as many terms as are needed: all of them, or any.
const candidates = (weighed, need) => {
  if (need === weighed.length) return fewest(weighed);
  const seen = new Uint8Array(core.n);
  const found = new Uint32Array(core.n);
  let many = 0;
  for (const one of weighed) {
    const stories = storiesOf(one);
    for (let at = 0; at < stories.length; at++) {
      if (!seen[stories[at]]) found[many++] = stories[at];
      seen[stories[at]] = 1;
    }
  }
  return found.subarray(0, many);
};

// Whether so many stories have all of the terms that nobody needs more.
const isEnough = (weighed, enough = ENOUGH) => {
  const stories = fewest(weighed);
  let many = 0;
  for (let at = 0; at < stories.length && many < enough; at++) {
    many++;
    for (let n = 0; n < weighed.length; n++)
      if (!weighed[n].weight[stories[at]]) {
        many--;
        break;
      }
  }
  return many === enough;
};

const rarityOf = ({ many }) => Math.log(1 + core.n / (1 + many));

// The numbers of stories, and what each scores. `need`: how many of the terms they must have; `meant`: names that the
// query is; `cover`: the rarity of what a story has: of a long query a rare word says more than three common ones.
const matchStories = (weighed, need, meant, scores, covers = null) => {
  if (!weighed.length) return NO_STORIES;
  if (weighed.length === 1 && !covers) return matchWord(weighed[0], meant, scores);
  const rarity = weighed.map(rarityOf);
  const stories = candidates(weighed, need);
  const found = new Uint32Array(stories.length);
  let many = 0;
  for (let n = 0; n < stories.length; n++) {
    const story = stories[n];
    let score = 0;
    let cover = 0;
    let hits = 0;
    let common = TITLE | AUTHOR | UNIT; // fields that have all terms
    for (let at = 0; at < weighed.length; at++) {
      const one = weighed[at].weight[story];
      if (!one) {
        if (weighed.length - at - 1 + hits < need) break;
        continue;
      }
      hits++;
      cover += rarity[at];
      score += one * rarity[at];
      common &= weighed[at].fields[story];
    }
    if (hits < need || !hits) continue;
    const together = phrase(weighed, rarity, story);
    if (hits < weighed.length) common = 0;
    if (common & TITLE) score *= together ? IN_TITLE : isInOrder(weighed, story) ? IN_ORDER : SCATTERED;
    if (common & meant) score *= NAMED;
    score += together;
    found[many++] = story;
    scores[story] = score;
    if (covers) covers[story] = cover;
  }
  return found.subarray(0, many);
};

// The same for a query of one word, which thousands may have: all in order, and together where it comes first.
const matchWord = (own, meant, scores) => {
  const { weight, place, fields } = own;
  const stories = storiesOf(own);
  const rarity = rarityOf(own);
  for (let at = 0; at < stories.length; at++) {
    const story = stories[at];
    const first = place[story] ? 0 : rarity * FIRST;
    let score = weight[story] * rarity;
    if (fields[story] & TITLE) score *= first ? IN_TITLE : IN_ORDER;
    if (fields[story] & meant) score *= NAMED;
    scores[story] = score + first;
  }
  return stories;
};

const isInOrder = (weighed, story) => {
  for (let at = 1; at < weighed.length; at++)
    if (weighed[at - 1].place[story] >= weighed[at].place[story]) return false;
  return true;
};

// Words that follow one another in the title as they do in the query; at its very start a little more.
const phrase = (weighed, rarity, story) => {
  let bonus = weighed[0].place[story] === 0 ? rarity[0] * FIRST : 0;
  for (let at = 1; at < weighed.length; at++) {
    const before = weighed[at - 1].place[story];
    const here = weighed[at].place[story];
    if (before !== NOWHERE && here === before + 1) bonus += (rarity[at - 1] + rarity[at]) * FOLLOWING;
  }
  return bonus;
};

// How near to what was typed: the title itself; its words one after another in the title.
const closeness = (weighed, story) => {
  if (!weighed.length || weighed.some((one) => !one.weight[story])) return 0;
  const isPhrase = weighed.every(
    (one, at) => one.place[story] !== NOWHERE && (!at || one.place[story] === weighed[at - 1].place[story] + 1)
  );
  if (isPhrase && !weighed[0].place[story] && weighed[weighed.length - 1].fields[story] & END) return 3;
  return isPhrase && weighed.length > 1 ? 2 : 0;
};

// Whether one stands before another: best score, real before sample, newer before older.
const isBefore = (one, other, scores, isSample) =>
  scores[one] !== scores[other]
    ? scores[one] > scores[other]
    : isSample[one] !== isSample[other]
      ? isSample[one] < isSample[other]
      : one > other;

// The first so many of all that was found, in order: who sees ten of thirty thousand needs no order of the rest.
// From the newest on, for of those that are alike it stands first: then few are put in only to fall out again.
const ranked = (found, many, scores) => {
  const { isSample } = core;
  const best = [];
  let last = -1; // of as many: what stands behind it is passed over
  for (let at = found.length - 1; at >= 0; at--) {
    const one = found[at];
    if (last >= 0) {
      if (scores[one] < scores[last] || !isBefore(one, last, scores, isSample)) continue;
      best.pop();
    }
    let place = best.length;
    while (place && isBefore(one, best[place - 1], scores, isSample)) place--;
    best.splice(place, 0, one);
    if (best.length === many) last = best[many - 1];
  }
  return best;
};
