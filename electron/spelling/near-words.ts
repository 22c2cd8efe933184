const letters = "abcdefghijklmnopqrstuvwxyzæøåé";

// Neighbours on a Danish keyboard, and consonants that are taken for each other.
const slips: Record<string, string> = {
  ...{ a: "qwsz", b: "vgnhp", c: "xdvfsk", d: "serfcxt", e: "wrsd", f: "drtgcv", g: "ftyhvbk", h: "gyujbn", i: "uojk" },
  ...{ j: "huiknmg", k: "jiolmgc", l: "kopæ", m: "njk", n: "bhjm", o: "iplk", p: "olåøb", q: "wa", r: "edft", s: "awedxzc", t: "rfgyd" },
  ...{ u: "yihj", v: "cfgbf", w: "qeas", x: "zsdc", y: "tugh", z: "asx", æ: "løå", ø: "æp", å: "pæ", é: "e" },
};

/**
 * The words one slip away from a lower-case word: a letter left out, doubled or too many, two that changed places, or a neighbour's
 * key. The first letter stands: it is seldom mistyped, and another first letter is most often another word.
 */
export function* nearWords(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    for (const letter of letters) yield head + letter + tail;
    const first = tail[0];
    if (first === undefined) return;
    const rest = tail.slice(1);
    yield head + rest;
    for (const letter of slips[first] ?? "") yield head + letter + rest;
    const second = rest[0];
    if (second !== undefined && second !== first) yield head + second + first + rest.slice(1);
  }
}

const consonants = /[bcdfghjklmnpqrstvwxz]/;

/** The words with one consonant doubled or, where it stands twice, single: the commonest slip of the ear. */
export function* doubledWords(word: string): Generator<string> {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    if (!consonants.test(letter)) continue;
    yield word.slice(0, at) + (letter === word.charAt(at + 1) ? word.slice(at + 1) : letter + word.slice(at));
  }
}
