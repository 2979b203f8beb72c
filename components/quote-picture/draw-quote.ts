import { PALETTE } from '../../utils/look/palette.ts';
import { hueColour } from '../quotes/voices.ts';
import { truncateAtClause } from '../ui/base/format.ts';

/** The card's text. */
export interface CardWords {
  /** With its quotation marks. */
  quote: string;
  /** Null if the speaker is unclear. */
  speaker: string | null;
  role: string | null;
  /** The headline, or null to omit it. */
  title: string;
  /** Site and date. */
  source: string;
  dir: 'ltr' | 'rtl';
}

interface CardColours {
  background: string;
  ink: string;
  quiet: string;
  rule: string;
  bar: string;
}

interface CardSize {
  width: number;
  height: number;
}

/** Sizes in px that social networks show without cropping: square, wide (16:9), tall (4:5). */
export const CARD_SIZES: Record<'square' | 'wide' | 'tall', CardSize> = {
  square: { width: 1080, height: 1080 },
  wide: { width: 1600, height: 900 },
  tall: { width: 1080, height: 1350 },
};

const SERIF = 'Literata, Georgia, "Noto Serif", serif';
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const LEADING = 1.3;

/** The card's fonts, to be loaded before drawing. */
export const QUOTE_FONT = `400 48px ${SERIF}`;

interface FittedQuote {
  lines: string[];
  size: number;
}

/** Finds the largest font size at which the quote fits; shortens it at a clause if even the smallest is too large. */
function fitQuote(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  height: number,
): FittedQuote {
  const largest = Math.round(width * 0.088);
  const smallest = Math.round(width * 0.03);
  const tryLines = (words: string, size: number): string[] | null => {
    context.font = `400 ${size}px ${SERIF}`;
    const lines = wrapText(words, width, (line) => context.measureText(line).width);
    return lines.length * size * LEADING <= height ? lines : null;
  };
  for (let size = largest; size >= smallest; size -= 2) {
    if (tryLines(text, size) === null) continue;
    return { lines: balanceText(text, width, (line) => context.measureText(line).width), size };
  }
  let limit = text.length;
  let words = text;
  while (limit > 40 && tryLines(words, smallest) === null) {
    limit = Math.floor(limit * 0.92);
    words = truncateAtClause(text, limit);
  }
  return { lines: tryLines(words, smallest) ?? [words], size: smallest };
}

/** Shortens a line with “…” if it is too wide in the current font. */
function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && context.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/**
 * Draws a quote as a card: its words as large as possible beside a bar in the speaker's colour, with speaker and
 * source.
 *
 * @param canvas is resized, in px
 */
export function drawQuote(
  canvas: HTMLCanvasElement,
  words: CardWords,
  colours: CardColours,
  { width, height }: CardSize,
): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const unit = Math.min(width, height) / 1080;
  const margin = Math.round(88 * unit);
  const indent = Math.round(44 * unit);
  const isRtl = words.dir === 'rtl';
  const inner = width - margin * 2;
  const edge = isRtl ? width - margin : margin;
  const textEdge = isRtl ? edge - indent : edge + indent;
  context.direction = words.dir;
  context.textAlign = 'start';
  context.textBaseline = 'alphabetic';
  context.fillStyle = colours.background;
  context.fillRect(0, 0, width, height);

  // From the bottom: the source, below a hairline.
  const small = Math.round(26 * unit);
  let y = height - margin;
  context.font = `400 ${small}px ${SANS}`;
  context.fillStyle = colours.quiet;
  context.fillText(shorten(context, words.source, inner), edge, y);
  y -= Math.round(small * 1.45);
  context.font = `600 ${small}px ${SANS}`;
  context.fillStyle = colours.ink;
  context.fillText(shorten(context, words.title, inner), edge, y);
  y -= Math.round(small * 1.7);
  context.fillStyle = colours.rule;
  context.fillRect(margin, y, inner, Math.max(1, Math.round(2 * unit)));

  const name = Math.round(34 * unit);
  const below = (words.speaker === null ? 0 : name * 1.5) + (words.role === null ? 0 : name * 1.25);
  const room = y - margin - below - Math.round(72 * unit);
  const { lines, size } = fitQuote(context, words.quote, inner - indent, room);
  const block = lines.length * size * LEADING;
  // A little above the middle, which looks centred.
  const top = margin + Math.max(0, (room - block) * 0.42);
  context.font = `400 ${size}px ${SERIF}`;
  context.fillStyle = colours.ink;
  lines.forEach((line, index) => {
    context.fillText(line, textEdge, top + size * 0.95 + index * size * LEADING);
  });
  let foot = top + block + Math.round(26 * unit);
  const limit = inner - indent;
  if (words.speaker !== null) {
    context.font = `600 ${name}px ${SANS}`;
    foot += name;
    context.fillText(shorten(context, words.speaker, limit), textEdge, foot);
  }
  if (words.role !== null) {
    context.font = `400 ${Math.round(name * 0.85)}px ${SANS}`;
    context.fillStyle = colours.quiet;
    foot += Math.round(name * 1.25);
    context.fillText(shorten(context, words.role, limit), textEdge, foot);
  }
  const thick = Math.round(10 * unit);
  context.fillStyle = colours.bar;
  context.fillRect(isRtl ? edge - thick : edge, top, thick, foot - top + Math.round(4 * unit));
}

export type CardLook = 'paper' | 'night' | 'voice';

/** Resolves a CSS colour in a colour scheme, since a canvas knows no custom properties. */
function resolveColour(colour: string, scheme: 'light' | 'dark'): string {
  const probe = document.createElement('span');
  probe.style.colorScheme = scheme;
  probe.style.color = colour;
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The colours of a design. Fixed, so that a card does not depend on the user's current theme. */
export function cardColours(look: CardLook, hue: number): CardColours {
  const bar = resolveColour(hueColour(hue), look === 'night' ? 'dark' : 'light');
  if (look !== 'voice') {
    const side = look === 'night' ? 1 : 0;
    const { paper, ink, 'ink-2': quiet, rule } = PALETTE;
    return { background: paper[side], ink: ink[side], quiet: quiet[side], rule: rule[side], bar };
  }
  return {
    background: bar,
    ink: '#ffffff',
    quiet: 'rgb(255 255 255 / 0.86)',
    rule: 'rgb(255 255 255 / 0.4)',
    bar: '#ffffff',
  };
}

/** The width of a text in px, in the current font. */
type Measure = (text: string) => number;

/** Splits a text where a line may break: at spaces, and between characters of scripts without spaces. */
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

/** Splits a piece that is wider than a line, such as an address. */
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
 * @returns lines without spaces at their ends; only a single character may be wider
 */
function wrapText(text: string, width: number, measure: Measure): string[] {
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

/** Breaks a text into as few lines as possible, of similar length: a last line of one word is ugly in large type. */
function balanceText(text: string, width: number, measure: Measure): string[] {
  const lines = wrapText(text, width, measure);
  let low = width / 2;
  let high = width;
  // A difference of one pixel is invisible.
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (wrapText(text, middle, measure).length > lines.length) low = middle;
    else high = middle;
  }
  return wrapText(text, high, measure);
}
