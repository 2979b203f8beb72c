import {
  ADVERB,
  AUX,
  CLOSED_CLASS,
  CUE_VERB,
  OBJECT_PRONOUN,
  OTHER_VERB,
  PHRASE_VERB,
} from '../model/lexicon.ts';
import type { Lexicon } from '../model/types.ts';
import type { QuotedSpan } from './quotation-marks.ts';

/** Maximum number of words at the beginning of a clause that are searched for a verb of speech. */
const MAX_VERB_POSITION = 4;
/** Maximum length of a clause whose verb is unknown, in words. */
const MAX_CLAUSE_WORDS = 20;
/** Maximum number of characters of a clause that are analysed. */
const MAX_READ_LENGTH = 160;

const UNKNOWN_VERB_AND_NAME = /^\s*\p{Ll}[\p{Ll}’'-]+(?: \p{Ll}+)? \p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\p{Ll}/u;
const ANY_VERB = AUX | CUE_VERB | PHRASE_VERB | OTHER_VERB;
const WORD = /[\p{L}’'-]+/gu;
const isCue = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isCue(word.toLowerCase().replace(/-(?:t-)?\p{L}+$/u, ''));

function wordsOf(clause: string): string[] {
  return clause.slice(0, MAX_READ_LENGTH).match(WORD) ?? [];
}

/** Whether a clause between dashes or after a comma begins with a verb of speech ("said Reed", "ha detto Reed"). */
function isReportingClause(clause: string, lexicon: Lexicon, maxVerbPosition = MAX_VERB_POSITION): boolean {
  // "– I walk – cuts in Teresa Conti": an unknown verb, followed by a full name.
  if (UNKNOWN_VERB_AND_NAME.test(clause.slice(0, MAX_READ_LENGTH))) return true;
  const words = wordsOf(clause);
  const first = words[0] ?? '';
  if (first !== first.toLowerCase()) return false;
  // "– It is, I think, time": in the first person, the clause is part of the speech.
  return words
    .slice(0, maxVerbPosition)
    .some((word, i) => isCue(word, lexicon) && !lexicon.firstPerson.has((words[i + 1] ?? '').toLowerCase()));
}

/** Participles, which need an auxiliary to report: "lancé", "averti", "soutenu". */
const PARTICIPLE = /(?:ée?s?|[^d]i|u)$/;

/**
 * Whether a clause between commas has its verb of speech before its subject ("dit Reed", "s'écrie Reed", "a-t-il dit").
 * "lancé avec force" and "il me disait bonjour" are part of the speech.
 */
function isInverted(clause: string, lexicon: Lexicon): boolean {
  if (UNKNOWN_VERB_AND_NAME.test(clause.slice(0, MAX_READ_LENGTH))) return true;
  const words = wordsOf(clause).slice(0, MAX_VERB_POSITION);
  const first = words[0] ?? '';
  if (first === '' || first !== first.toLowerCase()) return false;
  let hasAuxiliary = false;
  for (const raw of words) {
    const bare = raw.toLowerCase().replace(/-(?:t-)?\p{L}+$/u, '');
    const word = bare.replace(/^[\p{L}]{1,2}['’]/u, '');
    if (lexicon.isCue(word)) return hasAuxiliary || !PARTICIPLE.test(word);
    const classes = lexicon.classesOf(word);
    if ((classes & AUX) !== 0) hasAuxiliary = true;
    else if ((classes & (OBJECT_PRONOUN | ADVERB)) === 0) return false;
  }
  return false;
}

/** Returns the text up to the end of the sentence. */
function sentenceFrom(text: string): string {
  const end = text.slice(0, 2 * MAX_READ_LENGTH).search(/[.!?…](?:\s|$)/);
  return end < 0 ? text : text.slice(0, end);
}

/**
 * Whether a clause after a dash may report speech with an unknown verb ("– reckon the fishermen."): it is short, is
 * followed by another dash or ends its paragraph, and begins with no conjunction, article or preposition.
 */
function canReport(clause: string, lexicon: Lexicon, isLast: boolean): boolean {
  const sentence = sentenceFrom(clause);
  if (!isLast && clause.slice(sentence.length + 1).trim() !== '') return false;
  const words = wordsOf(sentence);
  const first = words[0] ?? '';
  if (first === '' || !/^\s*\p{Ll}/u.test(sentence) || /[«»“”„"]/.test(sentence)) return false;
  const classes = lexicon.classesOf(first);
  if ((classes & ANY_VERB) === 0 && (classes & CLOSED_CLASS) !== 0) return false;
  return words.length <= MAX_CLAUSE_WORDS && sentence.length < MAX_READ_LENGTH;
}

/** A dash at the start of a paragraph; a hyphen only if followed by a space, so that "-5 degrees" is a number. */
const OPENING_DASH = /^\s*(?:[—–―]\s*|[−-]\s+)(?=[\p{L}\p{N}¿¡«„“"(…])/u;
/** A dash after the end of a sentence: "He is tired. – I stay – he says." */
const INNER_DASH = /(?<=[.!?…:]["”»“]?\s)[—–―−-]\s(?=[\p{Lu}«„“"])/gu;
/** Dashes that may end speech, or its attribution. */
const DASH = /(?<=[\s,.!?…])[—–―−-](?=\s?[\p{L}«„“"(…])|[—–―](?=\s*[,.])|(?<=\p{L})[—―](?=\s)/gu;
/** An attribution may follow: "– We stay, said Reed." */
const COMMA = /[,!?…]["”»“]?\s(?=\p{Ll})/gu;
/** Number of characters analysed after a comma. */
const MAX_LENGTH_AFTER_COMMA = 160;
/** Maximum number of words after a comma that are searched for a verb of speech. */
const MAX_VERB_POSITION_AFTER_COMMA = 2;
/**
 * Germanic languages in which the verb of an attribution precedes its subject: in "– Ja, han medger det, säger hon.",
 * only the last clause is an attribution.
 */
const VERB_FIRST = /^(?:da|no|sv)$/;
/** Minimum number of consecutive paragraphs with dashes that are a list if none has a question or an attribution. */
const MIN_LIST_ITEMS = 3;
/** Minimum number of paragraphs with dashes that show that an article uses them for speech, if none is reported. */
const MIN_DASHED_PARAGRAPHS = 3;
/** Maximum distance of the attribution of speech that begins inside a paragraph, in characters. */
const MAX_ATTRIBUTION_DISTANCE = 1500;
/** Minimum length of speech without attribution, in words. */
const MIN_UTTERANCE_WORDS = 3;

/** Maximum length of an interview question in characters, and minimum number of questions in an interview. */
const MAX_QUESTION_LENGTH = 300;
const MIN_QUESTIONS = 2;

interface Piece {
  start: number;
  end: number;
}

interface Paragraph {
  start: number;
  body: string;
  /** Index among all paragraphs. */
  index: number;
  /** Length of its opening dash. */
  opening: number;
}

/** Whether the clause ends before `to`, so that the rest is narration. */
function endsWithin(body: string, from: number, to: number): boolean {
  for (const match of body.slice(from, to).matchAll(/(\p{L}+)["”»“)]?[.!?…]\s+(?=[\p{Lu}«„“"])/gu)) {
    const isShort = /^(?:\p{Ll}{1,3}|\p{Lu})$/u.test(match[1] ?? '');
    if (!isShort && from + match.index + match[0].length < to - 1) return true;
  }
  return false;
}

/** Finds the speech of a paragraph that begins with a dash, from `from` on; null without an attribution. */
function readSpeech(
  body: string,
  from: number,
  isClause: (clause: string, isLast: boolean) => boolean,
): { pieces: Piece[]; end: number } | null {
  const cuts = [...body.slice(from).matchAll(DASH)].map((match) => match.index + from);
  const pieces: Piece[] = [];
  let start = from;
  let clause = -1;
  for (const [i, cut] of cuts.entries()) {
    if (clause < 0) {
      const piece = body.slice(
        cut + 1,
        Math.min(cuts[i + 1] ?? body.length, cut + 2 * MAX_LENGTH_AFTER_COMMA),
      );
      if (cut <= start || !isClause(piece, i === cuts.length - 1)) continue;
      pieces.push({ start, end: cut });
      clause = cut + 1;
    } else {
      if (endsWithin(body, clause, cut)) break;
      start = cut + 1;
      clause = -1;
    }
  }
  if (pieces.length === 0) return null;
  if (clause < 0) pieces.push({ start, end: body.length });
  return { pieces, end: clause < 0 ? body.length : clause };
}

/** "— We stay, said Reed. – All of us.": the attribution follows a comma. */
function readSpeechBeforeComma(
  body: string,
  from: number,
  reportsAt: (comma: number) => boolean,
): Piece[] | null {
  const comma = [...body.slice(from).matchAll(COMMA)].map((match) => match.index + from).find(reportsAt);
  if (comma === undefined) return null;
  const pieces = [{ start: from, end: comma + 1 }];
  const resumingDash = [...body.slice(comma).matchAll(DASH)]
    .map((match) => match.index + comma)
    .find((cut) => /[.!?…]\s*$/.test(body.slice(Math.max(0, cut - 3), cut)));
  if (resumingDash !== undefined && !endsWithin(body, comma, resumingDash))
    pieces.push({ start: resumingDash + 1, end: body.length });
  return pieces;
}

function toSpans(paragraph: Paragraph, pieces: readonly Piece[]): QuotedSpan[] {
  const { body, start: base } = paragraph;
  const spans: QuotedSpan[] = [];
  for (const piece of pieces) {
    let { start, end } = piece;
    while (start < end && /[\s,.;]/.test(body.charAt(start))) start++;
    while (end > start && /[\s,]/.test(body.charAt(end - 1))) end--;
    if (end <= start) continue;
    const outerStart = piece.start <= paragraph.opening ? 0 : piece.start - 1;
    const outerEnd = Math.max(end, piece.end === body.length ? end : piece.end);
    spans.push({
      start: base + start,
      end: base + end,
      outerStart: base + Math.max(outerStart, 0),
      outerEnd: base + outerEnd,
      paragraphs: 1,
      isClosed: true,
      hasSingleMarks: false,
      isSpeech: true,
      ...(pieces.length > 1 && { utterance: base + paragraph.opening + (pieces[0]?.start ?? 0) }),
    });
  }
  return spans;
}

/** Whether a paragraph that begins with a dash is an utterance without attribution, and not a list item. */
function isUtterance(
  dashedParagraphs: readonly Paragraph[],
  i: number,
  isReported: (i: number) => boolean,
): boolean {
  const body = dashedParagraphs[i]?.body ?? '';
  if (!/[.!?…)»”“"]\s*$/.test(body) || (body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < MIN_UTTERANCE_WORDS)
    return false;
  const at = (k: number) => dashedParagraphs[k]?.index ?? -9;
  let first = i;
  let last = i;
  while (at(first - 1) === at(first) - 1 && i - first < MIN_LIST_ITEMS) first--;
  while (at(last + 1) === at(last) + 1 && last - i < MIN_LIST_ITEMS) last++;
  if (last - first + 1 < MIN_LIST_ITEMS) return true;
  return dashedParagraphs
    .slice(first, last + 1)
    .some((paragraph, k) => isReported(first + k) || /\?\s*$/.test(paragraph.body));
}

/**
 * Finds interview questions: short utterances without attribution, each followed by an answer; none if there are few.
 */
function findQuestions(
  dashedParagraphs: readonly Paragraph[],
  isReported: (i: number) => boolean,
): Set<number> {
  const questions = new Set<number>();
  const isQuestion = (i: number): boolean => /[?…]\s*$/.test(dashedParagraphs[i]?.body ?? '');
  for (const [i, { body, index }] of dashedParagraphs.entries()) {
    const answer = dashedParagraphs[i + 1];
    if (
      answer?.index !== index + 1 ||
      !isQuestion(i) ||
      isQuestion(i + 1) ||
      body.length > MAX_QUESTION_LENGTH
    )
      continue;
    if (!isReported(i) && !isReported(i + 1)) questions.add(i);
  }
  return questions.size < MIN_QUESTIONS ? new Set() : questions;
}

/**
 * Finds speech marked with dashes: "– We stay – said Reed. – All of us." A paragraph that begins with a dash is speech
 * up to the clause that reports it, and again after the next dash. If the article uses this style, such a paragraph is
 * speech without that clause, too. Linear in the text.
 */
export function findDashSpeech(text: string, lexicon: Lexicon): QuotedSpan[] {
  const maxVerbPosition = VERB_FIRST.test(lexicon.code) ? 1 : MAX_VERB_POSITION_AFTER_COMMA;
  const dashedParagraphs: Paragraph[] = [];
  const otherParagraphs: Paragraph[] = [];
  let index = 0;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const body = match[0];
    const opening = body.match(OPENING_DASH)?.[0].length ?? 0;
    (opening > 0 ? dashedParagraphs : otherParagraphs).push({
      start: match.index,
      body,
      index: index++,
      opening,
    });
  }
  const isClause = (clause: string): boolean => isReportingClause(clause, lexicon);
  const speechByParagraph = dashedParagraphs.map(({ body, opening }) => {
    const speech = readSpeech(body, opening, isClause);
    if (speech) return speech;
    const beforeComma = readSpeechBeforeComma(body, opening, (comma) =>
      isReportingClause(
        body.slice(comma + 1, comma + MAX_LENGTH_AFTER_COMMA).trimStart(),
        lexicon,
        maxVerbPosition,
      ),
    );
    if (beforeComma) return { pieces: beforeComma, end: body.length };
    return readSpeech(body, opening, (clause, isLast) => canReport(clause, lexicon, isLast));
  });
  const isReported = (i: number): boolean => (speechByParagraph[i] ?? null) !== null;
  const unreported = new Set(
    dashedParagraphs.filter((_, i) => !isReported(i)).map((paragraph) => paragraph.index),
  );
  // "– We stay.\n\nAll of us – said Reed.": the speech of the previous paragraph continues.
  const continuations = otherParagraphs.map(({ body, index: paragraphIndex }) => {
    if (!unreported.has(paragraphIndex - 1)) return null;
    const speech = readSpeech(body.slice(0, MAX_ATTRIBUTION_DISTANCE), 0, isClause);
    return speech && !/["“”„«»]/.test(body.slice(0, speech.end)) ? speech : null;
  });
  const usesDashes =
    unreported.size < dashedParagraphs.length ||
    dashedParagraphs.length >= MIN_DASHED_PARAGRAPHS ||
    continuations.some((speech) => speech !== null);
  const questions = findQuestions(dashedParagraphs, isReported);
  const spans = dashedParagraphs.flatMap((paragraph, i) => {
    const speech = speechByParagraph[i];
    if (speech) return toSpans(paragraph, speech.pieces);
    if (!usesDashes || !isUtterance(dashedParagraphs, i, isReported)) return [];
    const utteranceSpans = toSpans(paragraph, [{ start: paragraph.opening, end: paragraph.body.length }]);
    return questions.has(i) ? utteranceSpans.map((span) => ({ ...span, isQuestion: true })) : utteranceSpans;
  });
  /** Reads speech that begins inside a paragraph, after the part already read. */
  const readInnerSpeech = (paragraph: Paragraph, alreadyRead: number): void => {
    let readTo = alreadyRead;
    for (const match of paragraph.body.matchAll(INNER_DASH)) {
      if (match.index < readTo) continue;
      const from = match.index + 1;
      const speech = readSpeech(paragraph.body.slice(0, from + MAX_ATTRIBUTION_DISTANCE), from, isClause);
      if (!speech || endsWithin(paragraph.body, from, speech.pieces[0]?.start ?? from)) continue;
      spans.push(...toSpans(paragraph, speech.pieces));
      readTo = speech.end;
    }
  };
  for (const [i, paragraph] of dashedParagraphs.entries()) {
    const end = speechByParagraph[i]?.end;
    if (end !== undefined) readInnerSpeech(paragraph, end);
  }
  for (const [i, paragraph] of otherParagraphs.entries()) {
    const continuation = continuations[i];
    if (continuation) spans.push(...toSpans(paragraph, continuation.pieces));
    readInnerSpeech(paragraph, continuation?.end ?? 0);
  }
  return spans;
}

/** The closing dash may be followed by the punctuation of the quote: «A – said X –, B». */
const DASH_ATTRIBUTION =
  /(?:,|(?<=[\p{L}\p{N}!?….’”)]))\s[–—-]\s([^–—"«»„“”\n]{3,160}?)[,.]?\s[–—-](?:\s|[,.;:!?…]\s)/gu;
/** A clause ends at a comma, or at a full stop that is not part of an abbreviation. */
const COMMA_ATTRIBUTION = /,\s([^,–—"«»„“”\n]{3,60}?)(?:,|(?<!\b\p{Lu}\p{Ll}{0,3})\.)\s/gu;

const isSetOff = (clause: string, lexicon: Lexicon): boolean =>
  isReportingClause(clause, lexicon, clause.includes(',') ? MAX_VERB_POSITION_AFTER_COMMA : undefined);

/**
 * Splits quotes with an attribution inside their marks («We are tired, – said Reed, – but we stay») into the speech
 * before and after it. Between commas, only a short clause that begins with its verb counts.
 */
function splitSpans(
  pattern: RegExp,
  isClause: (clause: string, lexicon: Lexicon) => boolean,
  text: string,
  spans: readonly QuotedSpan[],
  lexicon: Lexicon,
): QuotedSpan[] {
  return spans.flatMap((span) => {
    const inner = text.slice(span.start, span.end);
    const pieces: QuotedSpan[] = [];
    let start = span.start;
    let outerStart = span.outerStart;
    for (const match of inner.matchAll(pattern)) {
      if (!isClause(match[1] ?? '', lexicon)) continue;
      const end = span.start + match.index;
      if (end <= start) continue;
      pieces.push({ ...span, start, end, outerStart, outerEnd: end });
      start = end + match[0].length;
      outerStart = start;
    }
    if (pieces.length === 0) return [span];
    if (start < span.end) pieces.push({ ...span, start, outerStart });
    return pieces.length > 1
      ? pieces.map((piece) => ({ ...piece, utterance: span.utterance ?? span.start }))
      : pieces;
  });
}

/**
 * Splits quotes at attributions between dashes («A, – said X, – B»), and in some languages between commas («A, said X,
 * B»). English has no such attributions, and those of unsupported languages can't be recognised.
 */
export function splitAtAttributions(
  text: string,
  spans: readonly QuotedSpan[],
  lexicon: Lexicon,
): readonly QuotedSpan[] {
  if (lexicon.code === 'en' || lexicon.code === 'und') return spans;
  const splitAtDashes = splitSpans(DASH_ATTRIBUTION, isSetOff, text, spans, lexicon);
  return lexicon.data.hasCommaAttributions
    ? splitSpans(COMMA_ATTRIBUTION, isInverted, text, splitAtDashes, lexicon)
    : splitAtDashes;
}
