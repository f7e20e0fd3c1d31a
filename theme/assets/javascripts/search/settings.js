// What the parts below share: one scope for all files of this folder, joined at build (shell/scripts.py).
let core = null; // the index's core, once it is here

const VERSION = 4;
const NO_STORIES = new Uint32Array(0);
const MOST_WORDS = 12;
const MOST_CONTINUED = 16;
const FIRST_CONTINUED = 1; // of those, before the others are asked for
const MOST_VARIANTS = 5;
const MOST_PARTS = 5; // syllables in one word typed without spaces
const MOST_FOLDS = 4000; // words kept folded
const NOWHERE = 255;
const AT_END = 44; // added to the place of a title's last word
const ENOUGH = 10; // strong matches that make looking into texts needless; also the cards of a page
const SEEN = 3; // cards shown at once, where no more of them is in sight
const FIELDS = { title: 8, author: 5, unit: 4, summary: 2, text: 0.5 };
const IN_TITLE = 1.6; // all words in the title, some of them one after another
const IN_ORDER = 1.2; // all, in the order of the query
const SCATTERED = 0.6; // all, but here and there
const NAMED = 3; // all in the names of authors, or of unit and place, where the query is such a name
const TITLE = 1; // where a term stands, as bits
const AUTHOR = 2;
const UNIT = 4;
const END = 8; // at the end of the title
const FOLLOWING = 1.5;
const FIRST = 1;
const BEGUN = 0.7; // of a word that is there in full
const ALIKE = 0.68; // of a name, on the whole: other tones or a word only begun count for less
const PARTLY = 0.7; // of the best: what else is shown where nothing has all words

// Bytes over the wire: what a byte of a file comes to, gzipped; what each file costs beside; what an answer may.
const WIRE = 0.55;
const HEAD = 20;
const FIRST_PURSE = 38000;
const NEXT_PURSE = 30000;
const CARDS = 12000; // kept back for the cards and lines of an answer
const RARE = 3000; // bytes of an r- file, whose size is not told
const LARGE = 50000; // stories: from here on a purse is doubled
const MOST_COLUMN = 40000; // characters of a facet's column that nobody would miss (search/facets.py)
const LONG = 100; // values of a facet: from here on only those in sight are laid out
const LAID = 200; // lines of a facet laid out at once
const FEW = 3; // people or units above the stories
const MOST_NAMES = 200; // alike: three names out of hundreds help nobody
const WIDEST = 3; // characters of a number in text
const PAUSE = 150; // ms after a keystroke
const FRESH = 600000; // ms: for so long what was loaded is taken for the site's
const REST = 1000; // ms after an answer: then the other cards come, in sight or not
const SLOW = 400; // ms without an answer: at once would be a flicker with every letter
