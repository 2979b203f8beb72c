/** A provisional title for an article: the words of its address. */

/** Meaningless parts of a path: numbers, dates, ids, technical words. */
const NOTHING = /^(?:\d+|[\da-f]{12,}|index|default|article|articles|story|amp|p|node|[a-z]?\d{4,}[a-z]?)$/i;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not encoded in UTF-8; left unchanged.
    return part;
  }
}

/** The words of one part of a path; `''` if there are none. */
function wordsOf(part: string): string {
  const words = decode(part)
    .replace(/\.(?:html?|php|aspx?|jsp|shtml|amp|stm)$/i, '')
    .split(/[-_+\s.,~]+/)
    .filter((word) => word !== '' && !/^(?:\d{5,}|[\da-f]{8,}|[a-z]{0,2}\d{5,})$/i.test(word));
  const said = words.join(' ');
  return NOTHING.test(said) || !/\p{L}{2}/u.test(said) ? '' : said;
}

/** @param address of a web page @returns the words of the most meaningful part of its path, or its host */
export function titleOfAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').map(wordsOf);
  const longest = parts.reduce(
    (best, part) => (part.split(' ').length >= best.split(' ').length ? part || best : best),
    '',
  );
  if (longest === '') return hostname.replace(/^www\./, '');
  return longest.charAt(0).toLocaleUpperCase() + longest.slice(1);
}
