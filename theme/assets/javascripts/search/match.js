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

// Weight and place of one term in every story, and the stories that have it. People and units that carry it: lists of
// numbers, each with its worth, the best first.
const weigh = (term) => {
  const own = {
    weight: new Float32Array(core.n),
    place: new Uint8Array(core.n).fill(NOWHERE),
    fields: new Uint8Array(core.n),
    stories: [],
    people: [],
    units: [],
  };
  for (const [folded, entry, quality] of entriesOf(term))
    for (const form in entry) {
      const lists = entry[form];
      const good = quality * toneOf(term, folded, form);
      addTitles(own, listOf(lists, 0), lists[1], FIELDS.title * good);
      addStories(own, listOf(lists, 2), AUTHOR, FIELDS.author * good);
      addStories(own, listOf(lists, 3), UNIT, FIELDS.unit * good);
      addStories(own, listOf(lists, 4), 0, FIELDS.summary * good);
      if (quality < 1 && term.folded.length < 3) continue; // of two letters: three names out of hundreds help nobody
      if (lists[5]) own.people.push([listOf(lists, 5), good]);
      if (lists[6]) own.units.push([listOf(lists, 6), good]);
    }
  own.people.sort(byWorth);
  own.units.sort(byWorth);
  return own;
};

const byWorth = ([, one], [, other]) => other - one;

// Stories with a form in their titles, and its places there.
const addTitles = ({ weight, place, fields, stories }, titles, places, worth) => {
  for (let at = 0; at < titles.length; at++) {
    const story = titles[at];
    fields[story] |= TITLE;
    if (worth <= weight[story]) continue;
    if (!weight[story]) stories.push(story);
    weight[story] = worth;
    const where = VALUE[places.charCodeAt(at)];
    place[story] = where % AT_END;
    fields[story] = where < AT_END ? fields[story] & ~END : fields[story] | END;
  }
};

// Stories with a form in another field.
const addStories = ({ weight, fields, stories }, having, bit, worth) => {
  for (let at = 0; at < having.length; at++) {
    const story = having[at];
    if (bit) fields[story] |= bit;
    if (worth <= weight[story]) continue;
    if (!weight[story]) stories.push(story);
    weight[story] = worth;
  }
};

// What a term weighs, with the stories that have it in their text alone.
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

const fewest = (weighed) => weighed.reduce((so, one) => (one.stories.length < so.length ? one.stories : so), weighed[0].stories);

// A term or, where the fair has a synonym for it, the words that are meant: the better of both.
const weighAll = (term, withText) => {
  if (!term.also) return withText ? withTexts(weighOnce(term), term) : weighOnce(term);
  const whole = (one) => (withText ? withTexts(weigh(one), one) : weigh(one));
  const own = whole(term);
  const meant = term.also.map(whole);
  for (const story of fewest(meant)) {
    const least = meant.reduce((so, one) => Math.min(so, one.weight[story]), Infinity);
    if (least <= own.weight[story]) continue;
    if (!own.weight[story]) own.stories.push(story);
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
  const found = [];
  for (const { stories } of weighed)
    for (const story of stories) {
      if (!seen[story]) found.push(story);
      seen[story] = 1;
    }
  return found;
};

const rarityOf = ({ stories }) => Math.log(1 + core.n / (1 + stories.length));

// The numbers of stories, and what each scores. `need`: how many of the terms they must have; `meant`: names that the
// query is; `cover`: the rarity of what a story has: of a long query a rare word says more than three common ones.
const matchStories = (weighed, need, meant, scores, covers = null) => {
  if (!weighed.length) return [];
  if (weighed.length === 1 && !covers) return matchWord(weighed[0], meant, scores);
  const rarity = weighed.map(rarityOf);
  const found = [];
  for (const story of candidates(weighed, need)) {
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
    found.push(story);
    scores[story] = score;
    if (covers) covers[story] = cover;
  }
  return found;
};

// The same for a query of one word, which thousands may have: all in order, and together where it comes first.
const matchWord = (own, meant, scores) => {
  const { weight, place, fields, stories } = own;
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

const isInOrder = (weighed, story) =>
  weighed.every((one, at) => !at || weighed[at - 1].place[story] < one.place[story]);

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

// Best score, real before sample, newer before older.
const inRank = (scores) => (one, other) =>
  scores[other] - scores[one] || core.isSample[one] - core.isSample[other] || other - one;

// The first so many of all that was found, in order: who sees ten of thirty thousand needs no order of the rest.
// From the newest on, for of those that are alike it stands first: then few are put in only to fall out again.
const ranked = (found, many, scores) => {
  const order = inRank(scores);
  const { isSample } = core;
  const best = [];
  let last = -1; // of as many: what stands behind it is passed over
  for (let at = found.length - 1; at >= 0; at--) {
    const one = found[at];
    if (last >= 0) {
      const more = scores[one] - scores[last];
      if (more < 0 || (!more && (one < last ? isSample[one] >= isSample[last] : isSample[one] > isSample[last]))) continue;
      best.pop();
    }
    let place = best.length;
    while (place && order(one, best[place - 1]) < 0) place--;
    best.splice(place, 0, one);
    if (best.length === many) last = best[many - 1];
  }
  return best;
};
