// Terms → people and units whose names have them.

// To count names in, and zero again after it: as much room for each look would be rubbish to clear away.
const roomFor = (many) => ({
  hits: new Uint8Array(many),
  seen: new Uint8Array(many),
  score: new Float64Array(many),
  touched: new Uint32Array(many),
});

// The words' names, and what they are worth together: a word counts once, by its best form. The first `seeds` words
// bring names in, the others are of use only to those. How many names that is.
const countNames = (having, seeds, { hits, seen, score, touched }) => {
  let many = 0;
  for (let at = 0; at < having.length; at++)
    for (const [lists, key, worth] of having[at]) {
      const numbers = listOf(lists, key);
      for (let n = 0; n < numbers.length; n++) {
        const number = numbers[n];
        if (!hits[number]) {
          if (at >= seeds) continue;
          touched[many++] = number;
        } else if (seen[number] === at) continue;
        seen[number] = at;
        hits[number]++;
        score[number] += worth;
      }
    }
  return many;
};

// How many names a list holds, roughly: what is still in text counts by its characters.
const sizeOfNames = ([lists, key]) => lists[key].length / (typeof lists[key] === "string" ? WIDEST : 1);
const sizeOfWord = (having) => having.reduce((sum, names) => sum + sizeOfNames(names), 0);

// People or units whose name has all words, or the most of them that any has: of three or more all but one. The
// nearest first, those that came last before others. `hits`: how many words that is.
const matchNames = (weighed, kind) => {
  const having = weighed.map((one) => one[kind]).sort((one, other) => sizeOfWord(one) - sizeOfWord(other));
  // Of one word another tone is another name, however many have it.
  if (having.length === 1) having[0] = having[0].filter(([, , worth]) => worth > ALIKE);
  if (having.length === 1 && having[0].some((names) => sizeOfNames(names) > MOST_NAMES)) return { hits: 1, numbers: [] };
  const need = having.length - (having.length > 2 ? 1 : 0);
  const seeds = having.length - need + 1;
  const room = core.room[kind];
  const { hits, score, touched } = room;
  const many = countNames(having, seeds, room);
  const found = [];
  let most = 0;
  for (let at = 0; at < many; at++) {
    const number = touched[at];
    if (hits[number] < need || hits[number] < most || score[number] <= hits[number] * ALIKE) continue;
    if (hits[number] > most) found.length = 0;
    most = hits[number];
    if (found.length <= MOST_NAMES) found.push(number);
  }
  const numbers = found.length > MOST_NAMES ? [] : found.sort((one, other) => score[other] - score[one] || other - one);
  for (let at = 0; at < many; at++) hits[touched[at]] = score[touched[at]] = 0;
  return { hits: most, numbers };
};
