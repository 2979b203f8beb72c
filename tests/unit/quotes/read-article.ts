/** One quote that an invented article is known to have. */
export interface KnownQuote {
  text: string;
  start: number;
  /** Who said it, in full; null where no reader could tell. */
  speaker: string | null;
  /** As the article gives it, if it does. */
  role: string | null;
}

const MARKED = /\[\[([^:|\]]+)(?:\|([^:\]]+))?: ([^\]]+)\]\]/g;

/** Reads an article whose quotes are written `[[Speaker: words]]` or `[[Speaker|role: words]]`; `?` is a speaker nobody can tell. */
export function readArticle(source: string): { text: string; quotes: KnownQuote[] } {
  const quotes: KnownQuote[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(MARKED)) {
    const [whole, speaker, role = null, words = ''] = match;
    text += source.slice(from, match.index);
    quotes.push({
      text: words,
      start: text.length,
      speaker: speaker === '?' ? null : (speaker ?? null),
      role,
    });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + source.slice(from), quotes };
}

/** The same of an article that has a paragraph a line. */
export const readLines = (source: string): ReturnType<typeof readArticle> =>
  readArticle(source.replaceAll('\n', '\n\n'));
