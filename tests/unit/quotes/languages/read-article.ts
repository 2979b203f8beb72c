/** One quote that an invented article is known to have. */
export interface KnownQuote {
  text: string;
  start: number;
  end: number;
  /** Who said it, in full; null where no reader could tell. */
  speaker: string | null;
}

const MARKED = /\[\[([^:\]]+): ([^\]]+)\]\]/g;

/** Reads an article whose quotes are written `[[Speaker: words]]`, with `?` for a speaker nobody can tell. */
export function readArticle(source: string): { text: string; quotes: KnownQuote[] } {
  const quotes: KnownQuote[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(MARKED)) {
    const [whole, speaker = '', words = ''] = match;
    text += source.slice(from, match.index);
    quotes.push({
      text: words,
      start: text.length,
      end: text.length + words.length,
      speaker: speaker === '?' ? null : speaker,
    });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + source.slice(from), quotes };
}
