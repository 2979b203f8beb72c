import type { Article } from '../../utils/article/types.ts';
import type { HiddenItem } from '../../utils/clutter/types.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import type { MessageKey, Strings } from '../ui/base/strings.ts';

/** A part of a paragraph: plain text, or the quote with the given index. */
export interface ExampleSegment {
  text: string;
  quote: number | null;
}

/** The fictional article of the welcome page, in the language of the UI. */
export interface Example {
  article: Article;
  quotes: Quote[];
  voices: QuotedSpeaker[];
  paragraphs: ExampleSegment[][];
  /** Sign-up boxes, each with the index of the paragraph that follows. */
  boxes: (HiddenItem & { before: number })[];
}

/** `.example` is a reserved top-level domain (RFC 2606). */
const ADDRESS = 'https://lantern-bay.example/ferry-stays';

interface ExampleQuote {
  text: MessageKey;
  /** Null for a quote with an unclear speaker. */
  speaker: readonly [name: MessageKey, role: MessageKey] | null;
  /** How quotable it is, from 0 to 1, as in `Quote`. */
  key: number;
}

const QUOTES: readonly ExampleQuote[] = [
  { text: 'exampleQuote1', speaker: ['exampleSpeaker1', 'exampleRole1'], key: 0.95 },
  { text: 'exampleQuote2', speaker: ['exampleSpeaker2', 'exampleRole2'], key: 0.8 },
  { text: 'exampleQuote3', speaker: null, key: 0.6 },
];

/** The paragraphs, each with the index of its quote. */
const PARAGRAPHS: readonly (readonly [MessageKey, number | null])[] = [
  ['exampleParagraph1', null],
  ['exampleParagraph2', 0],
  ['exampleParagraph3', 1],
  ['exampleParagraph4', 2],
  ['exampleParagraph5', null],
];

const BOXES = [
  { id: 1, text: 'exampleBox2', kind: 'subscribe-nag', reason: 'asksSubscribe', before: 0 },
  { id: 2, text: 'exampleBox1', kind: 'newsletter-form', reason: 'signUpForm', before: 2 },
  { id: 3, text: 'exampleBox3', kind: 'overlay', reason: 'coversPage', before: 4 },
] as const;

const countWords = (text: string): number => text.split(/\s+/u).length;

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function createQuote(t: Strings['t'], { speaker, key }: ExampleQuote, text: string, start: number): Quote {
  const name = speaker === null ? null : t(speaker[0]);
  return {
    text,
    start,
    end: start + text.length,
    group: start,
    speaker: name,
    resolvedSpeaker: name,
    role: speaker === null ? null : t(speaker[1]),
    cue: null,
    via: null,
    evidence: name === null ? 'none' : 'cue',
    confidence: name === null ? 0.2 : 0.95,
    key,
  };
}

function createSpeakers(quotes: readonly Quote[]): QuotedSpeaker[] {
  const wordCounts = quotes.map((quote) => countWords(quote.text));
  const total = wordCounts.reduce((sum, count) => sum + count, 0);
  return quotes.map(({ resolvedSpeaker: name, role }, index) => {
    const wordCount = wordCounts[index] ?? 0;
    return { name, role, quotes: [index], words: wordCount, share: wordCount / total, keyQuote: index };
  });
}

/** Builds the example. In every locale, each quote must occur verbatim in its paragraph. */
export function buildExample({ t, locale, direction: dir }: Strings): Example {
  const quotes: Quote[] = [];
  const paragraphs: ExampleSegment[][] = [];
  let text = '';
  for (const [key, quoteIndex] of PARAGRAPHS) {
    if (text !== '') text += '\n\n';
    const exampleQuote = quoteIndex === null ? undefined : QUOTES[quoteIndex];
    const quoteText = exampleQuote === undefined ? '' : t(exampleQuote.text);
    const paragraph = exampleQuote === undefined ? t(key) : t(key, quoteText);
    if (exampleQuote === undefined) {
      paragraphs.push([{ text: paragraph, quote: null }]);
    } else {
      const quoteStart = paragraph.indexOf(quoteText);
      quotes.push(createQuote(t, exampleQuote, quoteText, text.length + quoteStart));
      paragraphs.push([
        { text: paragraph.slice(0, quoteStart), quote: null },
        { text: quoteText, quote: quoteIndex },
        { text: paragraph.slice(quoteStart + quoteText.length), quote: null },
      ]);
    }
    text += paragraph;
  }
  const html = paragraphs.map((stretches) => stretches.map((stretch) => escapeHtml(stretch.text)).join(''));
  const article: Article = {
    url: ADDRESS,
    canonicalUrl: ADDRESS,
    title: t('exampleTitle'),
    byline: t('exampleByline'),
    siteName: t('exampleSite'),
    publishedAt: null,
    modifiedAt: null,
    lang: locale.split('-')[0] ?? null,
    dir,
    excerpt: null,
    leadImage: null,
    html: html.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    text,
    wordCount: countWords(text),
    isPreview: false,
  };
  const boxes = BOXES.map((box) => ({ ...box, text: t(box.text), hidden: true }));
  return { article, quotes, voices: createSpeakers(quotes), paragraphs, boxes };
}
