/** What people paste when they mean addresses, made into a list of addresses with one on each line. */

/** An address anywhere in a line. One within another, as archives of the web have them, is a part of it. */
const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;

/** Several in one line may stand with nothing but one of these between them. */
const BETWEEN = /[,;|](?=https?:\/\/)/gi;

/** What ends a sentence, not an address; a bracket only where the address opens none. */
const SENTENCE_END = /[.,;:!?'’]+$/;

/** `[Title](https://…)`: lists in Markdown are understood as they are. */
const MARKDOWN = /\[[^[\]]*\]\(<?https?:/i;

/** `example.org/page`: nothing else in the line, and a name behind its last dot. */
const WITHOUT_SCHEME = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

function trimAddress(address: string): string {
  const bare = address.replace(SENTENCE_END, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimAddress(bare.slice(0, -1)) : bare;
}

/** The lines that a line becomes. */
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
