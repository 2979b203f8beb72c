import { confidenceLevel } from '../confidence-level.ts';
import { findQuotedSpans, type QuotedSpan } from '../extract/quotation-marks.ts';
import { rankQuotes } from '../ranking/rank-quotes.ts';
import type { Quote, QuoteContext, SpeakerOffsets } from '../types.ts';
import { type Speaker, UncasedPeople } from './people.ts';
import type { KnownNames, SpanAnalysis, SpanContext, TextSpan, UncasedGrammar } from './types.ts';

const UNDIRECTED_MARKS = /["＂“”„‟«»]/g;

/**
 * Makes the direction of marks explicit, because without spaces around them their neighbours don't show it: straight
 * marks alternate within a paragraph, and curly ones have the direction of their form, or consistently the opposite.
 */
function makeMarksDirectional(paragraph: string): string {
  const curly = paragraph.indexOf('”');
  const isTurned = curly >= 0 && paragraph.indexOf('“') > curly;
  let isOpen = false;
  return paragraph.replace(UNDIRECTED_MARKS, (mark) => {
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
  const directed = text.replace(/[^\n]+/g, makeMarksDirectional);
  return findQuotedSpans(directed).filter(({ isClosed, paragraphs }) => isClosed || paragraphs > 1);
}

/** Maximum length analysed of the sentence on each side of a quote, and number of sentences before it. */
const MAX_BEFORE = 320;
const MAX_AFTER = 120;
const MAX_EARLIER_SENTENCES = 4;

/** Maximum length of a headline, and of punctuation around a quote that forms a paragraph of its own. */
const MAX_HEADLINE_LENGTH = 300;
const MAX_SURROUNDING_LENGTH = 8;

/** Replaces each quoted character; not a letter, a space or a punctuation mark in any language. */
const BLANK = '\uFFFC';

/** Blanks out the quotes of a text, keeping its length. */
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

function splitSentences(blanked: string, sentenceEnd: RegExp): Sentence[] {
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

/** Determines the context of each span, in order. */
function buildContexts(
  text: string,
  blanked: string,
  spans: readonly QuotedSpan[],
  sentenceEnd: RegExp,
  names: KnownNames,
): SpanContext[] {
  const sentences = splitSentences(blanked, sentenceEnd);
  const isBlank = (from: number, to: number) =>
    to - from <= MAX_SURROUNDING_LENGTH && blanked.slice(from, to).trim() === '';
  let at = 0;
  return spans.map((span) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? 0) <= span.outerStart) at++;
    const ownSentence = sentences[at] ?? { start: 0, end: text.length, paragraph: 0 };
    // A quote that spans paragraphs ends in another sentence.
    let lastIndex = at;
    while (lastIndex + 1 < sentences.length && (sentences[lastIndex]?.end ?? 0) < span.outerEnd) lastIndex++;
    const beforeOffset = Math.max(ownSentence.start, span.outerStart - MAX_BEFORE);
    const end = Math.min(Math.max(sentences[lastIndex]?.end ?? 0, span.outerEnd), span.outerEnd + MAX_AFTER);
    const getSentenceInParagraph = (sentence: Sentence | undefined, paragraph: number | undefined) =>
      sentence !== undefined && sentence.paragraph === paragraph
        ? {
            words: blanked.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_BEFORE)),
            at: sentence.start,
          }
        : null;
    const findNextSentence = (i: number, { start }: Sentence, { outerStart, outerEnd }: QuotedSpan) => {
      const next = sentences[i + 1];
      const isAlone =
        i === at &&
        isBlank(start, outerStart) &&
        sentences[i - 1]?.paragraph !== ownSentence.paragraph &&
        isBlank(outerEnd, sentences[i]?.end ?? outerEnd);
      return getSentenceInParagraph(
        next,
        (ownSentence.paragraph ?? 0) + (isAlone && next?.paragraph !== ownSentence.paragraph ? 1 : 0),
      );
    };
    const earlierSentences: SpanContext['earlierSentences'] = [];
    for (let i = at - 1; i >= 0 && i >= at - MAX_EARLIER_SENTENCES; i--) {
      const sentence = getSentenceInParagraph(sentences[i], ownSentence.paragraph);
      if (sentence === null) break;
      earlierSentences.push(sentence);
    }
    const previousParagraph: SpanContext['earlierSentences'] = [];
    for (
      let i = at - earlierSentences.length - 1;
      i >= 0 && previousParagraph.length < MAX_EARLIER_SENTENCES;
      i--
    ) {
      const sentence = getSentenceInParagraph(sentences[i], ownSentence.paragraph - 1);
      if (sentence === null) break;
      previousParagraph.push(sentence);
    }
    return {
      quote: text.slice(span.start, span.end),
      before: blanked.slice(beforeOffset, span.outerStart),
      beforeOffset,
      after: blanked.slice(span.outerEnd, end),
      afterOffset: span.outerEnd,
      earlierSentences,
      previousParagraph,
      nextSentence: findNextSentence(lastIndex, ownSentence, span),
      names,
      isHeadline:
        ownSentence.paragraph === 0 &&
        ownSentence.end - ownSentence.start <= MAX_HEADLINE_LENGTH &&
        !/[。.]/.test(blanked.slice(ownSentence.start, ownSentence.end)),
    };
  });
}

/** Confidence in a speaker by the kind of evidence: about the precision on the labelled articles. */
const SUBJECT_CONFIDENCE = 0.9;
const OTHER_SENTENCE_CONFIDENCE = 0.7;
const CONTINUATION_CONFIDENCE = 0.65;

/** Minimum length of a quote that is joined with the next one, and maximum length of the text between them. */
const MIN_QUOTE_LENGTH = 6;
const MAX_GAP = 40;

/** Maximum distance between two quotes with the same speaker, in UTF-16 units. */
const MAX_CONTINUATION_GAP = 300;

/** Copies the speaker between consecutive spans of one statement, first from the next span, then from the previous one. */
function joinAnalyses(
  text: string,
  spans: readonly { outerStart: number; outerEnd: number }[],
  spanContexts: readonly SpanContext[],
  analyses: SpanAnalysis[],
  grammar: UncasedGrammar,
): void {
  for (let i = spans.length - 2; i >= 0; i--) {
    const [span, next, spanContext, analysis, following] = [
      spans[i],
      spans[i + 1],
      spanContexts[i],
      analyses[i],
      analyses[i + 1],
    ];
    if (!span || !next || !spanContext || !analysis || !following?.isQuote || analysis.isQuote) continue;
    if (next.outerStart - span.outerEnd > MAX_GAP || spanContext.quote.length < MIN_QUOTE_LENGTH) continue;
    if (!grammar.isJoined(text.slice(span.outerEnd, next.outerStart))) continue;
    analyses[i] = {
      ...analysis,
      isQuote: true,
      speakerSpan: analysis.speakerSpan ?? following.speakerSpan,
      isSubjectOmitted: following.isSubjectOmitted,
      cue: following.cue,
    };
  }
  for (let i = 1; i < spans.length; i++) {
    const [span, before, spanContext, analysis, leading] = [
      spans[i],
      spans[i - 1],
      spanContexts[i],
      analyses[i],
      analyses[i - 1],
    ];
    if (!span || !before || !spanContext || !analysis || !leading?.isQuote || analysis.isQuote) continue;
    if (span.outerStart - before.outerEnd > 2 || spanContext.quote.length < MIN_QUOTE_LENGTH * 2) continue;
    if (grammar.isJoined(text.slice(before.outerEnd, span.outerStart))) analyses[i] = { ...leading };
  }
}

/** Finds the antecedent of a pronoun at offset `at`: the topic of its sentence so far, or of an earlier sentence. */
function findTopicBefore(
  { before, beforeOffset, earlierSentences, names }: SpanContext,
  at: number,
  grammar: UncasedGrammar,
): TextSpan | null {
  for (const { words, at: from } of [
    { words: before.slice(0, Math.max(0, at - beforeOffset)), at: beforeOffset },
    ...earlierSentences,
  ]) {
    const topic = grammar.findTopic(words, from, names);
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
  const spanContexts = buildContexts(text, blanked, spans, grammar.sentenceEnd, people);
  const analyses: SpanAnalysis[] = spanContexts.map((spanContext) => grammar.analyse(spanContext));
  joinAnalyses(text, spans, spanContexts, analyses, grammar);

  // Finds the topic of the last sentence of the previous paragraph that has one, if it is a person.
  const findInPreviousParagraph = ({ previousParagraph, names }: SpanContext): Speaker | null => {
    const [topicSpan] = previousParagraph.flatMap(
      ({ words, at }) => grammar.findTopic(words, at, names) ?? [],
    );
    const named = topicSpan && grammar.parsePhrase(text.slice(topicSpan.start, topicSpan.end));
    const speaker = topicSpan && named ? people.resolve(named, topicSpan.start, null) : null;
    return speaker?.kind === 'person' ? speaker : null;
  };

  const quotes: Quote[] = [];
  let last = null as { speaker: Speaker; end: number } | null;
  let group = -1;
  for (const [i, analysis] of analyses.entries()) {
    const span = spans[i];
    const spanContext = spanContexts[i];
    if (!span || !spanContext || !analysis.isQuote) continue;
    const recentSpeaker: Speaker | null =
      last !== null && span.outerStart - last.end <= MAX_CONTINUATION_GAP ? last.speaker : null;
    const { speakerSpan, cue } = analysis;
    const phrase = speakerSpan && grammar.parsePhrase(text.slice(speakerSpan.start, speakerSpan.end));
    let speaker: Speaker | null = null;
    if (speakerSpan && phrase?.kind === 'samePerson') {
      const topic = findTopicBefore(spanContext, speakerSpan.start, grammar);
      const before = topic && grammar.parsePhrase(text.slice(topic.start, topic.end));
      speaker =
        topic && before
          ? people.resolve(before, topic.start, recentSpeaker)
          : people.resolve(phrase, speakerSpan.start, recentSpeaker);
    } else if (speakerSpan && phrase) speaker = people.resolve(phrase, speakerSpan.start, recentSpeaker);
    let confidence = analysis.isInOtherSentence ? OTHER_SENTENCE_CONFIDENCE : SUBJECT_CONFIDENCE;
    let evidence: Quote['evidence'] = analysis.isInOtherSentence ? 'same-paragraph' : 'cue';
    if (!speakerSpan && analysis.isSubjectOmitted) {
      const topic = findTopicBefore(spanContext, span.outerStart, grammar);
      const newTopic =
        topic && topic.start > (last?.end ?? 0)
          ? grammar.parsePhrase(text.slice(topic.start, topic.end))
          : null;
      speaker = topic && newTopic ? people.resolve(newTopic, topic.start, recentSpeaker) : null;
      // A speaker continues without another verb within a paragraph, but not beyond it.
      speaker ??=
        recentSpeaker !== null && (cue || !text.slice(last?.end, span.outerStart).includes('\n'))
          ? recentSpeaker
          : null;
      if (speaker === null && cue) {
        speaker = findInPreviousParagraph(spanContext);
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
