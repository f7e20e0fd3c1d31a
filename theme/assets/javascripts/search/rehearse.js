// What goes over thousands of stories, run over made-up ones while nobody asks yet. A browser compiles what it has seen
// run, for the values it has seen; until then, and again after each value of another kind, it reads such a loop step
// by step, which takes ten times as long, and that is the first letters' time. So every branch is taken here, too.
const TURNS = 32; // short ones: whoever begins to type meanwhile must not wait
const MADE_UP = 800; // stories
const CARD = ["", document.title, document.title, "~", "~", -1, "~", 3, 0];

const whenIdle = globalThis.requestIdleCallback || ((run) => setTimeout(run, PAUSE));

const rehearse = () => {
  const made = coreOf({ n: MADE_UP, people: MADE_UP, units: MADE_UP, words: "", cost: "", rare: "", synonyms: {}, sectors: [] });
  for (let story = 0; story < MADE_UP; story += 3) made.isSample[story] = 1;
  let turn = 0;
  const next = () => {
    const real = core;
    core = made;
    const files = Object.entries(madeUp());
    for (const [name, value] of files) have.set(name, value);
    rehearseOnce(turn);
    for (const [name] of files) have.delete(name);
    core = real;
    if (++turn < TURNS) whenIdle(next);
  };
  whenIdle(next);
};

// Files of words that no query has: gaps of one digit and of two, bits, all places in a title, lists that are empty or
// not there; no word is in all stories.
const madeUp = () => {
  const gapsOf = (first, many) => `${DIGITS[first]}${DIGITS[44]}${DIGITS[0]}`.repeat(many);
  const [gaps, wide] = [gapsOf(1, MADE_UP / 4), gapsOf(2, MADE_UP / 5)];
  const rest = DIGITS[43] + gapsOf(0, MADE_UP / 2 - 40);
  const bits = `!${btoa("\x5a\x0f\xff\x81".repeat(MADE_UP / 64))}`;
  const places = DIGITS.repeat(MADE_UP / DIGITS.length + 1);
  return {
    "w-a~": { "a~": [gaps, places, wide, bits, gaps, wide], "a~4": [bits, places, gaps, wide, bits, gaps, wide] },
    "w-b~": { "b~": [wide, places.slice(1), "", rest] },
    "w-c~": { "c~": ["", "", rest, "", bits, bits, gaps], "c~4": [bits, places] },
    "x-b~": bits,
  };
};

// One turn: some of those words together.
const rehearseOnce = (turn) => {
  const [first, second, third] = ["á~", "b~", "c~"].map((word) => termOf(word, false));
  const terms = [[first], [first, third], [first, second], [third, second, first]][turn % 4];
  const scores = new Float64Array(core.n);
  const own = terms.map((term) => (term === second ? withTexts(weigh(term), term) : weigh(term)));
  isEnough(own, MADE_UP);
  for (const kind of ["people", "units"]) matchNames(own, kind);
  const matched = matchStories(own, own.length, AUTHOR, scores);
  ranked(matched, ENOUGH, scores);
  total(matched);
  if (turn % 4 === 0) cardOf(CARD, terms); // goes nowhere, and its picture, which is lazy, is not loaded
  if (own.length > 1) matchStories(own, 1, 0, scores, new Float64Array(core.n));
};
