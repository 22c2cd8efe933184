/** The characters that one face has a glyph for. */
export type Coverage = { has(codePoint: number): boolean };

/** Reads the Unicode character map (formats 4 and 12) of a TrueType font. Throws when the bytes are no such font. Source: OpenType, "cmap". */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, "cmap");
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 4 + i * 8 + 4));
  const full = subtables.find((at) => view.getUint16(at) === 12);
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (full !== undefined) return readSegmentedCoverage(view, full);
  if (basic !== undefined) return readBasicCoverage(view, basic);
  throw new Error("the font has no Unicode character map");
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function readSegmentedCoverage(view: DataView, at: number): Coverage {
  const points = new Set<number>();
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    for (let point = view.getUint32(record); point <= view.getUint32(record + 4); point += 1) points.add(point);
  }
  return points;
}

function readBasicCoverage(view: DataView, at: number): Coverage {
  const points = new Set<number>();
  const segments = view.getUint16(at + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = view.getUint16(at + 14 + segment * 2);
    const start = view.getUint16(at + 16 + segments * 2 + segment * 2);
    const deltaAt = at + 16 + segments * 4 + segment * 2;
    const rangeAt = deltaAt + segments * 2;
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      if (glyphOf(view, { point, start, delta: view.getUint16(deltaAt), rangeAt }) !== 0) points.add(point);
    }
  }
  return points;
}

function glyphOf(view: DataView, segment: { point: number; start: number; delta: number; rangeAt: number }): number {
  const range = view.getUint16(segment.rangeAt);
  if (range === 0) return (segment.point + segment.delta) & 0xffff;
  const glyph = view.getUint16(segment.rangeAt + range + (segment.point - segment.start) * 2);
  return glyph === 0 ? 0 : (glyph + segment.delta) & 0xffff;
}
