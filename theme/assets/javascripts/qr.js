// A story on paper: its short address as a QR code, drawn when a page is about to be printed. Nothing of it
// costs a build or a phone's first look; without a script the address stands there in letters.
// ISO/IEC 18004: bytes, level M, versions 1 to 6 (up to 106 bytes), the mask with the least penalty.
(() => {
  "use strict";
  const place = document.querySelector(".story-qr");
  if (!place) return;
  // Each version: data bytes of a block, check bytes of a block, blocks.
  const VERSIONS = [[16, 10, 1], [28, 16, 1], [44, 26, 1], [32, 18, 2], [43, 24, 2], [27, 16, 4]];
  const MASKS = [
    (x, y) => (x + y) % 2,
    (x, y) => y % 2,
    (x) => x % 3,
    (x, y) => (x + y) % 3,
    (x, y) => ((y >> 1) + Math.floor(x / 3)) % 2,
    (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];

  const times = (a, b) => {
    let product = 0;
    for (let bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >> 7) * 0x11d);
      if ((b >> bit) & 1) product ^= a;
    }
    return product;
  };

  // Reed and Solomon: the rest of the data divided by (x - 1)(x - 2)(x - 4)…
  const checks = (data, count) => {
    let divisor = [1];
    for (let root = 1, degree = 0; degree < count; degree++, root = times(root, 2)) {
      divisor = [...divisor, 0].map((value, at) => value ^ (at ? times(divisor[at - 1], root) : 0));
    }
    const rest = [...data, ...Array(count).fill(0)];
    data.forEach((_, at) => {
      const factor = rest[at];
      divisor.forEach((value, step) => (rest[at + step] ^= times(value, factor)));
    });
    return rest.slice(data.length);
  };

  // Mode, length, text, then 236 and 17 in turn until the version is full.
  const codewords = (bytes, [size, count, blocks]) => {
    let nibbles = [4, bytes.length >> 4, bytes.length & 15];
    for (const byte of bytes) nibbles.push(byte >> 4, byte & 15);
    nibbles.push(0);
    const all = [];
    for (let at = 0; at < nibbles.length; at += 2) all.push((nibbles[at] << 4) | nibbles[at + 1]);
    for (let pad = 236; all.length < size * blocks; pad ^= 236 ^ 17) all.push(pad);
    const data = Array.from({ length: blocks }, (_, n) => all.slice(n * size, (n + 1) * size));
    const check = data.map((block) => checks(block, count));
    const woven = (rows) => rows[0].flatMap((_, at) => rows.map((row) => row[at]));
    return [...woven(data), ...woven(check)];
  };

  // Finders, timing, alignment: `fixed` holds 0 or 1 where nothing else may stand.
  const frame = (version) => {
    const size = 17 + 4 * version;
    const fixed = Array.from({ length: size }, () => Array(size).fill(null));
    const ring = (cx, cy, radius) => {
      for (let y = -radius; y <= radius; y++) {
        for (let x = -radius; x <= radius; x++) {
          if (fixed[cy + y]?.[cx + x] === undefined) continue;
          const far = Math.max(Math.abs(x), Math.abs(y));
          fixed[cy + y][cx + x] = Number(radius === 2 ? far !== 1 : far !== 2 && far !== 4);
        }
      }
    };
    for (let at = 0; at < size; at++) fixed[6][at] = fixed[at][6] = 1 - (at % 2);
    if (version > 1) ring(size - 7, size - 7, 2);
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4);
    format(fixed, 0);
    return fixed;
  };

  // Level M is 00; five bits and ten to check them, twice. And the one module that is always dark.
  const format = (grid, mask) => {
    const size = grid.length;
    let rest = mask << 10;
    for (let bit = 14; bit >= 10; bit--) if ((rest >> bit) & 1) rest ^= 0x537 << (bit - 10);
    const bits = ((mask << 10) | rest) ^ 0x5412;
    for (let at = 0; at < 15; at++) {
      const bit = (bits >> at) & 1;
      grid[at < 6 ? at : at < 8 ? at + 1 : size - 15 + at][8] = bit;
      grid[8][at < 8 ? size - 1 - at : at < 9 ? 7 : 14 - at] = bit;
    }
    grid[size - 8][8] = 1;
  };

  // Up and down in columns of two, from the right; the timing column is passed over.
  const filled = (fixed, words, mask) => {
    const size = fixed.length;
    const grid = fixed.map((row) => [...row]);
    let at = 0;
    for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++) {
        const y = up ? size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (fixed[y][x] !== null) continue;
          const bit = (words[at >> 3] >> (7 - (at & 7))) & 1; // past the end: 0
          grid[y][x] = bit ^ Number(MASKS[mask](x, y) === 0);
          at++;
        }
      }
    }
    format(grid, mask);
    return grid;
  };

  const penalty = (grid) => {
    const size = grid.length;
    const rows = grid.map((row) => row.join(""));
    const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]).join(""))];
    let sum = 0;
    for (const line of lines) {
      for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
      sum += 40 * (line.match(/(?=10111010000|00001011101)/g) ?? []).length;
    }
    for (let y = 1; y < size; y++) {
      for (let x = 1; x < size; x++) {
        const dark = grid[y][x] + grid[y - 1][x] + grid[y][x - 1] + grid[y - 1][x - 1];
        if (dark % 4 === 0) sum += 3;
      }
    }
    const dark = grid.flat().filter(Boolean).length / size ** 2;
    return sum + 10 * Math.floor(Math.abs(dark * 20 - 10));
  };

  // Null where the text is too long: then the letters have to do.
  const encoded = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const at = VERSIONS.findIndex(([size, , blocks]) => bytes.length + 2 <= size * blocks);
    if (at < 0) return null;
    const [fixed, words] = [frame(at + 1), codewords(bytes, VERSIONS[at])];
    const found = MASKS.map((_, mask) => filled(fixed, words, mask));
    return found.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
  };

  const draw = () => {
    const grid = encoded(place.querySelector(".story-qr-address").textContent.trim());
    place.querySelector("svg")?.remove();
    if (!grid) return;
    const make = (name, values) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const key of Object.keys(values)) element.setAttribute(key, values[key]);
      return element;
    };
    const size = grid.length + 8; // a quiet edge of four modules
    const squares = grid.flatMap((row, y) => row.map((on, x) => (on ? `M${x + 4} ${y + 4}h1v1h-1z` : "")));
    const box = `0 0 ${size} ${size}`;
    const image = make("svg", { viewBox: box, "aria-hidden": "true", "shape-rendering": "crispEdges" });
    image.append(
      make("path", { fill: "#fff", d: `M0 0h${size}v${size}H0z` }),
      make("path", { fill: "#000", d: squares.join("") }),
    );
    place.prepend(image);
  };
  addEventListener("beforeprint", draw);
})();
