/** Numbers a token in the protocol: line and character since the token before, length, kind, traits. */
const numbersEach = 5;

export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data?: Uint32Array | undefined;
}

/** The tokens after edits, which all count in the tokens before and are in any order. */
export function applyEdits(before: Uint32Array, edits: readonly TokenEdit[]): Uint32Array {
  let after = before;
  for (const { start, deleteCount, data } of [...edits].sort((a, b) => b.start - a.start)) {
    const put = data ?? new Uint32Array();
    const next = new Uint32Array(after.length - deleteCount + put.length);
    next.set(after.subarray(0, start));
    next.set(put, start);
    next.set(after.subarray(start + deleteCount), start + put.length);
    after = next;
  }
  return after;
}

/** A stretch of one line; UTF-16 code units. */
export interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The stretches that have a trait, by the trait. */
export function stretchesOf(data: Uint32Array, traits: readonly string[]): ReadonlyMap<string, readonly Stretch[]> {
  const found = new Map<string, Stretch[]>(traits.map(trait => [trait, []]));
  let line = 0;
  let start = 0;
  for (let i = 0; i + numbersEach <= data.length; i += numbersEach) {
    const [lines, characters, length, , bits] = data.subarray(i, i + numbersEach) as unknown as [number, number, number, number, number];
    start = lines === 0 ? start + characters : characters;
    line += lines;
    for (let bit = 0; bit < traits.length; bit++) {
      if (bits & (1 << bit)) found.get(traits[bit]!)!.push({ line, start, end: start + length });
    }
  }
  return found;
}
