// Words as the index has them: the mirror of the Python side, letter by letter (docs/search-index.md).
const WORD = /[\p{L}\p{N}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TONES = { "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5 };

// "Máy SÁT-khuẩn" → ["máy", "sát", "khuẩn"]
const wordsIn = (text) => text.normalize("NFC").toLowerCase().normalize("NFC").match(WORD) || [];

// "máy" → "may": no tones, no marks, đ as d.
const foldAnew = (text) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[đð]/g, "d")
    .replace(/[\u0300-\u036f]+/g, "")
    .normalize("NFC");

const folds = new Map(); // word → folded: with each letter that is typed the same cards are marked anew
const fold = (text) => {
  let found = folds.get(text);
  if (found === undefined) {
    if (folds.size === MOST_FOLDS) folds.clear();
    folds.set(text, (found = foldAnew(text)));
  }
  return found;
};

// "máy" → "may4": the letters, then the tone; hoà and hòa are one.
const formOf = (word) => {
  let tones = "";
  const letters = word.normalize("NFD").replace(TONE, (mark) => {
    tones += TONES[mark];
    return "";
  });
  return letters.normalize("NFC").replace(/ð/g, "đ") + tones;
};
