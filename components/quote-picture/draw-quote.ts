import { cutAtClause } from '../ui/base/format.ts';
import { balanceText, wrapText } from './wrap-text.ts';

/** What stands on the card. */
export interface CardWords {
  /** With its quotation marks. */
  quote: string;
  /** Null where the speaker is unclear. */
  speaker: string | null;
  role: string | null;
  /** Headline, or null to leave it out. */
  title: string;
  /** Site and date. */
  source: string;
  dir: 'ltr' | 'rtl';
}

export interface CardColours {
  ground: string;
  ink: string;
  quiet: string;
  rule: string;
  bar: string;
}

export interface CardSize {
  width: number;
  height: number;
}

/** Sizes that the places where pictures are shared show whole: square, wide (16:9), tall (4:5). In px. */
export const CARD_SIZES: Record<'square' | 'wide' | 'tall', CardSize> = {
  square: { width: 1080, height: 1080 },
  wide: { width: 1600, height: 900 },
  tall: { width: 1080, height: 1350 },
};

const SERIF = 'Literata, Georgia, "Noto Serif", serif';
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const LEADING = 1.3;

/** Fonts of the card at a size, for loading them before drawing. */
export const QUOTE_FONT = `400 48px ${SERIF}`;

interface Setting {
  lines: string[];
  size: number;
}

/** The largest type in which the quote fits; cut at a clause where even the smallest is too large. */
function setQuote(context: CanvasRenderingContext2D, text: string, width: number, height: number): Setting {
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
    words = cutAtClause(text, limit);
  }
  return { lines: tryLines(words, smallest) ?? [words], size: smallest };
}

/** One line, ended with "…" where it is too wide for the font that is set. */
function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && context.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/**
 * Draws a quote as a card: its words as large as they fit beside a bar in the speaker's colour, who says it, and
 * where it stands.
 *
 * @param canvas gets the size in px
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
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);

  // From below: where it stands, over a hairline.
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
  const { lines, size } = setQuote(context, words.quote, inner - indent, room);
  const block = lines.length * size * LEADING;
  // A little above the middle: the eye takes that for the middle.
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
