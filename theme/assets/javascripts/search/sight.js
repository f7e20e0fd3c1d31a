// Counts of a facet of thousands of values in a large fair, whose column would be dear: of the lines in sight alone, by
// their values' lists, which are short and lie together.

// Other stories than before: what the lines said of them holds no more. Those out of sight say nothing at once: once
// the lists are here others may be in sight.
const countAnew = (facet, stories) => {
  const members = new Uint8Array(core.n);
  for (let at = 0; at < stories.length; at++) members[stories[at]] = 1;
  facet.members = members;
  const lines = linesInSight(facet);
  for (const one of facet.told) if (!lines.includes(one)) unsay(facet, one);
  return countThese(facet, lines);
};

// Once nobody scrolls or types any more.
const countSoon = (facet) => {
  clearTimeout(facet.counting);
  facet.counting = setTimeout(() => {
    if (facet.members && facet.core === core) countThese(facet, linesInSight(facet));
  }, PAUSE);
};

const countThese = async (facet, lines) => {
  const { members, lists } = facet;
  const missing = lines.filter(({ at }) => !lists.has(at));
  for (const one of lines) if (lists.has(one.at)) countLine(facet, one);
  await Promise.all(missing.map(({ at }) => bringList(facet, at)));
  if (members !== facet.members || facet.core !== core) return; // another answer, another index
  for (const one of missing) if (lists.has(one.at)) countLine(facet, one);
};

const countLine = ({ members, lists, told }, one) => {
  const counts = [0, 0];
  for (const story of lists.get(one.at)) counts[core.isSample[story]] += members[story];
  showCount(one, counts);
  told.add(one);
};

const unsay = (facet, one) => {
  facet.told.delete(one);
  one.real = one.samples = undefined;
  one.line.classList.remove("none");
  one.count.textContent = "";
};

// Lines stand in order: where the first one in sight is takes a dozen looks among thousands.
const linesInSight = ({ list, lines }) => {
  const { top, bottom } = list.getBoundingClientRect();
  const shown = lines.filter(({ line }) => !line.hidden);
  let from = 0;
  let to = shown.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (shown[middle].line.getBoundingClientRect().bottom <= top) from = middle + 1;
    else to = middle;
  }
  for (to = from; to < shown.length && shown[to].line.getBoundingClientRect().top < bottom; to++);
  return shown.slice(from, to);
};
