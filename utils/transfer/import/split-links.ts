/** Extracts addresses from pasted text, one per line. */

/** Matches a URL in a line. A URL can contain another one, as those of web archives do. */
const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;

/** Separators between addresses without spaces. */
const SEPARATOR = /[,;|](?=https?:\/\/)/gi;

/** Punctuation that follows an address in a sentence. */
const TRAILING_PUNCTUATION = ".,;:!?'’";

/** `[Title](https://…)`: kept, because the importer parses Markdown links. */
const MARKDOWN_LINK = /\[[^[\]]*\]\(<?https?:/i;

/** `example.org/page`: a line that consists of an address without a scheme. */
const WITHOUT_SCHEME = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

function trimAddress(address: string): string {
  const trailing = address.includes('(') ? TRAILING_PUNCTUATION : `${TRAILING_PUNCTUATION})`;
  let end = address.length;
  while (end > 0 && trailing.includes(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, end);
}

/** Splits a line into lines with one address each. */
function splitLine(raw: string): string[] {
  const line = raw.trim().replace(SEPARATOR, ' ');
  if (WITHOUT_SCHEME.test(line)) return [`https://${line}`];
  if (MARKDOWN_LINK.test(line)) return [line];
  const matches = [...line.matchAll(ADDRESS)];
  const [only] = matches;
  if (only === undefined) return [line];
  if (matches.length > 1) return matches.map(([address]) => trimAddress(address));
  const address = trimAddress(only[0]);
  const before = line.slice(0, only.index);
  const after = line.slice(only.index + only[0].length);
  // A title is on one side of the address; text on both sides is a sentence.
  if (after === '') return [`${before}${address}`];
  return [/[\p{L}\p{N}]/u.test(before) ? address : `${before}${only[0]}${after}`];
}

/**
 * Puts each address on its own line, together with an adjacent title. Lines without an address are kept, so that they
 * can be reported.
 *
 * @param text pasted, dropped or typed text
 * @returns text in the format `urlList`
 */
export function splitLinks(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap(splitLine)
    .join('\n');
}

/** Checks whether text that was pasted outside of any field contains a link to save. */
export function hasLink(text: string): boolean {
  return /(?:^|[^a-z])https?:\/\/[^\s/]/i.test(text) || WITHOUT_SCHEME.test(text.trim());
}
