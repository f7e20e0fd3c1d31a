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

// Of one word alone, the lists that are worth a look: those of better forms than the first that is too long.
const shortOnes = (having) => {
  const long = having.find((names) => sizeOfNames(names) > MOST_NAMES);
  return long ? having.filter(([, , worth]) => worth > long[2]) : having;
};

// People or units whose name has all words, or the most of them that any has: of three or more all but one. The
// nearest first, those that came last before others; none of those who are alike, where they are too many. `hits`: how
// many words that is.
const matchNames = (weighed, kind) => {
  const having = weighed.map((one) => one[kind]).sort((one, other) => sizeOfWord(one) - sizeOfWord(other));
  let most = 0;
  if (having.length === 1) {
    const names = having[0].filter(([, , worth]) => worth > ALIKE); // another tone is another name, however many have it
    const short = shortOnes(names);
    if (short.length < names.length) most = 1; // somebody has it
    having[0] = short;
  }
  const need = having.length - (having.length > 2 ? 1 : 0);
  const room = core.room[kind];
  const { hits, score, touched } = room;
  const many = countNames(having, having.length - need + 1, room);
  const alike = new Map(); // score → numbers of those who have the most words
  for (let at = 0; at < many; at++) {
    const number = touched[at];
    if (hits[number] < need || hits[number] < most || score[number] <= hits[number] * ALIKE) continue;
    if (hits[number] > most) alike.clear();
    most = hits[number];
    const some = alike.get(score[number]) || [];
    if (!some.length) alike.set(score[number], some);
    if (some.length <= MOST_NAMESAKES) some.push(number);
  }
  for (let at = 0; at < many; at++) hits[touched[at]] = score[touched[at]] = 0;
  const numbers = [];
  for (const worth of [...alike.keys()].sort((one, other) => other - one)) {
    const isName = most > 1 && worth >= most; // all words, and whole
    if (numbers.length + alike.get(worth).length > (isName ? MOST_NAMESAKES : MOST_NAMES)) break;
    numbers.push(...alike.get(worth).sort((one, other) => other - one));
  }
  return { hits: most, numbers };
};
