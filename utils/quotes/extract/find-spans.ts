import type { Lexicon } from '../model/types.ts';
import { findQuotedSpans, findSingleSpans, type QuotedSpan } from './quotation-marks.ts';
import { findDashSpeech, splitAtAttributions } from './speech-dashes.ts';

/** `LINDQVIST: We will …`, `Mara Lindqvist: We will …`: a label of one to four names at the start of a paragraph. */
const TURN_LABEL = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}):[ \t]+(?=\S)/u;
/** Minimum number of turns, and of speakers with two turns each, in a transcript. */
const MIN_TURNS = 4;
const MIN_SPEAKERS = 2;
/** A question, or the first person (in the supported languages). */
const CONVERSATIONAL_TEXT =
  /[?？]|(?:^|[^\p{L}])(?:i|we|my|our|us|me|[iw]e?['’]\p{L}+|ich|wir|mi[rc]h?|uns|j['’]?e?|nous|mon|nos|yo|nosotros|mi|io|noi|ja|my|mnie|nas|eu|nós|meu|minha|я|ми|мені|нас)(?=$|[^\p{L}])/iu;
/** Scripts in which these words are searched for. */
const COVERED_SCRIPT = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
/**
 * Minimum share of turns with a question or the first person in a transcript. Lists such as "Pros: … Cons: …" or
 * "Mail: … Fax: …" have hardly any such lines.
 */
const MIN_CONVERSATION_SHARE = 0.25;
/** Quotation marks; paragraphs that contain any are not turns. */
const DOUBLE_MARK = /["“”„«»]/;

/**
 * Finds speech in a transcript: each turn is a quote without marks, from after its label to the end of the paragraph.
 * Lists and captions have labels, too, so a text counts as a transcript only if two speakers take turns.
 */
function findTurns(text: string): QuotedSpan[] {
  const turns: { label: string; start: number; end: number; at: number }[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const match = paragraph[0].match(TURN_LABEL);
    if (!match?.[1]) continue;
    const body = paragraph[0].slice(match[0].length).trimEnd();
    if (DOUBLE_MARK.test(body) || !/[.!?…]$/.test(body)) continue;
    const start = paragraph.index + match[0].length;
    turns.push({ label: match[1], start, end: start + body.length, at: start });
  }
  const counts = new Map<string, number>();
  for (const { label } of turns) counts.set(label, (counts.get(label) ?? 0) + 1);
  const repeated = [...counts.values()].filter((n) => n > 1).length;
  if (turns.length < MIN_TURNS || repeated < MIN_SPEAKERS) return [];
  const repeatedTurns = turns.filter(({ label }) => (counts.get(label) ?? 0) > 1);
  const conversationalTurns = repeatedTurns.filter(({ start, end }) => {
    const words = text.slice(start, end);
    return CONVERSATIONAL_TEXT.test(words) || !COVERED_SCRIPT.test(words);
  });
  if (conversationalTurns.length < repeatedTurns.length * MIN_CONVERSATION_SHARE) return [];
  return repeatedTurns.map(({ start, end }) => ({
    start,
    end,
    outerStart: start,
    outerEnd: end,
    paragraphs: 1,
    isClosed: true,
    hasSingleMarks: false,
    isSpeech: true,
  }));
}

/** "Q: …", "A: …": a turn whose label is not a name. */
const LETTER_LABEL = /(?:^|\n)[QA](?:uestion|nswer)?:[ \t]+$/;

/** Whether a turn labelled with a single letter begins at `start`. */
export function isLetterTurn(text: string, start: number): boolean {
  return LETTER_LABEL.test(text.slice(Math.max(0, start - 14), start));
}

/** "— Mara Lindqvist (@mara)": the signature of an embedded post, at the end of its text or in a separate paragraph. */
const SIGNATURE = /(?:^|\s)[—–-] ?\p{Lu}[^()@—]{1,60} \(@\w{1,30}\)/u;

function trimmedSpan(text: string, from: number, to: number): QuotedSpan[] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end <= start) return [];
  return [
    {
      start,
      end,
      outerStart: start,
      outerEnd: end,
      paragraphs: 1,
      isClosed: true,
      hasSingleMarks: false,
      isSpeech: true,
    },
  ];
}

/**
 * Finds embedded posts, which have no marks, by their author's signature. Offsets into `text`; linear.
 */
function findPosts(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let previous: { start: number; body: string } | null = null;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const body = match[0];
    const start = match.index;
    const signature = SIGNATURE.exec(body.slice(-200));
    const at = signature ? Math.max(0, body.length - 200) + signature.index : -1;
    const before = previous;
    previous = { start, body };
    if (signature && at > 0) {
      if (!DOUBLE_MARK.test(body)) spans.push(...trimmedSpan(text, start, start + at));
    } else if (signature) {
      if (before && !DOUBLE_MARK.test(before.body) && !SIGNATURE.test(before.body.slice(-200)))
        spans.push(...trimmedSpan(text, before.start, before.start + before.body.length));
    }
  }
  return spans;
}

/** Finds speech in any format: outermost spans in text order, without overlaps. */
export function findSpans(text: string, lexicon: Lexicon): QuotedSpan[] {
  const doubleSpans = findQuotedSpans(text);
  const markedSpans = splitAtAttributions(text, doubleSpans, lexicon);
  const otherSpans = lexicon.data.usesSpeechDashes ? findDashSpeech(text, lexicon) : [];
  for (const span of findSingleSpans(text, markedSpans)) otherSpans.push(span);
  for (const span of findTurns(text)) otherSpans.push(span);
  for (const span of findPosts(text)) otherSpans.push(span);
  const all = [...markedSpans, ...otherSpans].sort(
    (a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd,
  );
  const spans: QuotedSpan[] = [];
  let end = 0;
  for (const span of all) {
    if (span.outerStart < end) continue;
    spans.push(span);
    end = span.outerEnd;
  }
  return spans;
}
