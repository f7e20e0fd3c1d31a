// Facets: values to choose from, OR within one, AND across several. A file is loaded when its group is of use.

const facetsOf = (place) =>
  [...place.querySelectorAll("[data-facet]")].map((group) => ({
    group,
    key: group.dataset.facet,
    param: group.dataset.param,
    list: group.querySelector("ul"),
    chosen: new Set(),
    data: null,
  }));

// Its values, the set of each story, and which values a set has; as before where they are not to be had.
const bringFacet = async (facet) => {
  if (facet.data && facet.core === core) return;
  const data = await load(`f-${facet.key}`);
  if (!data) return;
  const width = data.column.length / core.n;
  const column = new Uint32Array(core.n);
  for (let at = 0; at < data.column.length; at++) {
    const story = Math.floor(at / width);
    column[story] = column[story] * DIGITS.length + VALUE[data.column.charCodeAt(at)];
  }
  facet.core = core;
  facet.data = { ...data, column, labels: new Map(data.values) };
  delete facet.list.dataset.made;
};

const inUse = (facets) => facets.filter((facet) => facet.chosen.size);

// The stories that every facet in use lets through, but for one: its values are counted among these.
const letThrough = (stories, facets, except) => {
  const tests = inUse(facets)
    .filter((facet) => facet !== except && facet.data)
    .map(({ data, chosen }) => [
      data.column,
      data.sets.map((set) => set.some((value) => chosen.has(data.values[value][0]))),
    ]);
  return tests.length ? stories.filter((story) => tests.every(([column, passes]) => passes[column[story]])) : stories;
};

// For each value: how many stories, how many samples.
const countValues = ({ data }, stories) => {
  const sets = data.sets.map(() => [0, 0]);
  for (const story of stories) sets[data.column[story]][core.isSample[story]]++;
  const counts = data.values.map(() => [0, 0]);
  data.sets.forEach((set, at) => {
    for (const value of set) {
      counts[value][0] += sets[at][0];
      counts[value][1] += sets[at][1];
    }
  });
  return counts;
};

// A group's list: made once, then only its numbers change, so that nothing moves under a finger.
const showValues = (facet, stories, choose) => {
  if (!facet.list.dataset.made) {
    facet.list.dataset.made = "yes";
    facet.list.replaceChildren(
      ...facet.data.values.map(([id, label]) => {
        const box = make("input", "");
        box.type = "checkbox";
        box.value = id;
        box.addEventListener("change", () => choose(facet, id, box.checked));
        return make("li", "", make("label", "", box, make("span", "", label), make("small", "")));
      })
    );
  }
  const counts = countValues(facet, stories);
  [...facet.list.children].forEach((line, at) => {
    const [real, samples] = counts[at];
    const id = facet.data.values[at][0];
    const box = line.querySelector("input");
    box.checked = facet.chosen.has(id);
    line.classList.toggle("none", !real && !samples);
    line.querySelector("small").textContent = [
      real || !samples ? number(real) : "",
      samples ? fill(words.samples_short, { n: number(samples) }) : "",
    ]
      .filter(Boolean)
      .join(" + ");
  });
};

// Only values whose label has all that was typed, letter for letter but for tones.
const narrow = (facet, text) => {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  for (const line of facet.list.children) {
    const label = fold(line.textContent);
    line.hidden = !wanted.every((word) => label.includes(word));
  }
};
