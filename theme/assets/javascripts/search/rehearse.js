// What goes over thousands of stories, run over made-up ones while nobody asks yet. A browser compiles what it has seen
// run; until then it reads such a loop step by step, which takes ten times as long, and that is the first letters' time.
const TURNS = 8;
const MADE_UP = 800; // stories

const whenIdle = globalThis.requestIdleCallback || ((run) => setTimeout(run, PAUSE));

const rehearse = () => {
  const made = coreOf({ n: MADE_UP, people: MADE_UP, units: 0, samples: "", words: "", cost: "", rare: "", synonyms: {} });
  let turn = 0;
  const next = () => {
    const real = core;
    core = made;
    rehearseOnce(turn++);
    core = real;
    if (turn < TURNS) whenIdle(next);
  };
  whenIdle(next);
};

const rehearseOnce = (turn) => {
  const term = termOf("~", false);
  const gaps = DIGITS[turn % 2].repeat(MADE_UP / 2);
  const bits = `!${btoa("U".repeat(MADE_UP / 8))}`;
  have.set("w-~", { "~": [gaps, gaps, bits, gaps, bits, gaps] });
  const own = weigh(term);
  have.delete("w-~");
  const scores = new Float64Array(core.n);
  matchNames([own], "people");
  total(ranked(matchStories([own], 1, 0, scores), MADE_UP, scores));
};
