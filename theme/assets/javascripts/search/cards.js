// Cards and lines, built from DOM nodes alone: whatever a title holds stays text.

const make = (name, kind, ...children) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...children.filter(Boolean));
  return made;
};

// "{n} sáng kiến" with its places filled.
const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const numerals = new Intl.NumberFormat(document.documentElement.lang); // to make one takes longer than all it writes
const number = (n) => numerals.format(n);
const counted = ([one, many], n) => (n === 1 ? one : fill(many, { n: number(n) }));

// A folder on disk has no index of its own to show.
const pageOf = (url) => `${ROOT}${url}${location.protocol === "file:" ? "index.html" : ""}`;

const link = (url, ...children) => {
  const made = make("a", "", ...children);
  made.href = pageOf(url);
  return made;
};

// A text whose words stand in the query are marked: [before, <mark>word</mark>, after …].
const marked = (text, terms) => {
  const all = terms.flatMap((term) => [term, ...(term.also || [])]);
  const whole = new Set(all.map((term) => term.folded));
  const begun = all.filter((term) => term.last);
  const initials = new Set(all.map((term) => term.folded[0])); // few words are worth folding whole
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(WORD)) {
    if (!initials.has(fold(found[0][0])[0])) continue;
    const word = fold(found[0]);
    if (!whole.has(word) && !begun.some((term) => fits(term, word))) continue;
    if (found.index > from) pieces.push(text.slice(from, found.index));
    pieces.push(make("mark", "", found[0]));
    from = found.index + found[0].length;
  }
  return [...pieces, text.slice(from)];
};

const pictureOf = (photo, motif) => {
  const image = make("img", photo ? "" : "motif");
  const [src, width, height, alt] = photo || [`motifs/${motif}.svg`, 120, 80, ""];
  Object.assign(image, { loading: "lazy", width, height, alt, src: `${ROOT}${src}` });
  return image;
};

// The same card as on every other page (theme/parts/card.html).
const cardOf = ([slug, title, summary, authors, unit, sector, gain, marks, photo], terms) => {
  const [, name, hue, motif] = core.sectors[sector] || ["", "", 1, words.motif];
  const top = [
    marks & 1 && make("b", "mark", words.sample),
    marks & 2 && make("b", "mark mark-award", words.award),
    name && make("span", "", name),
  ].filter(Boolean);
  return make(
    "li",
    `card hue-${hue}`,
    pictureOf(photo, motif),
    top.length && make("p", "card-top", ...top.flatMap((one) => [one, " "])),
    make("h2", "", link(`${words.stories}${slug}/`, ...marked(title, terms))),
    make("p", "card-sum", ...marked(summary, terms)),
    make("p", "card-by", authors, unit && make("br", ""), unit),
    gain && make("p", "card-gain", gain)
  );
};

// Whether the words stand one after another in the names of authors or unit, which only the card tells.
const isNamed = ([, , , authors, unit], terms) => {
  if (terms.length < 2) return 0;
  const phrase = ` ${terms.map((term) => term.folded).join(" ")}${terms[terms.length - 1].last ? "" : " "}`;
  return [authors, unit].some((text) => ` ${wordsIn(text).map(fold).join(" ")} `.includes(phrase)) ? 1 : 0;
};

// A person or a unit: name, where from, how many stories; negative: samples.
const lineOf = (url, name, where, stories, isCollective) =>
  make(
    "li",
    "",
    make(
      "span",
      "",
      link(url, name),
      stories < 0 && " ",
      stories < 0 && make("b", "mark", words.sample),
      isCollective && " ",
      isCollective && make("small", "tag", words.collective),
      make("small", "", [where, stories > 0 && counted(words.found, stories)].filter(Boolean).join(" · "))
    )
  );

const personLine = ([id, name, unit, stories, isCollective]) =>
  lineOf(`${words.people}${id}/`, name, unit, stories, isCollective);
const unitLine = ([id, name, place, stories]) => lineOf(`${words.units}${id}/`, name, place, stories);

// Records by number out of files of so many: c-3 holds stories 12 to 15.
const records = async (letter, size, numbers) => {
  const nameOf = (one) => `${letter}-${Math.floor(one / size)}`;
  await loadAll([...new Set(numbers.map(nameOf))]);
  return numbers.map((one) => (have.get(nameOf(one)) || [])[one % size]).filter(Boolean);
};
