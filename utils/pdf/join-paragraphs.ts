import type { PdfLine } from './pdf-page.ts';
import type { PdfBlock } from './reading-order.ts';
import { WordBreaks } from './word-breaks.ts';

export interface PdfParagraph {
  text: string;
  /** Of its first line. */
  size: number;
  page: number;
  lines: number;
}

/** Fonts that differ by more are another kind of text: a heading, a caption, a note. */
const SAME_SIZE = 1.12;
/** A gap between baselines that is wider than this many usual ones parts paragraphs. */
const WIDE = 1.35;
/** In sizes: the first line of a paragraph begins so much further in. */
const INDENT = 0.8;
/** A line that ends so much before its column does is the last of its paragraph: share of the column. */
const SHORT = 0.15;
/** So short a line stands by itself, as authors and dates do, whatever it ends with. */
const VERY_SHORT = 0.45;

const ENDS = /[.!?…:。！？؟۔][”"’')\]»›“]*$/u;
const CONTINUES = /^[\p{Ll},;)]/u;

const isSameSize = (a: number, b: number): boolean => Math.max(a, b) <= SAME_SIZE * Math.min(a, b);

/** The gap between lines of one paragraph: most gaps are, but not where there is a heading and little text. */
function usualStep(lines: PdfBlock): number {
  const steps = lines
    .slice(1)
    .map((line, at) => line.y - (lines[at]?.y ?? line.y))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 4)] ?? Number.POSITIVE_INFINITY;
}

/** Whether a line begins a paragraph, after another of its column. */
function begins(
  line: PdfLine,
  before: PdfLine,
  block: { left: number; right: number; step: number },
): boolean {
  if (!isSameSize(line.size, before.size)) return true;
  if (line.y - before.y > WIDE * Math.max(block.step, before.size)) return true;
  const isIn = line.x - block.left > INDENT * line.size;
  const wasIn = before.x - block.left > INDENT * before.size;
  if (isIn && !wasIn) return true;
  const rest = block.right - before.right;
  const width = block.right - block.left;
  if (CONTINUES.test(line.text)) return false;
  return rest > VERY_SHORT * width || (rest > SHORT * width && ENDS.test(before.text));
}

/** Whether a column goes on with what the one before ended with. */
function goesOn(line: PdfLine, before: PdfLine): boolean {
  if (!isSameSize(line.size, before.size)) return false;
  return CONTINUES.test(line.text) || !ENDS.test(before.text);
}

/** Joins lines to paragraphs, over the ends of columns and pages too, and words that were broken at the end of a line. */
export function joinParagraphs(blocks: readonly PdfBlock[]): PdfParagraph[] {
  const breaks = new WordBreaks(blocks.flat().map(({ text }) => text));
  const paragraphs: PdfParagraph[] = [];
  let before: PdfLine | null = null;
  for (const lines of blocks) {
    const block = {
      left: Math.min(...lines.map(({ x }) => x)),
      right: Math.max(...lines.map(({ right }) => right)),
      step: usualStep(lines),
    };
    for (const [at, line] of lines.entries()) {
      const last = paragraphs.at(-1);
      const isNew = before === null || (at === 0 ? !goesOn(line, before) : begins(line, before, block));
      if (last === undefined || isNew) {
        paragraphs.push({ text: line.text, size: line.size, page: line.page, lines: 1 });
      } else {
        last.text = breaks.join(last.text, line.text);
        last.lines += 1;
      }
      before = line;
    }
  }
  return paragraphs;
}
