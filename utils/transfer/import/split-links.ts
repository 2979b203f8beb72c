/** Extracts addresses from pasted text, one per line. */

/** An address anywhere in a line. It may contain another one, as addresses of web archives do. */
const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;

/** Separators between addresses without spaces. */
const BETWEEN = /[,;|](?=https?:\/\/)/gi;

/** Punctuation after an address that is not part of it. */
const SENTENCE_END = /[.,;:!?'’]+$/;

/** `[Title](https://…)`: Markdown links are parsed by the importer. */
const MARKDOWN = /\[[^[\]]*\]\(<?https?:/i;

/** `example.org/page`: a line that is nothing but an address without a scheme. */
const WITHOUT_SCHEME = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

function trimAddress(address: string): string {
  const bare = address.replace(SENTENCE_END, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimAddress(bare.slice(0, -1)) : bare;
}

/** Splits a line into lines with one address each. */
function splitLine(raw: string): string[] {
  const line = raw.trim().replace(BETWEEN, ' ');
  if (WITHOUT_SCHEME.test(line)) return [`https://${line}`];
  if (MARKDOWN.test(line)) return [line];
  const found = [...line.matchAll(ADDRESS)];
  const [only] = found;
  if (only === undefined) return [line];
  if (found.length > 1) return found.map(([address]) => trimAddress(address));
  const address = trimAddress(only[0]);
  const before = line.slice(0, only.index);
  const after = line.slice(only.index + only[0].length);
  // A title stands on one side of it; within a sentence there is none.
  if (after === '') return [`${before}${address}`];
  return [/[\p{L}\p{N}]/u.test(before) ? address : `${before}${only[0]}${after}`];
}

/**
 * One address on each line, with its title where one stands beside it; lines without an address stay as they are, so
 * that it can be said of each why it is not taken.
 *
 * @param text as it was pasted, dropped or typed
 * @returns what the format `urlList` reads
 */
export function splitLinks(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap(splitLine)
    .join('\n');
}

/** Whether there is an address in a text that was not typed into anything: somebody wants it kept. */
export function hasLink(text: string): boolean {
  return /(?:^|[^a-z])https?:\/\/[^\s/]/i.test(text) || WITHOUT_SCHEME.test(text.trim());
}
