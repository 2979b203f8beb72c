import { toPlainText } from '../../web-address.ts';
import type { FileFormat, FileHead } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { readLines } from '../parsing/read-text.ts';
import { parseFileHead } from '../read-head.ts';

/** Maximum length of a line with a link, in characters. */
const MAX_LINE_LENGTH = 20_000;

/** Bullets of lists: `-`, `*`, `•`, `3.`, `[ ]`. */
const LIST_BULLET = /^(?:[-*+•·]|\d{1,6}[.)])?\s*(?:\[[ x]\]\s+)?/i;

/** `https://… | Title`, as OneTab writes it; a tab or a space may replace the bar. */
const ADDRESS_FIRST = /^<?([a-z][a-z0-9+.-]*:[^\s<>|]+)>?(?:\s*(?:\||\t)\s*|\s+|$)(.*)$/is;

/** `[Title](https://…)`, a Markdown link; its address may contain a pair of parentheses. */
const MARKDOWN = /^\[([^[\]]*)\]\(<?([a-z][a-z0-9+.-]*:(?:\([^\s<>()]*\)|[^\s<>)])+)>?\)/i;

const ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?$/i;

/** Characters between a title and its address. */
const TITLE_SEPARATORS = ' \t:|–-';

interface Link {
  url: string;
  title: string;
}

/** `Title: https://…` */
function readTitleFirst(text: string): Link | null {
  let end = text.lastIndexOf(' ') + 1;
  const address = ADDRESS.exec(text.slice(end))?.[1];
  if (address === undefined) return null;
  while (end > 0 && TITLE_SEPARATORS.includes(text[end - 1] ?? '')) end -= 1;
  return { url: address, title: toPlainText(text.slice(0, end)) };
}

function readLine(line: string): Link | null {
  const text = line.trim().replace(LIST_BULLET, '');
  const markdown = MARKDOWN.exec(text);
  if (markdown !== null) return { title: toPlainText(markdown[1]), url: markdown[2] ?? '' };
  const first = ADDRESS_FIRST.exec(text);
  return first === null ? readTitleFirst(text) : { url: first[1] ?? '', title: toPlainText(first[2]) };
}

/** Recognises lines without content: blank lines and headings with `#`. */
const isIgnored = (line: string): boolean => /^\s*(?:#|$)/.test(line);

const startsWithWebLink = (line: string): boolean => /^https?:/i.test(readLine(line)?.url ?? '');

const contentLines = (head: FileHead): string[] =>
  head.kind === 'text'
    ? head.lines.filter((line) => !isIgnored(line)).map((line) => line.slice(0, MAX_LINE_LENGTH))
    : [];

const isAddress = (line: string): boolean => ADDRESS.test(line.trim());

/** Minimum number of lines to recognise alternating titles and addresses. */
const MIN_ALTERNATING = 4;

/** Checks whether titles and addresses alternate, one per line. */
function hasAlternatingTitles(lines: readonly string[]): boolean {
  return (
    lines.length >= MIN_ALTERNATING &&
    lines.every((line, index) => (index % 2 === 0 ? !startsWithWebLink(line) : isAddress(line)))
  );
}

function toRecord(line: string, at: string, titleAbove: string): ImportRecord {
  const link = line.length > MAX_LINE_LENGTH ? null : readLine(line);
  if (link !== null) return makeRecord(at, link.url, { title: link.title === '' ? titleAbove : link.title });
  return { at, why: 'noAddress', url: '', title: toPlainText(line.slice(0, 300)) };
}

async function* readUrlList(file: Blob): RecordStream {
  const haveTitlesAbove = hasAlternatingTitles(contentLines(await parseFileHead(file)));
  let count = 0;
  // A line that may be the title of the next one.
  let titleLine: { line: string; at: string } | null = null;
  for await (const line of readLines(file, MAX_LINE_LENGTH + 1)) {
    count += 1;
    if (isIgnored(line)) continue;
    const hasTitleLine: boolean = titleLine !== null && isAddress(line);
    const title = hasTitleLine ? toPlainText(titleLine?.line.trim().replace(LIST_BULLET, '')) : '';
    if (titleLine !== null && !hasTitleLine) yield toRecord(titleLine.line, titleLine.at, '');
    titleLine =
      haveTitlesAbove && !hasTitleLine && !startsWithWebLink(line) ? { line, at: String(count) } : null;
    if (titleLine === null) yield toRecord(line, String(count), title);
  }
  if (titleLine !== null) yield toRecord(titleLine.line, titleLine.at, '');
}

/** Minimum share of lines that are links. */
const MIN_LINK_SHARE = 0.7;

/**
 * A list of addresses, one per line: plain, with titles as in OneTab's lists, with titles above them, or as a Markdown
 * list.
 */
export const URL_LIST: FileFormat<'urlList'> = {
  name: 'urlList',
  matches: (head) => {
    const lines = contentLines(head);
    if (head.kind !== 'text' || lines.length === 0) return false;
    if (hasAlternatingTitles(lines)) return true;
    // A header row: this is a table of unknown content.
    if (!startsWithWebLink(lines[0] ?? '') && head.columns.length > 1) return false;
    return lines.filter(startsWithWebLink).length >= lines.length * MIN_LINK_SHARE;
  },
  read: readUrlList,
};
