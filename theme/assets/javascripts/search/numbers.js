// Numbers in text: 88 characters that are safe in JSON and in a script.
const DIGITS = Array.from({ length: 92 }, (_, n) => String.fromCharCode(35 + n))
  .filter((one) => !"&'<\\".includes(one))
  .join("");
const VALUE = new Uint8Array(128);
for (let n = 0; n < DIGITS.length; n++) VALUE[DIGITS.charCodeAt(n)] = n;

// A list of rising numbers: gaps, or all of them as bits behind "!".
const unpack = (text) => {
  const found = [];
  if (text && text[0] === "!") {
    const bits = atob(text.slice(1));
    for (let byte = 0; byte < bits.length; byte++)
      for (let rest = bits.charCodeAt(byte), n = byte * 8; rest; rest >>= 1, n++) if (rest & 1) found.push(n);
    return found;
  }
  let last = -1;
  let gap = 0;
  let scale = 1;
  for (let at = 0; at < (text || "").length; at++) {
    const digit = VALUE[text.charCodeAt(at)];
    if (digit >= 44) {
      gap += (digit - 44) * scale;
      scale *= 44;
    } else {
      found.push((last += gap + digit * scale + 1));
      gap = 0;
      scale = 1;
    }
  }
  return found;
};

// The size that a character of `core.cost` stands for, in bytes: at its upper end.
const sizeOf = (character) => {
  const n = VALUE[character.charCodeAt(0)];
  return n && 2 ** (n / 2);
};
