// One slip of the finger: a letter too many, too few, another, two swapped; or a missing space.
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

const areNeighbours = (one, other) => {
  const place = (letter) => {
    const row = ROWS.findIndex((keys) => keys.includes(letter));
    return [row, row < 0 ? 99 : ROWS[row].indexOf(letter) + row / 2];
  };
  const [row, at] = place(one);
  const [otherRow, otherAt] = place(other);
  return Math.abs(row - otherRow) < 2 && Math.abs(at - otherAt) <= 1;
};

// 0: the same; 1: a neighbour on the keyboard, two letters swapped, one doubled; 2: any other slip; 9: more than one.
const slip = (typed, meant) => {
  if (typed === meant) return 0;
  if (Math.abs(typed.length - meant.length) > 1) return 9;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const rest = (text, from) => text.slice(from);
  if (typed.length === meant.length) {
    if (rest(typed, start + 1) === rest(meant, start + 1)) return areNeighbours(typed[start], meant[start]) ? 1 : 2;
    const swapped = typed[start] === meant[start + 1] && typed[start + 1] === meant[start];
    return swapped && rest(typed, start + 2) === rest(meant, start + 2) ? 1 : 9;
  }
  const [long, short] = typed.length > meant.length ? [typed, meant] : [meant, typed];
  if (rest(long, start + 1) !== rest(short, start)) return 9;
  const beside = [long[start - 1], long[start + 1]].filter(Boolean);
  return beside.includes(long[start]) || (long === typed && beside.some((key) => areNeighbours(key, long[start]))) ? 1 : 2;
};

// A word written without its spaces, as few syllables as it takes: "satkhuan" → ["sat", "khuan"]; null: it isn't.
const parted = (word) => {
  const best = [[]]; // for each place in the word: the syllables up to there
  for (let end = 2; end <= word.length; end++)
    for (let from = 0; from <= end - 2; from++) {
      const one = word.slice(from, end);
      if (best[from] && (!best[end] || best[from].length + 1 < best[end].length) && costOf("w", one))
        best[end] = [...best[from], one];
    }
  const found = best[word.length];
  return found && found.length > 1 && found.length <= MOST_PARTS ? found : null;
};

// A code typed without its hyphens, cut where letters and digits meet, and behind a year: "sk20220007" → sk, 2022,
// 0007. Null: it looks like none.
const codeIn = (word) => (/^[a-z]+\d+$/.test(word) ? word.match(/[a-z]+|(?:19|20)\d\d(?=\d)|\d+/g) : null);

// Words that may have been meant, the likeliest first: lists of one word, or of the parts of it. Of a letter or two,
// and of a number, nothing is known.
const meantBy = ({ folded }) => {
  if (folded.length < 3) return [];
  if (/\d/.test(folded)) return [codeIn(folded)].filter(Boolean);
  const found = [];
  const rare = Object.keys(have.get(rareFile(folded)) || {});
  for (const word of [...core.lexicon, ...rare]) {
    const worth = slip(folded, word);
    if (worth > 0 && worth < 9)
      found.push([[word], worth, word.length === folded.length, costOf("w", word) + costOf("x", word)]);
  }
  const parts = parted(folded);
  if (parts) found.push([parts, 1.5, true, Math.min(...parts.map((part) => costOf("w", part)))]);
  return found
    .sort((one, other) => one[1] - other[1] || other[2] - one[2] || other[3] - one[3])
    .map(([words]) => words);
};

// Is there anything in the index that begins or ends as this term does?
const isKnown = (term) =>
  Boolean(term.also || costOf("w", term.folded) || costOf("x", term.folded) || entriesOf(term).length || textsOf(term).length);

// Queries that may have been meant, each a list of terms. Only words that the index lacks are doubted: nearly every
// slip of a syllable is another syllable, and stories with the other words are found all the same.
const variants = (terms) => {
  const replaced = (at, some) => [
    ...terms.slice(0, at),
    ...some.map((word) => termOf(word, false)),
    ...terms.slice(at + 1),
  ];
  const unknown = terms.filter((term) => !isKnown(term));
  if (unknown.length > 1) {
    const best = terms.map((term) => (isKnown(term) ? [term] : (meantBy(term)[0] || []).map((word) => termOf(word, false))));
    return best.every((some) => some.length) ? [best.flat()] : [];
  }
  return unknown.length ? meantBy(unknown[0]).map((some) => replaced(terms.indexOf(unknown[0]), some)) : [];
};
