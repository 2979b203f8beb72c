/** Articles out of nothing, always the same ones: an invented language with a natural spread of word frequencies. */
import type { ArticleToSave } from '../../utils/library/articles/article-rows.ts';
import type { Quote } from '../../utils/quotes/types.ts';

const WORDS = 900;
const QUOTES = 40;
const QUOTE_WORDS = 11;
const VOCABULARY = 60_000;
const SPEAKERS = 2000;
const SITES = 120;
const DAY = 86_400_000;

const ONSETS = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'z',
  'br',
  'kr',
  'st',
  'tr',
  'sl',
  '',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou', 'é', 'ö'];
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'm', 't'];

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The word of a rank; frequent ones are short. */
function wordOf(rank: number): string {
  const random = seeded(rank * 7919 + 13);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const syllables = rank < 60 ? 1 : rank < 4000 ? 2 : 3;
  let word = '';
  for (let i = 0; i < syllables; i += 1) word += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  return word;
}

const words: string[] = [];
function cachedWord(rank: number): string {
  words[rank] ??= wordOf(rank);
  return words[rank] ?? '';
}

/** A word as texts use them: frequency falls with rank (Zipf's law). */
function someWord(random: () => number): string {
  return cachedWord(Math.floor(Math.exp(random() * Math.log(VOCABULARY))) - 1);
}

function phrase(random: () => number, length: number): string {
  const text = Array.from({ length }, () => someWord(random)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf(index: number): string {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return `${capital(cachedWord(5000 + (index % 60)))} ${capital(cachedWord(9000 + index))}`;
}

/** One article of 900 words with 40 quotes by 5 people. */
export function makeArticle(index: number): ArticleToSave {
  const random = seeded(index + 1);
  const cast = Array.from({ length: 5 }, () => nameOf(Math.floor(SPEAKERS * random() ** 2)));
  const quotes: Quote[] = [];
  const paragraphs: string[] = [];
  const perParagraph = Math.floor(WORDS / QUOTES) - QUOTE_WORDS - 3;
  let at = 0;
  for (let i = 0; i < QUOTES; i += 1) {
    const speaker = cast[Math.floor(random() * cast.length)] ?? '';
    const quote = `${phrase(random, QUOTE_WORDS)},`;
    const paragraph = `“${quote}” ${speaker} said. ${phrase(random, perParagraph)}.`;
    quotes.push({
      text: quote,
      start: at + 1,
      end: at + 1 + quote.length,
      group: i,
      speaker,
      resolvedSpeaker: speaker,
      role: i % 3 === 0 ? phrase(random, 2) : null,
      cue: 'said',
      via: null,
      evidence: 'cue',
      confidence: 0.9,
      key: random(),
    });
    paragraphs.push(paragraph);
    at += paragraph.length + 2;
  }
  const text = paragraphs.join('\n\n');
  const host = `paper${Math.floor(SITES * random() ** 2)}.example`;
  const time = Date.UTC(2020, 0, 1) + Math.floor(random() * 2000) * DAY;
  const url = `https://${host}/${new Date(time).getUTCFullYear()}/article-${index}`;
  return {
    article: {
      url,
      canonicalUrl: url,
      title: phrase(random, 9),
      byline: nameOf(Math.floor(random() * 300)),
      siteName: `The ${host.slice(0, -8)}`,
      publishedAt: new Date(time).toISOString(),
      modifiedAt: null,
      lang: 'en',
      dir: 'ltr',
      excerpt: phrase(random, 20),
      leadImage: null,
      html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
      text,
      wordCount: WORDS,
      isPreview: false,
    },
    quotes,
    images: [],
    savedFrom: 'page',
    tags: index % 4 === 0 ? [cachedWord(100 + (index % 40))] : [],
    savedAt: Date.UTC(2026, 0, 1) + index * 1000,
  };
}

/** Queries as readers make them: one to three words, frequent and rare ones, a name. */
export function makeQueries(count: number): string[] {
  const random = seeded(4711);
  return Array.from({ length: count }, (_, i) => {
    if (i % 5 === 0) return nameOf(Math.floor(SPEAKERS * random() ** 2));
    const length = 1 + Math.floor(random() * 3);
    return Array.from({ length }, () => cachedWord(Math.floor(20 * 300 ** random()))).join(' ');
  });
}
