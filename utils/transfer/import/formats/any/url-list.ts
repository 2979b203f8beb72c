import { plain } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { readLines } from '../../parsing/read-lines.ts';

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

function toRecord(line: string, at: string): ImportRecord {
  const link = line.length > LONGEST_LINE ? null : readLine(line);
  if (link !== null) return makeRecord(at, link.url, { title: link.title });
  return { at, why: 'noAddress', url: '', title: plain(line.slice(0, 300)) };
}

async function* readUrlList(file: Blob): RecordStream {
  let count = 0;
  for await (const line of readLines(file, LONGEST_LINE + 1)) {
    count += 1;
    if (!isSilent(line)) yield toRecord(line, String(count));
  }
}

/** Of a list, at least every other line is a link: a line above each may say what it is. */
const SHARE_OF_LINKS = 0.5;

/** A list of addresses, a line each: plain, with titles as OneTab writes them, or as lists in Markdown have them. */
export const URL_LIST: FileFormat<'urlList'> = {
  name: 'urlList',
  fits: (head) => {
    if (head.kind !== 'text') return false;
    const lines = head.lines.filter((line) => !isSilent(line)).map((line) => line.slice(0, LONGEST_LINE));
    // A row of names of columns above: a table, and who knows of what.
    if (!isWeb(lines[0] ?? '') && head.columns.length > 1) return false;
    return lines.length > 0 && lines.filter(isWeb).length >= lines.length * SHARE_OF_LINKS;
  },
  read: readUrlList,
};
