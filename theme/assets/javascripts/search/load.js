// Files of the index, each loaded once, as scripts: a folder on disk answers no `fetch`.
const BASE = new URL("../../tim-kiem/index/", document.currentScript.src).href;
const ROOT = new URL("../../", document.currentScript.src).href;
const files = new Map(); // name → promise of its value
const have = new Map(); // name → value, null where there is none
const waiting = new Map();
let lost = 0; // files that could not be had so far

globalThis.sangkien = {
  put: (name, value) => {
    const done = waiting.get(name);
    if (done) done(value);
  },
  wordsIn, fold, formOf, unpack, sizeOf, slip: (typed, meant) => slip(typed, meant), // for tests
};

// The value of a file, or null: then the next one who asks tries again.
const load = (name) => {
  if (!files.has(name))
    files.set(
      name,
      new Promise((done) => {
        const script = document.createElement("script");
        const end = (value) => {
          waiting.delete(name);
          script.remove();
          if (value === null) {
            files.delete(name);
            lost++;
          } else have.set(name, value);
          done(value);
        };
        waiting.set(name, end);
        script.onload = script.onerror = () => waiting.has(name) && end(null);
        script.src = `${BASE}${name}.js`;
        document.head.append(script);
      })
    );
  return files.get(name);
};

const loadAll = (names) => Promise.all(names.map(load));

// What an answer may still load. What is here already costs nothing.
class Purse {
  constructor(bytes) {
    this.left = bytes;
  }

  // Take a file of so many bytes, not compressed; false where it is too dear.
  take(name, bytes) {
    if (have.has(name)) return true;
    const wire = bytes * WIRE + HEAD;
    if (wire > this.left) return false;
    this.left -= wire;
    return true;
  }
}
