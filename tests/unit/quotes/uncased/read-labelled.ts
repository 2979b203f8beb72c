/** One quote of an article as it is labelled. */
export interface Labelled {
  text: string;
  start: number;
  end: number;
  /** null where the article does not say. */
  speaker: string | null;
  role: string | null;
}

const OPENING: Readonly<Record<string, string>> = { '」': '「', '』': '『', '”': '“', '’': '‘', '»': '«' };

/** Where the quote that ends with the mark at `close` begins. */
function openingOf(text: string, close: number): number {
  const mark = text.charAt(close);
  const opening = OPENING[mark];
  if (opening === undefined) return text.lastIndexOf(mark, close - 1);
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (text.charAt(at) === mark) depth++;
    else if (text.charAt(at) === opening && --depth === 0) return at;
  }
  throw new Error(`no opening mark: ${text.slice(close - 20, close + 1)}`);
}

/** Reads `“…”{name|role}`: the text without its labels, and the quotes. `{?}` stands for nobody. */
export function readLabelled(article: string): { text: string; quotes: Labelled[] } {
  let text = '';
  let at = 0;
  const quotes: Labelled[] = [];
  for (const match of article.matchAll(/\{([^{}|]+)(?:\|([^{}]+))?\}/g)) {
    text += article.slice(at, match.index);
    at = match.index + match[0].length;
    const end = text.length - 1;
    const start = openingOf(text, end) + 1;
    const speaker = match[1] === '?' ? null : (match[1] ?? null);
    quotes.push({ text: text.slice(start, end), start, end, speaker, role: match[2] ?? null });
  }
  return { text: text + article.slice(at), quotes };
}
