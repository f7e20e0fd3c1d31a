// A query as terms, and the files that each of them needs.

// One word that is looked for. `last`: it may go on; `exact`: its own words in the lexicon stand for it.
const termOf = (word, last) => ({ word, folded: fold(word), form: formOf(word), toned: fold(word) !== word, last });

// "may sat khu" → terms; the last may go on unless a space follows it. A word twice says no more than once.
const parse = (text) => {
  const words = wordsIn(text).slice(0, MOST_WORDS);
  const open = !/\s$/.test(text);
  const found = new Map();
  words.forEach((word, at) => {
    const term = termOf(word, open && at === words.length - 1);
    if (!found.has(term.folded) || term.last) found.set(term.folded, term);
  });
  for (const term of found.values()) {
    const meant = core.synonyms.get(term.folded);
    if (meant) term.also = wordsIn(meant).map((word) => termOf(word, false));
  }
  return [...found.values()];
};

// Whether a folded word is the term, or goes on from it.
const fits = (term, word) =>
  word === term.folded || (term.last && term.folded.length > 1 && word.startsWith(term.folded));

// The place of the first syllable that is not before a word: they stand in order.
const placeOf = (word) => {
  let from = 0;
  let to = core.lexicon.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (core.lexicon[middle] < word) from = middle + 1;
    else to = middle;
  }
  return from;
};

const isSyllable = (folded) => core.lexicon[placeOf(folded)] === folded;
const costOf = (letter, folded) => {
  const at = placeOf(folded);
  return core.lexicon[at] === folded ? sizeOf(core.cost[2 * at + (letter === "w" ? 0 : 1)]) : 0;
};
const rareFile = (folded) => {
  const letters = `${folded}_`.slice(0, 2).replace(/[^a-z0-9]/g, "_");
  return core.rareFiles.has(letters) ? `r-${letters}` : "";
};

// Syllables that go on from what was typed, the commonest first: few files, and what is meant most often.
const continued = (term) => {
  if (!term.last || term.folded.length < 2) return [];
  const found = [];
  for (let at = placeOf(term.folded); at < core.lexicon.length; at++) {
    const syllable = core.lexicon[at];
    if (!syllable.startsWith(term.folded)) break;
    if (syllable !== term.folded && costOf("w", syllable)) found.push([syllable, costOf("w", syllable)]);
  }
  return found
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_CONTINUED)
    .map(([syllable]) => syllable);
};

// The words of the index that stand for a term, of the files that are here: [folded, entry, quality].
const entriesOf = (term) => {
  const word = have.get(`w-${term.folded}`);
  const found = [...(word ? [[term.folded, word, 1]] : []), ...entriesOfBegun(term.continued || [])];
  const rare = have.get(rareFile(term.folded));
  for (const word in rare || {})
    if (fits(term, word)) found.push([word, rare[word].f, word === term.folded ? 1 : BEGUN]);
  return found;
};

const entriesOfBegun = (syllables) =>
  syllables.filter((folded) => have.get(`w-${folded}`)).map((folded) => [folded, have.get(`w-${folded}`), BEGUN]);

// Where a term stands in stories' text: lists of numbers, of the files that are here.
const textsOf = (term) => {
  const found = [];
  for (const folded of [term.folded, ...(term.continued || [])]) {
    const list = have.get(`x-${folded}`);
    if (list) found.push(list);
  }
  const rare = have.get(rareFile(term.folded));
  for (const word in rare || {})
    if (rare[word].x && fits(term, word)) found.push(rare[word].x);
  return found;
};
