import { plain } from '../../../web-address.ts';
import type { FileFormat, FileHead } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { readLines } from '../../parsing/read-lines.ts';
import { readFileHead } from '../../read-head.ts';

/** Longer lines are no links. */
const LONGEST_LINE = 20_000;

/** Before a link in a list: `-`, `*`, `•`, `3.`, `[ ]`. */
const BULLET = /^(?:[-*+•·]|\d{1,6}[.)])?\s*(?:\[[ x]\]\s+)?/i;

/** `https://… | Title`, as OneTab writes it; the title may come after a tab or a blank, too. */
const ADDRESS_FIRST = /^<?([a-z][a-z0-9+.-]*:[^\s<>|]+)>?(?:\s*(?:\||\t)\s*|\s+|$)(.*)$/is;

/** `[Title](https://…)`, as Markdown has it: a pair of brackets in the address belongs to it. */
const MARKDOWN = /^\[([^[\]]*)\]\(<?([a-z][a-z0-9+.-]*:(?:\([^\s<>()]*\)|[^\s<>)])+)>?\)/i;

const ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?$/i;

/** Between a title and its address. */
const BETWEEN = ' \t:|–-';

interface Link {
  url: string;
  title: string;
}

/** `Title: https://…` */
function readTitleFirst(text: string): Link | null {
  let end = text.lastIndexOf(' ') + 1;
  const address = ADDRESS.exec(text.slice(end))?.[1];
  if (address === undefined) return null;
  while (end > 0 && BETWEEN.includes(text[end - 1] ?? '')) end -= 1;
  return { url: address, title: plain(text.slice(0, end)) };
}

function readLine(line: string): Link | null {
  const text = line.trim().replace(BULLET, '');
  const markdown = MARKDOWN.exec(text);
  if (markdown !== null) return { title: plain(markdown[1]), url: markdown[2] ?? '' };
  const first = ADDRESS_FIRST.exec(text);
  return first === null ? readTitleFirst(text) : { url: first[1] ?? '', title: plain(first[2]) };
}

/** Says nothing: blank lines part groups, `#` begins a heading. */
const isSilent = (line: string): boolean => /^\s*(?:#|$)/.test(line);

const isWeb = (line: string): boolean => /^https?:/i.test(readLine(line)?.url ?? '');

const spokenLines = (head: FileHead): string[] =>
  head.kind === 'text'
    ? head.lines.filter((line) => !isSilent(line)).map((line) => line.slice(0, LONGEST_LINE))
    : [];

const isAddress = (line: string): boolean => ADDRESS.test(line.trim());

/** Fewer lines that take turns are a word and an address. */
const FEWEST_TURNS = 4;

/** Whether titles and addresses take turns, a line each. */
function takeTurns(lines: readonly string[]): boolean {
  return (
    lines.length >= FEWEST_TURNS && lines.every((line, n) => (n % 2 === 0 ? !isWeb(line) : isAddress(line)))
  );
}

function toRecord(line: string, at: string, titleAbove: string): ImportRecord {
  const link = line.length > LONGEST_LINE ? null : readLine(line);
  if (link !== null) return makeRecord(at, link.url, { title: link.title === '' ? titleAbove : link.title });
  return { at, why: 'noAddress', url: '', title: plain(line.slice(0, 300)) };
}

async function* readUrlList(file: Blob): RecordStream {
  const haveTitlesAbove = takeTurns(spokenLines(await readFileHead(file)));
  let count = 0;
  // A line without an address, as long as the next may be its address.
  let above: { line: string; at: string } | null = null;
  for await (const line of readLines(file, LONGEST_LINE + 1)) {
    count += 1;
    if (isSilent(line)) continue;
    const isTitled: boolean = above !== null && isAddress(line);
    const title = isTitled ? plain(above?.line.trim().replace(BULLET, '')) : '';
    if (above !== null && !isTitled) yield toRecord(above.line, above.at, '');
    above = haveTitlesAbove && !isTitled && !isWeb(line) ? { line, at: String(count) } : null;
    if (above === null) yield toRecord(line, String(count), title);
  }
  if (above !== null) yield toRecord(above.line, above.at, '');
}

/** Of a list, at least this share of the lines are links. */
const SHARE_OF_LINKS = 0.7;

/**
 * A list of addresses, a line each: plain, with titles as OneTab writes them, or above each, or as lists in Markdown have
 * them.
 */
export const URL_LIST: FileFormat<'urlList'> = {
  name: 'urlList',
  fits: (head) => {
    const lines = spokenLines(head);
    if (head.kind !== 'text' || lines.length === 0) return false;
    if (takeTurns(lines)) return true;
    // A row of names of columns above: a table, and who knows of what.
    if (!isWeb(lines[0] ?? '') && head.columns.length > 1) return false;
    return lines.filter(isWeb).length >= lines.length * SHARE_OF_LINKS;
  },
  read: readUrlList,
};
