import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAtOnce } from '../../utils/page/in-slices.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { contentWords } from '../../utils/quotes/ranking/content-words.ts';
import { readKeySigns } from '../../utils/quotes/ranking/rank-quotes.ts';
import type { Quote } from '../../utils/quotes/types.ts';

/** An article some of whose quotes its headline echoes. */
export interface KeyArticle {
  id: string;
  publisher: string;
  /** `worth`: 1 for a key quote, ½ for one that may be, 0 for others. */
  quotes: { signs: Record<string, number>; worth: number }[];
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const ENDING = /['’].*$|(?:ing|edly|ed|es|ly|s|ies|y|er|ers|ion|ions|e)$/;
/** Words of a quote in which the headline's words must stand close together. */
const WINDOW = 8;
/** What a name counts against another word: a headline names people whatever is quoted. */
const NAME = 0.34;
const FEWEST_QUOTES = 4;

const stem = (word: string): string => (word.length > 4 ? word.replace(ENDING, '').slice(0, 7) : word);
const isSpeech = (word: string): boolean => /^(?:says?|said|tells?|told)$/.test(word);

/** How sure the headline echoes a quote: some of its words stand close together there, or it quotes a piece. */
function worthOf(title: string, quote: string, names: ReadonlySet<string>): number {
  const stems = (text: string): string[] =>
    (text.toLowerCase().match(WORD) ?? []).map((word) =>
      contentWords(word).length > 0 && !isSpeech(word) ? stem(word) : '',
    );
  const heading = new Set(stems(title).filter(Boolean));
  const words = stems(quote);
  let best = 0;
  for (const i of words.keys()) {
    const shared = new Set(words.slice(i, i + WINDOW).filter((word) => heading.has(word)));
    let sum = 0;
    for (const word of shared) sum += names.has(word) ? NAME : 1;
    best = Math.max(best, sum);
  }
  const plain = ` ${(quote.toLowerCase().match(WORD) ?? []).join(' ')} `;
  for (const [, inside = ''] of title.matchAll(/(?<![\p{L}\p{N}])[‘'“"]([^‘“"]+?)[’'”"](?![\p{L}\p{N}])/gu)) {
    const piece = (inside.toLowerCase().match(WORD) ?? []).join(' ');
    if (contentWords(piece).length > 0 && plain.includes(` ${piece} `)) best += 2;
  }
  return best >= 2 ? 1 : best >= 1.6 ? 0.5 : 0;
}

function toArticle(id: string, text: string, worth: (quote: Quote) => number): KeyArticle {
  const quotes = findQuotes(text, { lang: 'en' });
  const signs = runAtOnce(readKeySigns(text, quotes, {}));
  const rows = quotes.map((quote, i) => ({ signs: { ...signs[i] }, worth: worth(quote) }));
  return { id, publisher: id.split('_')[0] ?? '', quotes: rows };
}

/** Articles whose first line is the headline, where it echoes one of at least four quotes and at most half of them. */
export function readArticles(folder: string, leaveOut: ReadonlySet<string>): KeyArticle[] {
  const ids = readdirSync(join(folder, 'texts')).map((file) => file.replace(/\.txt$/, ''));
  return ids
    .filter((id) => !leaveOut.has(id))
    .sort()
    .map((id) => {
      const [title = '', ...rest] = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8').split('\n');
      const text = rest.join('\n').trim();
      const capitals = text.match(/(?<=[\p{Ll},] )\p{Lu}[\p{L}'’-]+/gu) ?? [];
      const names = new Set(capitals.map((word) => stem(word.toLowerCase())));
      return toArticle(id, text, (quote) => worthOf(title, quote.text, names));
    })
    .filter(({ quotes }) => {
      const keys = quotes.filter(({ worth }) => worth === 1).length;
      return quotes.length >= FEWEST_QUOTES && keys > 0 && keys <= quotes.length / 2;
    });
}

/** Articles whose key quotes are labelled. */
export function readKeyQuotes(folder: string): KeyArticle[] {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
    string,
    { quotes: { start: number; end: number; key: number }[] }
  >;
  return Object.entries(truth).map(([id, { quotes }]) => {
    const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8');
    const keys = quotes.filter(({ key }) => key > 0);
    return toArticle(id, text, (quote) =>
      keys.some(
        (key) =>
          Math.min(key.end, quote.end) - Math.max(key.start, quote.start) >= 0.5 * (key.end - key.start),
      )
        ? 1
        : 0,
    );
  });
}
