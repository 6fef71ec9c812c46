/** Which words of a text went and which came, beside another text. */

export interface Piece {
  text: string;
  isChanged: boolean;
  /** where it begins in the text */
  start: number;
}

/** Words by the rules of the language, each with the space after it. */
function wordsOf(text: string, language: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text))
    if (segment.trim() === "" && words.length > 0) words[words.length - 1] += segment;
    else words.push(segment);
  return words;
}

/** Neighbours that are alike in this become one piece. */
function joined(words: readonly string[], kept: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const [i, text] of words.entries()) {
    const isChanged = !kept.has(i);
    const last = pieces.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else pieces.push({ text, isChanged, start });
    start += text.length;
  }
  return pieces;
}

/** The places of a longest common sequence, in each of both. */
function common(a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] =
        a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      kept[0].add(i++);
      kept[1].add(j++);
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  return kept;
}

/** @returns both texts whole, each in pieces; what is changed in the first went, what is changed in the second came */
export function wordChanges(before: string, after: string, language: string): [Piece[], Piece[]] {
  const [a, b] = [wordsOf(before, language), wordsOf(after, language)];
  const bare = (words: readonly string[]) => words.map((word) => word.trim());
  const [inA, inB] = common(bare(a), bare(b));
  return [joined(a, inA), joined(b, inB)];
}
