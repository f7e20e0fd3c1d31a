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

const isSyllable = (folded) => core.index.has(folded);
const costOf = (letter, folded) => {
  const at = core.index.get(folded);
  return at === undefined ? 0 : sizeOf(core.cost[2 * at + (letter === "w" ? 0 : 1)]);
};
const rareFile = (folded) => {
  const letters = `${folded}_`.slice(0, 2).replace(/[^a-z0-9]/g, "_");
  return core.rareFiles.has(letters) ? `r-${letters}` : "";
};

// Syllables that go on from what was typed, the commonest first: few files, and what is meant most often.
const continued = (term) => {
  if (!term.last || term.folded.length < 2) return [];
  return core.lexicon
    .filter((one) => one !== term.folded && one.startsWith(term.folded) && costOf("w", one))
    .sort((one, other) => costOf("w", other) - costOf("w", one))
    .slice(0, MOST_CONTINUED);
};

// The words of the index that stand for a term, of the files that are here: [folded, entry, quality].
const entriesOf = (term) => {
  const found = [];
  const add = (folded, entry, quality) => entry && found.push([folded, entry, quality]);
  add(term.folded, have.get(`w-${term.folded}`), 1);
  for (const folded of term.continued || []) add(folded, have.get(`w-${folded}`), BEGUN);
  const rare = have.get(rareFile(term.folded));
  for (const word in rare || {})
    if (fits(term, word)) add(word, rare[word].f, word === term.folded ? 1 : BEGUN);
  return found;
};

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
