// Terms → people and units whose names have them.

// To count names in, and zero again after it: as much room for each look would be rubbish to clear away.
const roomFor = (many) => ({ hits: new Uint8Array(many), seen: new Uint8Array(many), score: new Float64Array(many) });

// People or units whose name has all words, or the most of them that any has: of three or more all but one. The
// nearest first, those that came last before others. `hits`: how many words that is.
const matchNames = (weighed, kind) => {
  const need = weighed.length - (weighed.length > 2 ? 1 : 0);
  const { hits, seen, score } = core.room[kind];
  const touched = [];
  for (let at = 0; at < weighed.length; at++)
    for (const [numbers, good] of weighed[at][kind])
      for (let n = 0; n < numbers.length; n++) {
        const number = numbers[n];
        if (!hits[number]) touched.push(number);
        else if (seen[number] === at) continue; // by a better form
        seen[number] = at;
        hits[number]++;
        score[number] += good;
      }
  const alike = new Map(); // score → numbers of those who have the most words
  let most = 0;
  for (let n = 0; n < touched.length; n++) {
    const number = touched[n];
    const has = hits[number];
    const worth = score[number];
    hits[number] = score[number] = 0;
    if (has < need || has < most || worth <= has * ALIKE) continue;
    if (has > most) alike.clear();
    most = has;
    if (alike.has(worth)) alike.get(worth).push(number);
    else alike.set(worth, [number]);
  }
  const numbers = [];
  for (const worth of [...alike.keys()].sort((one, other) => other - one))
    numbers.push(Uint32Array.from(alike.get(worth)).sort().reverse());
  return { hits: most, numbers: numbers.length === 1 ? numbers[0] : numbers.flatMap((some) => [...some]) };
};
