// Numbers in text: 88 characters that are safe in JSON and in a script.
const DIGITS = Array.from({ length: 92 }, (_, n) => String.fromCharCode(35 + n))
  .filter((one) => !"&'<\\".includes(one))
  .join("");
const VALUE = new Uint8Array(128);
for (let n = 0; n < DIGITS.length; n++) VALUE[DIGITS.charCodeAt(n)] = n;

// A list of rising numbers: gaps, or all of them as bits behind "!".
const unpack = (text) => {
  if (text.startsWith("!")) return unpackBits(atob(text.slice(1)));
  const found = new Uint32Array(text.length);
  let many = 0;
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    let gap = VALUE[text.charCodeAt(at)];
    if (gap >= 44) {
      let digit = gap;
      gap = 0;
      for (let scale = 1; ; scale *= 44) {
        gap += (digit % 44) * scale;
        if (digit < 44) break;
        digit = VALUE[text.charCodeAt(++at)];
      }
    }
    last += gap + 1;
    found[many++] = last;
  }
  return found.subarray(0, many);
};

const unpackBits = (bits) => {
  const found = new Uint32Array(bits.length * 8);
  let many = 0;
  for (let byte = 0; byte < bits.length; byte++)
    for (let rest = bits.charCodeAt(byte), n = byte * 8; rest; rest >>= 1, n++) if (rest & 1) found[many++] = n;
  return found.subarray(0, many);
};

// The size that a character of `core.cost` stands for, in bytes: at its upper end.
const sizeOf = (character) => {
  const n = VALUE[character.charCodeAt(0)];
  return n && 2 ** (n / 2);
};
