/** Maximum length of a quote that the link contains in full, in characters; longer ones become `start,end`. */
const MAX_EXACT_LENGTH = 200;
const EDGE_WORDS = 6;
const CONTEXT_WORDS = 4;
/** Minimum number of words of a quote whose link needs no prefix and suffix. */
const MIN_WORDS_WITHOUT_CONTEXT = 3;
/** For scripts without spaces: minimum length of an edge, and maximum length of a passage that is not cut, in characters. */
const EDGE_CHARACTERS = 12;
const MAX_UNSPACED_LENGTH = 40;

/**
 * White space that pages, extraction and browsers treat differently: French thin spaces, and ordinary spaces that may
 * replace them. The text to search for must not contain any.
 */
const UNRELIABLE_SPACE = /[\u2000-\u200A\u202F\u205F]+|(?<![ \u00A0])[ \u00A0]+(?=[;:!?»])|(?<=«)[ \u00A0]+/;
const UNRELIABLE_BEFORE = /(?:[\u2000-\u200A\u202F\u205F]|«[ \u00A0])$/;
const UNRELIABLE_AFTER = /^(?:[\u2000-\u200A\u202F\u205F]|[ \u00A0][;:!?»])/;
/** Characters that are in the page but not in the text that a browser searches. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Encodes words for a text directive. `-` marks a prefix or suffix, so it must be encoded, too. */
function encode(words: string): string {
  try {
    return encodeURIComponent(words).replaceAll('-', '%2D');
  } catch (error) {
    // A lone surrogate can't be encoded in a URL.
    if (error instanceof URIError) return encode(words.replace(/[\uD800-\uDFFF]/g, ' '));
    throw error;
  }
}

function words(text: string): string[] {
  return text.replace(INVISIBLE, '').split(/\s+/).filter(Boolean);
}

/**
 * Splits a text into passages without unreliable white space, as lists of words. A word next to a narrow no-break space
 * is omitted if others remain, because that space joins words (its Word_Break is ExtendNumLet, UAX 29) and browsers
 * find whole words only.
 */
function splitPassages(text: string, isUnreliableBefore: boolean, isUnreliableAfter: boolean): string[][] {
  const pieces = text.split(UNRELIABLE_SPACE);
  return pieces
    .map((piece, i) => {
      const marks = i === 0 ? '' : (piece.match(/^[^\p{L}\p{N}]+/u)?.[0] ?? '');
      const list = words(piece.slice(marks.length));
      const first = (i === 0 ? isUnreliableBefore : marks === '') && list.length > 2 ? 1 : 0;
      const last = (i < pieces.length - 1 || isUnreliableAfter) && list.length - first > 1 ? 1 : 0;
      return list.slice(first, list.length - last);
    })
    .filter((list) => /[\p{L}\p{N}]/u.test(list.join('')));
}

function lastParagraph(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function firstParagraph(text: string): string {
  const at = text.indexOf('\n');
  return at < 0 ? text : text.slice(0, at);
}

/** Cuts a passage without spaces at a word boundary, because browsers find whole words only. */
function cutUnspaced(text: string, fromEnd: boolean): string {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
  if (fromEnd) parts.reverse();
  const chosen: string[] = [];
  let length = 0;
  for (const part of parts) {
    chosen.push(part);
    length += part.length;
    if (length >= EDGE_CHARACTERS) break;
  }
  return (fromEnd ? chosen.reverse() : chosen).join('');
}

/** Returns the first or last words of a passage. */
function getEdge(passage: readonly string[], fromEnd: boolean): string {
  const list = fromEnd ? passage.slice(-EDGE_WORDS) : passage.slice(0, EDGE_WORDS);
  const outer = (fromEnd ? list[list.length - 1] : list[0]) ?? '';
  return outer.length > MAX_UNSPACED_LENGTH ? cutUnspaced(outer, fromEnd) : list.join(' ');
}

/** Removes a text directive from an address; returns `''` if it is not an http(s) address. */
function removeTextDirective(url: string): string {
  if (!/^https?:\/\//i.test(url)) return '';
  const at = url.indexOf(':~:');
  return at < 0 ? url : url.slice(0, at).replace(/#$/, '');
}

/**
 * Builds a link that opens a page at a quote: `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG Scroll-to-Text
 * Fragment). An existing `#id` is kept, and an existing text directive is replaced.
 *
 * @param url address of the page
 * @param text the article's text
 * @param quote UTF-16 offsets into `text`
 * @param otherText other text on the page, such as the headline, which must not match instead of the quote
 * @returns `''` if the address is not on the web; the address without a text directive if the quote has no words
 */
export function textFragmentUrl(
  url: string,
  text: string,
  quote: { start: number; end: number },
  otherText = '',
): string {
  const base = removeTextDirective(url);
  if (base === '') return '';
  const exact = text.slice(quote.start, quote.end).trim();
  const isUnreliableBefore = UNRELIABLE_BEFORE.test(text.slice(Math.max(0, quote.start - 2), quote.start));
  const isUnreliableAfter = UNRELIABLE_AFTER.test(text.slice(quote.end, quote.end + 2));
  const isOneBlock = !exact.includes('\n');
  // Each part must be inside one block of the page, so they are taken from the first and the last paragraph.
  const [opening] = splitPassages(firstParagraph(exact), isUnreliableBefore, isOneBlock && isUnreliableAfter);
  const closing = splitPassages(
    lastParagraph(exact),
    isOneBlock && isUnreliableBefore,
    isUnreliableAfter,
  ).pop();
  const all = words(exact);
  if (all.length === 0) return base;

  const isExact =
    exact.length <= MAX_EXACT_LENGTH &&
    isOneBlock &&
    !UNRELIABLE_SPACE.test(exact) &&
    !isUnreliableBefore &&
    !isUnreliableAfter;
  let target: string;
  let anchor: string;
  if (isExact || opening === undefined || closing === undefined) {
    anchor = all.join(' ');
    target = encode(anchor);
  } else {
    anchor = getEdge(opening, false);
    const end = getEdge(closing, true);
    const isSinglePassage =
      isOneBlock && opening.length <= EDGE_WORDS && opening.join(' ') === closing.join(' ');
    target = isSinglePassage ? encode(anchor) : `${encode(anchor)},${encode(end)}`;
  }

  let prefix = '';
  let suffix = '';
  if (all.length < MIN_WORDS_WITHOUT_CONTEXT || isRepeated([otherText, text], anchor)) {
    // Context is taken from the same paragraph only; punctuation stays attached to its word.
    const textBefore = lastParagraph(text.slice(Math.max(0, quote.start - 200), quote.start));
    const textAfter = firstParagraph(text.slice(quote.end, quote.end + 200));
    const wordsBefore = isUnreliableBefore ? [] : words(textBefore.split(UNRELIABLE_SPACE).pop() ?? '');
    const wordsAfter = isUnreliableAfter ? [] : words(textAfter.split(UNRELIABLE_SPACE)[0] ?? '');
    if (wordsBefore.length > 1) prefix = `${encode(wordsBefore.slice(-CONTEXT_WORDS).join(' '))}-,`;
    if (wordsAfter.length > 1) suffix = `,-${encode(wordsAfter.slice(0, CONTEXT_WORDS).join(' '))}`;
  }
  return `${base}${base.includes('#') ? '' : '#'}:~:text=${prefix}${target}${suffix}`;
}

/** Maximum number of tokens in an index key. */
const MAX_KEY_TOKENS = 3;
/** Maximum number of occurrences of a key that are compared; with more, the words count as repeated. */
const MAX_OCCURRENCES = 50;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts without spaces between words. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Splits a text into lower-case words, or into characters for scripts without spaces. */
function tokenise(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.flatMap((word) => (UNSPACED_SCRIPT.test(word) ? [...word] : [word]));
}

/** An index of the words of some texts, because it is searched for every quote of an article. */
class WordIndex {
  readonly texts: readonly string[];
  readonly #tokens: readonly string[];
  /** For each key length, the positions of each key, up to a maximum number; built on first use. */
  readonly #positions = new Map<number, Map<string, number[]>>();

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.#tokens = tokenise(texts.join('\n'));
  }

  #getPositions(size: number): Map<string, number[]> {
    const cached = this.#positions.get(size);
    if (cached !== undefined) return cached;
    const positions = new Map<string, number[]>();
    for (let at = 0; at + size <= this.#tokens.length; at += 1) {
      const key = this.#tokens.slice(at, at + size).join(' ');
      const known = positions.get(key);
      if (known === undefined) positions.set(key, [at]);
      else if (known.length <= MAX_OCCURRENCES) known.push(at);
    }
    this.#positions.set(size, positions);
    return positions;
  }

  occursTwice(tokens: readonly string[]): boolean {
    const size = Math.min(MAX_KEY_TOKENS, tokens.length);
    const found = this.#getPositions(size).get(tokens.slice(0, size).join(' ')) ?? [];
    if (found.length > MAX_OCCURRENCES) return true;
    return found.filter((at) => tokens.every((word, i) => this.#tokens[at + i] === word)).length > 1;
  }
}

/** The last index, cached because the quotes of an article are processed one after the other. */
let last: WordIndex | null = null;

/**
 * Whether words occur at least twice in the texts, ignoring case and punctuation, or too often to compare.
 *
 * @param texts equal for all quotes of an article, so that they are indexed only once
 */
function isRepeated(texts: readonly string[], words: string): boolean {
  const index = last?.texts.every((text, i) => text === texts[i]) ? last : new WordIndex(texts);
  last = index;
  return index.occursTwice(tokenise(words));
}
