import { isProbable, PROBABLE_PRECISION_PERCENT } from '../../utils/quotes/confidence-level.ts';
import type { Offsets, Quote } from '../../utils/quotes/types.ts';
import { splitSentences } from '../../utils/text/segment-text.ts';
import type { MessageKey } from '../ui/base/strings.ts';

/** A message key with the values of its placeholders. */
export type MessageWithArgs = [key: MessageKey, ...args: string[]];

/** Why a quote is attributed to its speaker. */
interface SpeakerExplanation {
  reason: MessageWithArgs;
  /** The sentences that identify the speaker; null if none are known. */
  cueExcerpt: ExcerptPiece[] | null;
  /** How the description at the quote refers to the name; `words` is an excerpt if the name is elsewhere. Can be null. */
  named: { sentence: MessageWithArgs; words: ExcerptPiece[] } | null;
  /** How reliable the attribution is; null if the speaker is unclear or was set by the user. */
  certainty: MessageWithArgs | null;
}

function isInText(text: string, range: Offsets | undefined): range is Offsets {
  return range !== undefined && range[0] < range[1] && range[1] <= text.length;
}

const REASON_MESSAGES: Partial<Record<Quote['evidence'], MessageKey>> = {
  cue: 'whySameSentence',
  'same-sentence': 'whySameSentence',
  'same-paragraph': 'whySameParagraph',
  before: 'whyNear',
};

function getReason(quote: Quote, description: string | null, cue: string | null): MessageWithArgs {
  if (quote.evidence === 'user') return ['whyUser'];
  if (quote.resolvedSpeaker === null) return ['whyNothing'];
  if (quote.evidence === 'continues') return ['whyContinues'];
  if (description === null) return ['whyArticle'];
  if (quote.evidence === 'cue' && cue !== null) return ['whyCue', cue, description];
  const key = REASON_MESSAGES[quote.evidence];
  return key === undefined ? ['whyArticle'] : [key, description];
}

function getCertainty(quote: Quote): MessageWithArgs | null {
  if (quote.evidence === 'user' || quote.resolvedSpeaker === null) return null;
  return isProbable(quote) ? ['whyProbable', String(PROBABLE_PRECISION_PERCENT)] : ['whyPlain'];
}

/** Returns the message about how a description at the quote refers to the person's name. */
function getNamingMessage(description: string, name: string, isEarlier: boolean): MessageWithArgs {
  if (name.toLowerCase().includes(description.toLowerCase())) return ['whyNamedFull', description, name];
  return [isEarlier ? 'whyNamedLast' : 'whyNamedHere', description, name];
}

/**
 * Explains which words of an article identify the speaker of a quote, and how reliable the attribution is.
 *
 * @param text the article's text; offsets outside it are ignored
 * @param lang the article's language (BCP 47), or null
 */
export function explainSpeaker(quote: Quote, text: string, lang: string | null): SpeakerExplanation {
  const { speaker, cue, named } = quote.places ?? {};
  const marks: ExcerptMark[] = [];
  if (isInText(text, speaker)) marks.push({ range: speaker, kind: 'name' });
  if (isInText(text, cue)) marks.push({ range: cue, kind: 'cue' });
  const description = isInText(text, speaker) ? text.slice(...speaker) : quote.speaker;
  const reason = getReason(quote, description, isInText(text, cue) ? text.slice(...cue) : quote.cue);
  const base = { reason, cueExcerpt: null, named: null, certainty: getCertainty(quote) };
  const [anchor] = marks;
  if (anchor === undefined) return base;
  const from = Math.min(...marks.map(({ range }) => range[0]));
  const to = Math.max(...marks.map(({ range }) => range[1]));
  // If the cue is in another paragraph than the name, the excerpt shows only the name, which is more informative.
  const isInOtherParagraph = text.slice(from, to).includes('\n');
  const excerpt = expandToSentences(text, isInOtherParagraph ? anchor.range : [from, to], lang);
  const name = quote.evidence === 'user' ? null : quote.resolvedSpeaker;
  if (name === null || description === null || !isInText(text, named)) {
    return { ...base, cueExcerpt: cutExcerpt(text, excerpt, marks) };
  }
  const nameMark: ExcerptMark = { range: named, kind: 'name' };
  const isInExcerpt = containsRange(excerpt, named);
  const nameExcerpt = expandToSentences(text, named, lang);
  return {
    ...base,
    cueExcerpt: cutExcerpt(text, excerpt, isInExcerpt ? [...marks, nameMark] : marks),
    named: {
      sentence: getNamingMessage(description, name, named[0] < from),
      words: isInExcerpt ? [] : cutExcerpt(text, nameExcerpt, [nameMark]),
    },
  };
}

function containsRange({ start, end }: Excerpt, [from, to]: Offsets): boolean {
  return from >= start && to <= end;
}

/** Maximum number of characters shown before the first mark and after the last one in a long sentence. */
const MAX_CONTEXT = 140;

type MarkKind = 'name' | 'cue';

/** A part of an excerpt; `kind` is null if it is not marked. */
export interface ExcerptPiece {
  text: string;
  kind: MarkKind | null;
}

interface ExcerptMark {
  range: Offsets;
  kind: MarkKind;
}

/** One or more sentences of an article: UTF-16 offsets into its text. */
interface Excerpt {
  start: number;
  end: number;
}

function findParagraph(text: string, offset: number): Excerpt {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

/** Expands a range within a paragraph to whole sentences. */
function expandToSentences(text: string, [from, to]: Offsets, lang: string | null): Excerpt {
  const { start, end } = findParagraph(text, from);
  const sentences = splitSentences(text.slice(start, end), lang)
    .map((sentence) => ({ start: start + sentence.start, end: start + sentence.end }))
    .filter((sentence) => sentence.end > from && sentence.start < to);
  return { start: sentences[0]?.start ?? from, end: sentences.at(-1)?.end ?? Math.min(to, end) };
}

/** Returns the first space between an offset and a limit, at which no word is cut; the offset if there is none. */
function findSpace(text: string, offset: number, limit: number): number {
  const step = limit < offset ? -1 : 1;
  for (let i = offset; i !== limit; i += step) if (/\s/.test(text[i] ?? '')) return i;
  return offset;
}

/**
 * Splits an excerpt into marked and unmarked pieces, and truncates long sentences around the marks.
 *
 * @param marks in any order; those outside the excerpt are ignored
 */
function cutExcerpt(text: string, excerpt: Excerpt, marks: readonly ExcerptMark[]): ExcerptPiece[] {
  const inside = marks
    .filter(({ range: [from, to] }) => from >= excerpt.start && to <= excerpt.end && from < to)
    .sort((a, b) => a.range[0] - b.range[0]);
  const first = inside[0]?.range[0] ?? excerpt.start;
  const last = inside.at(-1)?.range[1] ?? excerpt.start;
  const start =
    first - excerpt.start > MAX_CONTEXT ? findSpace(text, first - MAX_CONTEXT, first) : excerpt.start;
  const end = excerpt.end - last > MAX_CONTEXT ? findSpace(text, last + MAX_CONTEXT, last) : excerpt.end;
  const pieces: ExcerptPiece[] = [];
  const add = (from: number, to: number, kind: MarkKind | null): void => {
    if (from < to) pieces.push({ text: text.slice(from, to), kind });
  };
  if (start > excerpt.start) pieces.push({ text: '…', kind: null });
  let done = start;
  for (const { range, kind } of inside) {
    const from = Math.max(done, range[0]);
    add(done, from, null);
    add(from, range[1], kind);
    done = Math.max(done, range[1]);
  }
  add(done, end, null);
  if (end < excerpt.end) pieces.push({ text: ' …', kind: null });
  return pieces;
}
