import { PALETTE } from '../../utils/look/palette.ts';
import { SPEAKER_COLOURS } from '../../utils/look/speaker-colours.ts';
import { truncateAtClause } from '../ui/base/format.ts';

/** The texts on a card. */
export interface CardText {
  /** The quote with its quotation marks. */
  quote: string;
  /** Null if the speaker is unclear. */
  speaker: string | null;
  role: string | null;
  /** The headline. */
  title: string;
  /** Site and date. */
  source: string;
  dir: 'ltr' | 'rtl';
}

/** Width and height of a card in px: a square, which social networks show without cropping. */
const CARD_SIZE = 1080;

const SERIF = 'Literata, Georgia, "Noto Serif", serif';
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
/** Line height of the quote, relative to the font size. */
const LINE_HEIGHT = 1.3;

/** The font of the quote, which must be loaded before drawing. */
export const QUOTE_FONT = `400 48px ${SERIF}`;

interface FittedQuote {
  lines: string[];
  /** The font size in px. */
  size: number;
}

/** Finds the largest font size at which the quote fits. Truncates it at a clause if even the smallest is too large. */
function fitQuote(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  height: number,
): FittedQuote {
  const maxSize = Math.round(width * 0.088);
  const minSize = Math.round(width * 0.03);
  const tryLines = (words: string, size: number): string[] | null => {
    context.font = `400 ${size}px ${SERIF}`;
    const lines = wrapText(words, width, (line) => context.measureText(line).width);
    return lines.length * size * LINE_HEIGHT <= height ? lines : null;
  };
  for (let size = maxSize; size >= minSize; size -= 2) {
    if (tryLines(text, size) === null) continue;
    return { lines: balanceText(text, width, (line) => context.measureText(line).width), size };
  }
  let limit = text.length;
  let words = text;
  while (limit > 40 && tryLines(words, minSize) === null) {
    limit = Math.floor(limit * 0.92);
    words = truncateAtClause(text, limit);
  }
  return { lines: tryLines(words, minSize) ?? [words], size: minSize };
}

/** Truncates a line with “…” if it is too wide in the current font. */
function truncateToWidth(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let truncated = text;
  while (truncated.length > 1 && context.measureText(`${truncated}…`).width > width)
    truncated = truncated.slice(0, -1);
  return `${truncated.trimEnd()}…`;
}

/**
 * Draws a card: the quote, as large as possible, beside a bar in the speaker's colour, with speaker and source. The
 * colours are those of the light theme, whichever theme the user has.
 *
 * @param canvas is resized to the size of a card
 * @param colourIndex index of the speaker's colour
 */
export function drawQuoteCard(canvas: HTMLCanvasElement, text: CardText, colourIndex: number): void {
  canvas.width = CARD_SIZE;
  canvas.height = CARD_SIZE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const margin = 88;
  const indent = 44;
  const {
    paper: [paper],
    ink: [ink],
    'ink-2': [secondary],
    rule: [rule],
  } = PALETTE;
  const isRtl = text.dir === 'rtl';
  const innerWidth = CARD_SIZE - margin * 2;
  const edge = isRtl ? CARD_SIZE - margin : margin;
  const textEdge = isRtl ? edge - indent : edge + indent;
  context.direction = text.dir;
  context.textAlign = 'start';
  context.textBaseline = 'alphabetic';
  context.fillStyle = paper;
  context.fillRect(0, 0, CARD_SIZE, CARD_SIZE);

  // From the bottom upwards: source, title, and a hairline above them.
  const sourceSize = 26;
  let y = CARD_SIZE - margin;
  context.font = `400 ${sourceSize}px ${SANS}`;
  context.fillStyle = secondary;
  context.fillText(truncateToWidth(context, text.source, innerWidth), edge, y);
  y -= Math.round(sourceSize * 1.45);
  context.font = `600 ${sourceSize}px ${SANS}`;
  context.fillStyle = ink;
  context.fillText(truncateToWidth(context, text.title, innerWidth), edge, y);
  y -= Math.round(sourceSize * 1.7);
  context.fillStyle = rule;
  context.fillRect(margin, y, innerWidth, 2);

  const speakerSize = 34;
  const captionHeight =
    (text.speaker === null ? 0 : speakerSize * 1.5) + (text.role === null ? 0 : speakerSize * 1.25);
  const availableHeight = y - margin - captionHeight - 72;
  const { lines, size } = fitQuote(context, text.quote, innerWidth - indent, availableHeight);
  const quoteHeight = lines.length * size * LINE_HEIGHT;
  // Slightly above the middle, which looks centred.
  const top = margin + Math.max(0, (availableHeight - quoteHeight) * 0.42);
  context.font = `400 ${size}px ${SERIF}`;
  context.fillStyle = ink;
  lines.forEach((line, index) => {
    context.fillText(line, textEdge, top + size * 0.95 + index * size * LINE_HEIGHT);
  });
  let baseline = top + quoteHeight + 26;
  const captionWidth = innerWidth - indent;
  if (text.speaker !== null) {
    context.font = `600 ${speakerSize}px ${SANS}`;
    baseline += speakerSize;
    context.fillText(truncateToWidth(context, text.speaker, captionWidth), textEdge, baseline);
  }
  if (text.role !== null) {
    context.font = `400 ${Math.round(speakerSize * 0.85)}px ${SANS}`;
    context.fillStyle = secondary;
    baseline += Math.round(speakerSize * 1.25);
    context.fillText(truncateToWidth(context, text.role, captionWidth), textEdge, baseline);
  }
  const barWidth = 10;
  context.fillStyle = (SPEAKER_COLOURS[colourIndex] ?? SPEAKER_COLOURS[0])[0];
  context.fillRect(isRtl ? edge - barWidth : edge, top, barWidth, baseline - top + 4);
}

/** Returns the width of a text in px, in the current font. */
type Measure = (text: string) => number;

/** Splits a text at possible line breaks: after spaces, and between the characters of scripts without spaces. */
function splitAtBreaks(text: string): string[] {
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

/** Splits a piece that is wider than a line, such as a URL. */
function splitTooWide(piece: string, width: number, measureWidth: Measure): string[] {
  if (measureWidth(piece.trimEnd()) <= width) return [piece];
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(piece)];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes) {
    if (part !== '' && measureWidth(part + segment) > width) {
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
 * @param width the maximum width of a line, in px; only a single character can be wider
 * @returns lines without trailing spaces
 */
function wrapText(text: string, width: number, measureWidth: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of splitAtBreaks(text).flatMap((part) => splitTooWide(part, width, measureWidth))) {
    if (line !== '' && measureWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Breaks a text into as few lines as possible, of similar width, because a short last line looks bad in large type. */
function balanceText(text: string, width: number, measureWidth: Measure): string[] {
  const lines = wrapText(text, width, measureWidth);
  let low = width / 2;
  let high = width;
  // A difference of one pixel is invisible.
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (wrapText(text, middle, measureWidth).length > lines.length) low = middle;
    else high = middle;
  }
  return wrapText(text, high, measureWidth);
}
