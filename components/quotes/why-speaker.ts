import { isProbable, PROBABLE_PRECISION_PERCENT } from '../../utils/quotes/confidence-level.ts';
import type { Offsets, Quote } from '../../utils/quotes/types.ts';
import { splitSentences } from '../../utils/text/segment-text.ts';
import type { MessageKey } from '../ui/base/strings.ts';

/** A message key in `locales` with its substitutions. */
export type Message = [key: MessageKey, ...words: string[]];

/** The explanation of a quote's speaker. */
interface SpeakerExplanation {
  reason: Message;
  /** The words at the quote that tell who speaks; null if there are none. */
  cueExcerpt: ExcerptPiece[] | null;
  /** Where the speaker is named, if that is elsewhere. */
  named: { sentence: Message; words: ExcerptPiece[] } | null;
  /** How certain that is; null if it does not apply. */
  certainty: Message | null;
}

function isIn(text: string, at: Offsets | undefined): at is Offsets {
  return at !== undefined && at[0] < at[1] && at[1] <= text.length;
}

const REASONS: Partial<Record<Quote['evidence'], MessageKey>> = {
  cue: 'whySameSentence',
  'same-sentence': 'whySameSentence',
  'same-paragraph': 'whySameParagraph',
  before: 'whyNear',
};

function getReason(quote: Quote, words: string | null, cue: string | null): Message {
  if (quote.evidence === 'user') return ['whyUser'];
  if (quote.resolvedSpeaker === null) return ['whyNothing'];
  if (quote.evidence === 'continues') return ['whyContinues'];
  if (words === null) return ['whyArticle'];
  if (quote.evidence === 'cue' && cue !== null) return ['whyCue', cue, words];
  const key = REASONS[quote.evidence];
  return key === undefined ? ['whyArticle'] : [key, words];
}

function sureness(quote: Quote): Message | null {
  if (quote.evidence === 'user' || quote.resolvedSpeaker === null) return null;
  return isProbable(quote) ? ['whyProbable', String(PROBABLE_PRECISION_PERCENT)] : ['whyPlain'];
}

/** How the words at the quote refer to the name. */
function naming(words: string, name: string, isEarlier: boolean): Message {
  if (name.toLowerCase().includes(words.toLowerCase())) return ['whyNamedFull', words, name];
  return [isEarlier ? 'whyNamedLast' : 'whyNamedHere', words, name];
}

/**
 * Explains which words of an article identify the speaker of a quote, and how certain that is.
 *
 * @param text of the article; offsets outside it are ignored
 * @param lang BCP 47 tag of its language, or null
 */
export function explainSpeaker(quote: Quote, text: string, lang: string | null): SpeakerExplanation {
  const { speaker, cue, named } = quote.places ?? {};
  const marks: ExcerptMark[] = [];
  if (isIn(text, speaker)) marks.push({ at: speaker, kind: 'name' });
  if (isIn(text, cue)) marks.push({ at: cue, kind: 'cue' });
  const words = isIn(text, speaker) ? text.slice(...speaker) : quote.speaker;
  const reason = getReason(quote, words, isIn(text, cue) ? text.slice(...cue) : quote.cue);
  const nothing = { reason, cueExcerpt: null, named: null, certainty: sureness(quote) };
  const [anchor] = marks;
  if (anchor === undefined) return nothing;
  const from = Math.min(...marks.map(({ at }) => at[0]));
  const to = Math.max(...marks.map(({ at }) => at[1]));
  // A cue in another paragraph is far from the name, so each gets its own excerpt; the name is more informative.
  const isInOtherParagraph = text.slice(from, to).includes('\n');
  const excerpt = expandToSentences(text, isInOtherParagraph ? anchor.at : [from, to], lang);
  const ownName = quote.evidence === 'user' ? null : quote.resolvedSpeaker;
  if (ownName === null || words === null || !isIn(text, named)) {
    return { ...nothing, cueExcerpt: cutExcerpt(text, excerpt, marks) };
  }
  const place: ExcerptMark = { at: named, kind: 'name' };
  const isHere = holds(excerpt, named);
  const other = expandToSentences(text, named, lang);
  return {
    ...nothing,
    cueExcerpt: cutExcerpt(text, excerpt, isHere ? [...marks, place] : marks),
    named: {
      sentence: naming(words, ownName, named[0] < from),
      words: isHere ? [] : cutExcerpt(text, other, [place]),
    },
  };
}

function holds({ start, end }: Excerpt, [from, to]: Offsets): boolean {
  return from >= start && to <= end;
}

/** Maximum number of characters shown on either side of a mark in a long sentence. */
const MAX_CONTEXT = 140;

type MarkKind = 'name' | 'cue';

/** A part of an excerpt, marked or not. */
export interface ExcerptPiece {
  text: string;
  kind: MarkKind | null;
}

interface ExcerptMark {
  at: Offsets;
  kind: MarkKind;
}

/** One or more sentences of an article, as offsets. */
interface Excerpt {
  start: number;
  end: number;
}

function findParagraph(text: string, at: number): Excerpt {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/** Expands a range of one paragraph to whole sentences. */
function expandToSentences(text: string, [from, to]: Offsets, lang: string | null): Excerpt {
  const { start, end } = findParagraph(text, from);
  const own = splitSentences(text.slice(start, end), lang)
    .map((sentence) => ({ start: start + sentence.start, end: start + sentence.end }))
    .filter((sentence) => sentence.end > from && sentence.start < to);
  return { start: own[0]?.start ?? from, end: own.at(-1)?.end ?? Math.min(to, end) };
}

/** The space before or after an offset, so that no word is cut. */
function findSpace(text: string, at: number, limit: number): number {
  const step = limit < at ? -1 : 1;
  for (let i = at; i !== limit; i += step) if (/\s/.test(text[i] ?? '')) return i;
  return at;
}

/**
 * Splits an excerpt into marked and unmarked pieces; shortens a long sentence around the marks.
 *
 * @param marks inside the excerpt, in any order
 */
function cutExcerpt(text: string, excerpt: Excerpt, marks: readonly ExcerptMark[]): ExcerptPiece[] {
  const inside = marks
    .filter(({ at: [from, to] }) => from >= excerpt.start && to <= excerpt.end && from < to)
    .sort((a, b) => a.at[0] - b.at[0]);
  const first = inside[0]?.at[0] ?? excerpt.start;
  const last = inside.at(-1)?.at[1] ?? excerpt.start;
  const start =
    first - excerpt.start > MAX_CONTEXT ? findSpace(text, first - MAX_CONTEXT, first) : excerpt.start;
  const end = excerpt.end - last > MAX_CONTEXT ? findSpace(text, last + MAX_CONTEXT, last) : excerpt.end;
  const pieces: ExcerptPiece[] = [];
  const add = (from: number, to: number, kind: MarkKind | null): void => {
    if (from < to) pieces.push({ text: text.slice(from, to), kind });
  };
  if (start > excerpt.start) pieces.push({ text: '…', kind: null });
  let done = start;
  for (const { at, kind } of inside) {
    const from = Math.max(done, at[0]);
    add(done, from, null);
    add(from, at[1], kind);
    done = Math.max(done, at[1]);
  }
  add(done, end, null);
  if (end < excerpt.end) pieces.push({ text: ' …', kind: null });
  return pieces;
}
