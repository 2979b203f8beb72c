/** The width of a text in px, in a font that is set. */
export type Measure = (text: string) => number;

/** Where a line may break: at blanks, and between the characters of scripts that have none. */
function pieces(text: string): string[] {
  const words = text.match(/\S+\s*/gu) ?? [];
  const spaceless =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
  return words.flatMap((word) =>
    spaceless.test(word)
      ? [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)].map(
          (part) => part.segment,
        )
      : [word],
  );
}

/** Parts what is wider than a line by itself (an address, say). */
function split(piece: string, width: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece];
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(piece)];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/**
 * Breaks a text into lines.
 *
 * @param width of a line, in px
 * @returns lines without blanks at their ends; never one that is wider, save a single character
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text).flatMap((one) => split(one, width, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/**
 * Breaks a text into as few lines as the width allows, and makes them alike in length: a last line of one word is
 * ugly in large type.
 */
export function balanceText(text: string, width: number, measure: Measure): string[] {
  const lines = wrapText(text, width, measure);
  let low = width / 2;
  let high = width;
  // A pixel more or less is not seen.
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (wrapText(text, middle, measure).length > lines.length) low = middle;
    else high = middle;
  }
  return wrapText(text, high, measure);
}
