import type { PdfLine } from './pdf-page.ts';
import type { PdfBlock } from './reading-order.ts';
import { WordBreaks } from './word-breaks.ts';

export interface PdfParagraph {
  text: string;
  /** Font size of its first line, in points. */
  size: number;
  /** Zero-based page of its first line. */
  page: number;
  /** Number of lines. */
  lines: number;
}

/** Maximum ratio of two font sizes within a paragraph. A larger one indicates a heading, a caption or a note. */
const MAX_SIZE_RATIO = 1.12;
/** A line distance that exceeds the usual one by this factor separates paragraphs. */
const MIN_PARAGRAPH_STEP = 1.35;
/** Minimum indent of a paragraph's first line, in font sizes. */
const MIN_INDENT = 0.8;
/** If a line ends a sentence and leaves this share of the column empty, it ends the paragraph. */
const MIN_REST_AFTER_SENTENCE = 0.15;
/** A line that leaves this share of the column empty ends the paragraph in any case, such as an author or a date. */
const MIN_REST = 0.45;

const ENDS_SENTENCE = /[.!?…:。！？؟۔][”"’')\]»›“]*$/u;
const CONTINUES_SENTENCE = /^[\p{Ll},;)]/u;

const isSameSize = (a: number, b: number): boolean => Math.max(a, b) <= MAX_SIZE_RATIO * Math.min(a, b);

/**
 * The usual distance between the baselines of a paragraph's lines, in points. The lower quartile, because in a block
 * with a heading and little text, most distances are larger.
 */
function usualStep(lines: PdfBlock): number {
  const steps = lines
    .slice(1)
    .map((line, at) => line.y - (lines[at]?.y ?? line.y))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 4)] ?? Number.POSITIVE_INFINITY;
}

/** Whether a line starts a new paragraph. @param before the previous line in the same column */
function startsParagraph(
  line: PdfLine,
  before: PdfLine,
  block: { left: number; right: number; step: number },
): boolean {
  if (!isSameSize(line.size, before.size)) return true;
  if (line.y - before.y > MIN_PARAGRAPH_STEP * Math.max(block.step, before.size)) return true;
  const isIndented = line.x - block.left > MIN_INDENT * line.size;
  const wasIndented = before.x - block.left > MIN_INDENT * before.size;
  if (isIndented && !wasIndented) return true;
  const rest = block.right - before.right;
  const width = block.right - block.left;
  if (CONTINUES_SENTENCE.test(line.text)) return false;
  return (
    rest > MIN_REST * width || (rest > MIN_REST_AFTER_SENTENCE * width && ENDS_SENTENCE.test(before.text))
  );
}

/** Whether the first line of a column continues the last paragraph of the previous column. */
function continuesParagraph(line: PdfLine, before: PdfLine): boolean {
  if (!isSameSize(line.size, before.size)) return false;
  return CONTINUES_SENTENCE.test(line.text) || !ENDS_SENTENCE.test(before.text);
}

/** Joins lines into paragraphs, also across columns and pages, and removes hyphenation at line ends. */
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
      const isNew =
        before === null ||
        (at === 0 ? !continuesParagraph(line, before) : startsParagraph(line, before, block));
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
