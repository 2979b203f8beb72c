import { confidenceLevel } from '../confidence-level.ts';
import { findQuotedSpans, type QuotedSpan } from '../extract/quotation-marks.ts';
import { rankQuotes } from '../ranking/rank-quotes.ts';
import type { Quote, QuoteContext, SpeakerOffsets } from '../types.ts';
import { type Speaker, UncasedPeople } from './people.ts';
import type { QuoteScene, Reading, TextSpan, UncasedGrammar } from './types.ts';

const MARKS = /["＂“”„‟«»]/g;

/**
 * Makes the direction of marks explicit, because without spaces around them their neighbours don't show it: straight
 * marks alternate within a paragraph, and curly ones have the direction of their form, or consistently the opposite.
 */
function directMarks(paragraph: string): string {
  const curly = paragraph.indexOf('”');
  const isTurned = curly >= 0 && paragraph.indexOf('“') > curly;
  let isOpen = false;
  return paragraph.replace(MARKS, (mark) => {
    if (mark === '"' || mark === '＂') {
      isOpen = !isOpen;
      return isOpen ? '「' : '」';
    }
    if (mark === '“' || mark === '”') return (mark === '“') !== isTurned ? '「' : '」';
    return mark === '»' ? '」' : '「';
  });
}

/** Finds the outermost spans in quotation marks, in a language without spaces around them. Linear in the text. */
function findMarkedSpans(text: string): QuotedSpan[] {
  const directed = text.replace(/[^\n]+/g, directMarks);
  return findQuotedSpans(directed).filter(({ isClosed: closed, paragraphs }) => closed || paragraphs > 1);
}

/** Maximum length analysed of the sentence on each side of a quote, and number of sentences before it. */
const MAX_BEFORE = 320;
const MAX_AFTER = 120;
const MAX_EARLIER_SENTENCES = 4;

/** Maximum length of a headline, and of text around a quote that still forms a paragraph with it. */
const MAX_HEADLINE_LENGTH = 300;
const MAX_MARKS = 8;

/** Replaces each quoted character: not a letter, a space or a punctuation mark in any language. */
const BLANK = '\uFFFC';

/** The text with quotes blanked out, at the same length. */
function blankQuoted(text: string, spans: readonly QuotedSpan[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, BLANK));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

interface Sentence {
  start: number;
  end: number;
  paragraph: number;
}

function readSentences(blanked: string, sentenceEnd: RegExp): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const line of blanked.matchAll(/[^\n]+/g)) {
    let start = line.index;
    const add = (end: number) => {
      if (end > start) sentences.push({ start, end, paragraph });
      start = end;
    };
    for (const end of line[0].matchAll(sentenceEnd)) add(line.index + end.index + end[0].length);
    add(line.index + line[0].length);
    paragraph++;
  }
  return sentences;
}

/** The context of each span, in order. */
function readScenes(
  text: string,
  blanked: string,
  spans: readonly QuotedSpan[],
  sentenceEnd: RegExp,
  names: ReadonlySet<string>,
): QuoteScene[] {
  const sentences = readSentences(blanked, sentenceEnd);
  const isBlank = (from: number, to: number) =>
    to - from <= MAX_MARKS && blanked.slice(from, to).trim() === '';
  let at = 0;
  return spans.map((span) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? 0) <= span.outerStart) at++;
    const own = sentences[at] ?? { start: 0, end: text.length, paragraph: 0 };
    // A quote that spans paragraphs ends in another sentence.
    let last = at;
    while (last + 1 < sentences.length && (sentences[last]?.end ?? 0) < span.outerEnd) last++;
    const beforeOffset = Math.max(own.start, span.outerStart - MAX_BEFORE);
    const end = Math.min(Math.max(sentences[last]?.end ?? 0, span.outerEnd), span.outerEnd + MAX_AFTER);
    const inParagraph = (sentence: Sentence | undefined, paragraph: number | undefined) =>
      sentence !== undefined && sentence.paragraph === paragraph
        ? {
            words: blanked.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_BEFORE)),
            at: sentence.start,
          }
        : null;
    const nextOf = (i: number, { start }: Sentence, { outerStart, outerEnd }: QuotedSpan) => {
      const next = sentences[i + 1];
      const isAlone =
        i === at &&
        isBlank(start, outerStart) &&
        sentences[i - 1]?.paragraph !== own.paragraph &&
        isBlank(outerEnd, sentences[i]?.end ?? outerEnd);
      return inParagraph(next, (own.paragraph ?? 0) + (isAlone && next?.paragraph !== own.paragraph ? 1 : 0));
    };
    const earlier: QuoteScene['earlier'] = [];
    for (let i = at - 1; i >= 0 && i >= at - MAX_EARLIER_SENTENCES; i--) {
      const sentence = inParagraph(sentences[i], own.paragraph);
      if (sentence === null) break;
      earlier.push(sentence);
    }
    const paragraphBefore: QuoteScene['earlier'] = [];
    for (let i = at - earlier.length - 1; i >= 0 && paragraphBefore.length < MAX_EARLIER_SENTENCES; i--) {
      const sentence = inParagraph(sentences[i], own.paragraph - 1);
      if (sentence === null) break;
      paragraphBefore.push(sentence);
    }
    return {
      quote: text.slice(span.start, span.end),
      before: blanked.slice(beforeOffset, span.outerStart),
      beforeOffset,
      after: blanked.slice(span.outerEnd, end),
      afterOffset: span.outerEnd,
      earlier,
      paragraphBefore,
      next: nextOf(last, own, span),
      names,
      isHeadline:
        own.paragraph === 0 &&
        own.end - own.start <= MAX_HEADLINE_LENGTH &&
        !/[。.]/.test(blanked.slice(own.start, own.end)),
    };
  });
}

/** Confidence in a speaker by the method; about the share that is right on the labelled articles. */
const SUBJECT_CONFIDENCE = 0.9;
const OTHER_SENTENCE_CONFIDENCE = 0.7;
const CONTINUATION_CONFIDENCE = 0.65;

/** Minimum length of a quote that another one follows, and maximum length of the text between them. */
const MIN_QUOTE_LENGTH = 6;
const MAX_GAP = 40;

/** Maximum distance between two quotes with the same speaker, in UTF-16 units. */
const MAX_CONTINUATION_GAP = 300;

/** Joins the readings of spans in one statement, the last of which has the verb. */
function joinReadings(
  text: string,
  spans: readonly { outerStart: number; outerEnd: number }[],
  scenes: readonly QuoteScene[],
  readings: Reading[],
  grammar: UncasedGrammar,
): void {
  for (let i = spans.length - 2; i >= 0; i--) {
    const [span, next, scene, reading, following] = [
      spans[i],
      spans[i + 1],
      scenes[i],
      readings[i],
      readings[i + 1],
    ];
    if (!span || !next || !scene || !reading || !following?.isQuote || reading.isQuote) continue;
    if (next.outerStart - span.outerEnd > MAX_GAP || scene.quote.length < MIN_QUOTE_LENGTH) continue;
    if (!grammar.joins(text.slice(span.outerEnd, next.outerStart))) continue;
    readings[i] = {
      ...reading,
      isQuote: true,
      speakerSpan: reading.speakerSpan ?? following.speakerSpan,
      isSubjectOmitted: following.isSubjectOmitted,
      cue: following.cue,
    };
  }
  for (let i = 1; i < spans.length; i++) {
    const [span, before, scene, reading, leading] = [
      spans[i],
      spans[i - 1],
      scenes[i],
      readings[i],
      readings[i - 1],
    ];
    if (!span || !before || !scene || !reading || !leading?.isQuote || reading.isQuote) continue;
    if (span.outerStart - before.outerEnd > 2 || scene.quote.length < MIN_QUOTE_LENGTH * 2) continue;
    if (grammar.joins(text.slice(before.outerEnd, span.outerStart))) readings[i] = { ...leading };
  }
}

/** The referent of a pronoun at `at`: the subject of its sentence so far, or of an earlier one. */
function topicBefore(
  { before, beforeOffset, earlier, names }: QuoteScene,
  at: number,
  grammar: UncasedGrammar,
): TextSpan | null {
  for (const { words, at: from } of [
    { words: before.slice(0, Math.max(0, at - beforeOffset)), at: beforeOffset },
    ...earlier,
  ]) {
    const topic = grammar.topicOf(words, from, names);
    if (topic) return topic;
  }
  return null;
}

/** Finds direct quotes with their speakers in a language without capitals, by its grammar. Linear in the text. */
export function findUncasedQuotes(text: string, context: QuoteContext, grammar: UncasedGrammar): Quote[] {
  const spans = findMarkedSpans(text);
  if (spans.length === 0) return [];
  const blanked = blankQuoted(text, spans);
  const people = new UncasedPeople(grammar, blanked);
  const scenes = readScenes(text, blanked, spans, grammar.sentenceEnd, people.names);
  const readings: Reading[] = scenes.map((scene) => grammar.read(scene));
  joinReadings(text, spans, scenes, readings, grammar);

  /** The person named last in the previous paragraph. */
  const fromParagraphBefore = ({ paragraphBefore, names }: QuoteScene): Speaker | null => {
    const [place] = paragraphBefore.flatMap(({ words, at }) => grammar.topicOf(words, at, names) ?? []);
    const named = place && grammar.readParty(text.slice(place.start, place.end));
    const reached = place && named ? people.resolve(named, place.start, null) : null;
    return reached?.kind === 'person' ? reached : null;
  };

  const quotes: Quote[] = [];
  let last = null as { speaker: Speaker; end: number } | null;
  let group = -1;
  for (const [i, reading] of readings.entries()) {
    const span = spans[i];
    const scene = scenes[i];
    if (!span || !scene || !reading.isQuote) continue;
    const near: Speaker | null =
      last !== null && span.outerStart - last.end <= MAX_CONTINUATION_GAP ? last.speaker : null;
    const { speakerSpan, cue } = reading;
    const party = speakerSpan && grammar.readParty(text.slice(speakerSpan.start, speakerSpan.end));
    let speaker: Speaker | null = null;
    if (speakerSpan && party?.kind === 'samePerson') {
      const topic = topicBefore(scene, speakerSpan.start, grammar);
      const before = topic && grammar.readParty(text.slice(topic.start, topic.end));
      speaker =
        topic && before
          ? people.resolve(before, topic.start, near)
          : people.resolve(party, speakerSpan.start, near);
    } else if (speakerSpan && party) speaker = people.resolve(party, speakerSpan.start, near);
    if (party?.refersBack && speaker === null) speaker = fromParagraphBefore(scene);
    let confidence = reading.isInOtherSentence ? OTHER_SENTENCE_CONFIDENCE : SUBJECT_CONFIDENCE;
    let evidence: Quote['evidence'] = reading.isInOtherSentence ? 'same-paragraph' : 'cue';
    if (!speakerSpan && reading.isSubjectOmitted) {
      const topic = topicBefore(scene, span.outerStart, grammar);
      const newer =
        topic && topic.start > (last?.end ?? 0)
          ? grammar.readParty(text.slice(topic.start, topic.end))
          : null;
      speaker = topic && newer ? people.resolve(newer, topic.start, near) : null;
      // A speaker continues without another verb within a paragraph, but not beyond it.
      speaker ??=
        near !== null && (cue || !text.slice(last?.end, span.outerStart).includes('\n')) ? near : null;
      if (speaker === null && cue) {
        speaker = fromParagraphBefore(scene);
      }
      confidence = CONTINUATION_CONFIDENCE;
      evidence = 'continues';
    }
    if (speaker === null || speaker.name !== last?.speaker.name) group++;
    last = speaker === null ? (speakerSpan ? null : last) : { speaker, end: span.outerEnd };
    const places: SpeakerOffsets = {
      ...(speakerSpan ? { speaker: [speakerSpan.start, speakerSpan.end] } : {}),
      ...(cue ? { cue: [cue.start, cue.end] } : {}),
    };
    quotes.push({
      ...(speaker?.kind === 'role' ? { unnamed: true } : {}),
      ...(speakerSpan || cue ? { places } : {}),
      text: text.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      group,
      speaker: speakerSpan ? text.slice(speakerSpan.start, speakerSpan.end) : null,
      resolvedSpeaker: speaker?.name ?? null,
      role: speaker?.role ?? null,
      cue: cue && text.slice(cue.start, cue.end),
      via: null,
      evidence: speaker === null ? 'none' : evidence,
      confidence: speaker === null ? 0 : confidence,
      sureness: speaker === null ? null : confidenceLevel(confidence),
      key: 0,
    });
  }
  const keys = rankQuotes(text, quotes, context);
  for (const [i, quote] of quotes.entries()) quote.key = keys[i] ?? 0;
  return quotes;
}
