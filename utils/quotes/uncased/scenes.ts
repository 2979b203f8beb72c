import type { QuotedSpan } from '../extract/quoted-span.ts';
import type { Scene } from './types.ts';

/** How much of a sentence is looked at on each side of a quote, and how many sentences before it. */
const BEFORE = 320;
const AFTER = 120;
const EARLIER = 4;

/** Longest headline, and what may stand around a quote that is a paragraph of its own. */
const HEADLINE = 300;
const MARKS = 8;

/** Stands for each letter that is quoted: no letter, no space and no mark of any language. */
const BLANK = '\uFFFC';

/** The text with what is quoted blanked out, at the same length. */
export function blankQuoted(text: string, spans: readonly QuotedSpan[]): string {
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

/** What stands around each of the spans, in order. */
export function readScenes(
  text: string,
  blanked: string,
  spans: readonly QuotedSpan[],
  sentenceEnd: RegExp,
  names: ReadonlySet<string>,
): Scene[] {
  const sentences = readSentences(blanked, sentenceEnd);
  const isBlank = (from: number, to: number) => to - from <= MARKS && blanked.slice(from, to).trim() === '';
  let at = 0;
  return spans.map((span) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? 0) <= span.outerStart) at++;
    const own = sentences[at] ?? { start: 0, end: text.length, paragraph: 0 };
    // A quote that runs on over paragraphs ends in another sentence.
    let last = at;
    while (last + 1 < sentences.length && (sentences[last]?.end ?? 0) < span.outerEnd) last++;
    const beforeAt = Math.max(own.start, span.outerStart - BEFORE);
    const end = Math.min(Math.max(sentences[last]?.end ?? 0, span.outerEnd), span.outerEnd + AFTER);
    const inParagraph = (sentence: Sentence | undefined, paragraph: number | undefined) =>
      sentence !== undefined && sentence.paragraph === paragraph
        ? {
            words: blanked.slice(sentence.start, Math.min(sentence.end, sentence.start + BEFORE)),
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
    const earlier: Scene['earlier'] = [];
    for (let i = at - 1; i >= 0 && i >= at - EARLIER; i--) {
      const sentence = inParagraph(sentences[i], own.paragraph);
      if (sentence === null) break;
      earlier.push(sentence);
    }
    const paragraphBefore: Scene['earlier'] = [];
    for (let i = at - earlier.length - 1; i >= 0 && paragraphBefore.length < EARLIER; i--) {
      const sentence = inParagraph(sentences[i], own.paragraph - 1);
      if (sentence === null) break;
      paragraphBefore.push(sentence);
    }
    return {
      quote: text.slice(span.start, span.end),
      before: blanked.slice(beforeAt, span.outerStart),
      beforeAt,
      after: blanked.slice(span.outerEnd, end),
      afterAt: span.outerEnd,
      earlier,
      paragraphBefore,
      next: nextOf(last, own, span),
      names,
      isHeadline:
        own.paragraph === 0 &&
        own.end - own.start <= HEADLINE &&
        !/[。.]/.test(blanked.slice(own.start, own.end)),
    };
  });
}
