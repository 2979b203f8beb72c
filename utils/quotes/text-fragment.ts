/** Longest quote, in characters, that is written out whole; longer ones become `start,end`. */
const WHOLE_LIMIT = 200;
const EDGE_WORDS = 6;
const CONTEXT_WORDS = 4;

/** `-` parts prefix and suffix from the text, so it must be encoded too; `&` and `,` already are. */
function encode(words: string): string {
  try {
    return encodeURIComponent(words).replaceAll('-', '%2D');
  } catch (error) {
    // A lone surrogate can't be written in a URL.
    if (error instanceof URIError) return encode(words.replace(/[\uD800-\uDFFF]/g, ' '));
    throw error;
  }
}

function words(text: string): string[] {
  return text.split(/[\s\u00AD\u200B]+/).filter(Boolean);
}

function lastParagraph(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function firstParagraph(text: string): string {
  const at = text.indexOf('\n');
  return at < 0 ? text : text.slice(0, at);
}

function withoutDirective(url: string): string {
  const at = url.indexOf(':~:');
  return at < 0 ? url : url.slice(0, at).replace(/#$/, '');
}

/**
 * A link that opens `url` at the quote: `#:~:text=[prefix-,]start[,end][,-suffix]`
 * (WICG Scroll-to-Text Fragment). An existing `#id` stays in front, an older text directive is replaced.
 * `quote` holds UTF-16 offsets into `text`; with no words at those offsets the address comes back as it was.
 */
export function textFragmentUrl(url: string, text: string, quote: { start: number; end: number }): string {
  const base = withoutDirective(url);
  const exact = text.slice(quote.start, quote.end);
  const all = words(exact);
  if (all.length === 0) return base;

  const oneBlock = !exact.trim().includes('\n');
  let target: string;
  if (oneBlock && exact.length <= WHOLE_LIMIT) {
    target = encode(all.join(' '));
  } else {
    // Each part must lie in one block of the page, so they come from the first and the last paragraph.
    const start = words(firstParagraph(exact.trim())).slice(0, EDGE_WORDS);
    const end = words(lastParagraph(exact.trim())).slice(-EDGE_WORDS);
    target = `${encode(start.join(' '))},${encode(end.join(' '))}`;
  }

  const anchor = oneBlock && exact.length <= WHOLE_LIMIT ? exact : exact.slice(0, 60);
  const first = text.indexOf(anchor);
  const lookalike = first !== quote.start || text.indexOf(anchor, first + 1) >= 0;
  let prefix = '';
  let suffix = '';
  if (lookalike || all.length < 3) {
    // Only words of the same paragraph, without the opening mark's neighbours being torn apart.
    const before = words(lastParagraph(text.slice(Math.max(0, quote.start - 200), quote.start)));
    const after = words(firstParagraph(text.slice(quote.end, quote.end + 200)));
    if (before.length > 1) prefix = `${encode(before.slice(-CONTEXT_WORDS).join(' '))}-,`;
    if (after.length > 1) suffix = `,-${encode(after.slice(0, CONTEXT_WORDS).join(' '))}`;
  }
  return `${base}${base.includes('#') ? '' : '#'}:~:text=${prefix}${target}${suffix}`;
}
