/** Maximum length of a quote that is written out in full, in characters; longer ones become `start,end`. */
const MAX_WHOLE_LENGTH = 200;
const EDGE_WORDS = 6;
const CONTEXT_WORDS = 4;
/** Quotes with fewer words always get a prefix and suffix. */
const MIN_WORDS_WITHOUT_CONTEXT = 3;
/** For scripts without spaces: length of an edge, and the length from which a passage is cut, in characters. */
const EDGE_CHARACTERS = 12;
const MAX_UNSPACED_LENGTH = 40;

/**
 * White space that pages, extraction and browsers treat differently: the thin spaces of French, and ordinary spaces
 * that may replace them. A search text must not span them.
 */
const UNRELIABLE_SPACE = /[\u2000-\u200A\u202F\u205F]+|(?<![ \u00A0])[ \u00A0]+(?=[;:!?»])|(?<=«)[ \u00A0]+/;
const DOUBTFUL_BEFORE = /(?:[\u2000-\u200A\u202F\u205F]|«[ \u00A0])$/;
const DOUBTFUL_AFTER = /^(?:[\u2000-\u200A\u202F\u205F]|[ \u00A0][;:!?»])/;
/** Characters that are in the page but not in the text that a browser searches. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** `-` separates prefix and suffix from the text, so it must be encoded too; `&` and `,` already are. */
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
 * Passages of a text that are the same for all browsers, as lists of words. A word next to a narrow no-break space is
 * omitted if others remain: that space joins words (its Word_Break is ExtendNumLet, UAX 29), and browsers find whole
 * words only.
 */
function passages(text: string, before: boolean, after: boolean): string[][] {
  const pieces = text.split(UNRELIABLE_SPACE);
  return pieces
    .map((piece, i) => {
      const marks = i === 0 ? '' : (piece.match(/^[^\p{L}\p{N}]+/u)?.[0] ?? '');
      const list = words(piece.slice(marks.length));
      const first = (i === 0 ? before : marks === '') && list.length > 2 ? 1 : 0;
      const last = (i < pieces.length - 1 || after) && list.length - first > 1 ? 1 : 0;
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

/** A passage without spaces, cut at a word boundary: browsers find whole words only. */
function cutUnspaced(text: string, fromEnd: boolean): string {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
  if (fromEnd) parts.reverse();
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    kept.push(part);
    length += part.length;
    if (length >= EDGE_CHARACTERS) break;
  }
  return (fromEnd ? kept.reverse() : kept).join('');
}

/** The first or last words of a passage. */
function edge(stretch: readonly string[], fromEnd: boolean): string {
  const list = fromEnd ? stretch.slice(-EDGE_WORDS) : stretch.slice(0, EDGE_WORDS);
  const outer = (fromEnd ? list[list.length - 1] : list[0]) ?? '';
  return outer.length > MAX_UNSPACED_LENGTH ? cutUnspaced(outer, fromEnd) : list.join(' ');
}

/** The address without an older directive; `''` if it is not a web address, because we link only to those. */
function withoutDirective(url: string): string {
  if (!/^https?:\/\//i.test(url)) return '';
  const at = url.indexOf(':~:');
  return at < 0 ? url : url.slice(0, at).replace(/#$/, '');
}

/**
 * A link that opens `url` at the quote: `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG Scroll-to-Text Fragment). An
 * existing `#id` is kept, an older text directive is replaced. Returns `''` for an address that is not on the web, and
 * the address unchanged if there are no words at the offsets. `quote` has UTF-16 offsets into `text`.
 *
 * @param elsewhere other text on the page, such as the headline, which must not match instead of the quote
 */
export function textFragmentUrl(
  url: string,
  text: string,
  quote: { start: number; end: number },
  elsewhere = '',
): string {
  const base = withoutDirective(url);
  if (base === '') return '';
  const exact = text.slice(quote.start, quote.end).trim();
  const before = DOUBTFUL_BEFORE.test(text.slice(Math.max(0, quote.start - 2), quote.start));
  const after = DOUBTFUL_AFTER.test(text.slice(quote.end, quote.end + 2));
  const oneBlock = !exact.includes('\n');
  // Each part must be inside one block of the page, so they come from the first and the last paragraph.
  const [opening] = passages(firstParagraph(exact), before, oneBlock && after);
  const closing = passages(lastParagraph(exact), oneBlock && before, after).pop();
  const all = words(exact);
  if (all.length === 0) return base;

  const whole =
    exact.length <= MAX_WHOLE_LENGTH && oneBlock && !UNRELIABLE_SPACE.test(exact) && !before && !after;
  let target: string;
  let anchor: string;
  if (whole || opening === undefined || closing === undefined) {
    anchor = all.join(' ');
    target = encode(anchor);
  } else {
    anchor = edge(opening, false);
    const end = edge(closing, true);
    const one = oneBlock && opening.length <= EDGE_WORDS && opening.join(' ') === closing.join(' ');
    target = one ? encode(anchor) : `${encode(anchor)},${encode(end)}`;
  }

  let prefix = '';
  let suffix = '';
  if (all.length < MIN_WORDS_WITHOUT_CONTEXT || isRepeated([elsewhere, text], anchor)) {
    // Only words of the same paragraph; the opening mark stays attached to its word.
    const left = lastParagraph(text.slice(Math.max(0, quote.start - 200), quote.start));
    const right = firstParagraph(text.slice(quote.end, quote.end + 200));
    const ahead = before ? [] : words(left.split(UNRELIABLE_SPACE).pop() ?? '');
    const behind = after ? [] : words(right.split(UNRELIABLE_SPACE)[0] ?? '');
    if (ahead.length > 1) prefix = `${encode(ahead.slice(-CONTEXT_WORDS).join(' '))}-,`;
    if (behind.length > 1) suffix = `,-${encode(behind.slice(0, CONTEXT_WORDS).join(' '))}`;
  }
  return `${base}${base.includes('#') ? '' : '#'}:~:text=${prefix}${target}${suffix}`;
}

/** Detects words that occur more than once in a text. Indexed, because it is needed for every quote of an article. */

/** Number of words in one index key. */
const KEY_TOKENS = 3;
/** Maximum number of occurrences compared; with more, the words count as repeated. */
const MAX_COMPARED = 50;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts without spaces between words. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Splits into words, or into characters for scripts without spaces. */
function tokensOf(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.flatMap((word) => (UNSPACED_SCRIPT.test(word) ? [...word] : [word]));
}

/** An index of some texts. */
class WordIndex {
  readonly texts: readonly string[];
  readonly #tokens: readonly string[];
  /** The positions of each one, two and three tokens, up to a maximum; built on first use. */
  readonly #places = new Map<number, Map<string, number[]>>();

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.#tokens = tokensOf(texts.join('\n'));
  }

  #placesOf(size: number): Map<string, number[]> {
    const made = this.#places.get(size);
    if (made !== undefined) return made;
    const places = new Map<string, number[]>();
    for (let at = 0; at + size <= this.#tokens.length; at += 1) {
      const key = this.#tokens.slice(at, at + size).join(' ');
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else if (known.length <= MAX_COMPARED) known.push(at);
    }
    this.#places.set(size, places);
    return places;
  }

  hasTwice(wanted: readonly string[]): boolean {
    const size = Math.min(KEY_TOKENS, wanted.length);
    const found = this.#placesOf(size).get(wanted.slice(0, size).join(' ')) ?? [];
    if (found.length > MAX_COMPARED) return true;
    return found.filter((at) => wanted.every((word, i) => this.#tokens[at + i] === word)).length > 1;
  }
}

/** The last index: the quotes of an article are processed one after the other. */
let last: WordIndex | null = null;

/**
 * Whether words occur at least twice in some texts, ignoring case and punctuation, or too often to compare.
 *
 * @param texts the same array for every quote of an article, so that they are indexed once
 */
function isRepeated(texts: readonly string[], words: string): boolean {
  const known = last?.texts.every((text, i) => text === texts[i]) ? last : new WordIndex(texts);
  last = known;
  return known.hasTwice(tokensOf(words));
}
