/** Web pages saved as files, by SingleFile or by a browser. The article is extracted where a DOM is available. */
import type { FileFormat, FileHead, SiblingFiles } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { filterOpenTags, getElementTexts, type HtmlToken, HtmlTokenizer } from '../parsing/html-tokens.ts';
import { inlineImages, limitInlinedImages, MAX_INLINED_LENGTH } from '../parsing/inline-pictures.ts';
import { parseTime } from '../parsing/read-fields.ts';
import { readWholeText } from '../parsing/read-text.ts';

/** Maximum length of a page without its images in UTF-16 units: longer ones take too long to extract. */
const MAX_MARKUP_LENGTH = 4_000_000;

/**
 * Length of the beginning of a page in which its address is searched, in UTF-16 units; equal to `MAX_PARSED_LENGTH`.
 */
const HEAD_LENGTH = 128 * 1024;

/** `Page saved with SingleFile`, `url: …` and `saved date: …`, on a line each; older versions begin differently. */
const SINGLE_FILE =
  /<!--\s*(?:Page saved with|Archive processed by) SingleFile\s+url: *(\S+)(?:\s+saved date: *([^\n(]*))?/;

/** Written by Internet Explorer and Chromium; the number is the length of the address. */
const SAVED_FROM = /<!-- saved from url=\(\d+\)(\S+) -->/;

interface PageSource {
  address: string;
  /** Unix timestamp in ms, or null if unknown. */
  savedAt: number | null;
}

/** The address that a page's markup declares; a `base` element comes last, since it often names only a folder. */
function findDeclaredAddress(tokens: readonly HtmlToken[]): string | null {
  const tags = filterOpenTags(tokens);
  const readAttribute = (tag: string, key: string, value: RegExp, field: string): string | undefined =>
    tags
      .find(({ tag: name, attributes }) => name === tag && value.test(attributes.get(key) ?? ''))
      ?.attributes.get(field);
  const base = readAttribute('base', 'href', /./, 'href');
  const stated = [
    readAttribute('link', 'rel', /(?:^|\s)canonical(?:\s|$)/i, 'href'),
    readAttribute('meta', 'property', /^og:url$/i, 'content'),
    base,
  ];
  for (const address of stated) {
    if (address !== undefined && URL.canParse(address, base)) {
      const { href, protocol } = new URL(address, base);
      if (/^https?:$/.test(protocol)) return href;
    }
  }
  return null;
}

function sourceOf(head: string, tokens: readonly HtmlToken[]): PageSource | null {
  const [, saved, date = ''] = SINGLE_FILE.exec(head) ?? [];
  const address = saved ?? SAVED_FROM.exec(head)?.[1] ?? findDeclaredAddress(tokens);
  return address === null ? null : { address, savedAt: parseTime(date) };
}

/** Whether a file is a web page, with an address or without. */
export function isPage(head: FileHead): boolean {
  return head.kind === 'markup' && /^\s*<(?:!doctype html|html)\b|<body\b/i.test(head.text);
}

/** Removes style sheets, in which SingleFile keeps fonts and images that occur more than once. */
function withoutStyles(html: string): { html: string; styles: string } {
  const [kept, styles]: [string[], string[]] = [[], []];
  const [open, close] = [/<style\b/gi, /<\/style/gi];
  let from = 0;
  for (let found = open.exec(html); found !== null; found = open.exec(html)) {
    close.lastIndex = found.index;
    const end = close.exec(html)?.index;
    if (end === undefined) break;
    kept.push(html.slice(from, found.index));
    styles.push(html.slice(found.index, end));
    from = end;
    open.lastIndex = end;
  }
  return { html: kept.join('') + html.slice(from), styles: styles.join('\n') };
}

const PICTURE_VARIABLE = /(--sf-img-\d+):\s*url\(["']?(data:image\/[a-z+.-]+;base64,[\w+/=]+)/g;

/** An image whose `src` is an empty drawing and whose background is a variable of a style sheet. */
const VARIABLE_USE =
  /<img(?=\s[^<>]{0,2000}<svg\b[^<>]{0,500}><rect\b[^<>]{0,500}><\/svg>[^<>]{0,4000}var\((--sf-img-\d+)\))/g;

/** Restores the `src` of images that SingleFile moved to style sheets. */
function restorePictures(html: string, styles: string): string {
  const pictures = new Map([...styles.matchAll(PICTURE_VARIABLE)].map(([, name, url]) => [name, url]));
  if (pictures.size === 0) return html;
  let room = MAX_INLINED_LENGTH;
  return html.replace(VARIABLE_USE, (tag, name: string) => {
    const url = pictures.get(name);
    room -= url?.length ?? 0;
    // Of two attributes with the same name, the first one counts.
    return url === undefined || room < 0 ? tag : `${tag} src="${url}"`;
  });
}

/**
 * The record of a page.
 *
 * @param whole the page's source; null if it is too long
 * @param source the origin of the page; by default it is read from the page
 */
export function* pageRecords(
  at: string,
  whole: string | null,
  source?: PageSource,
): Generator<ImportRecord, void, undefined> {
  const { html, styles } = withoutStyles(whole ?? '');
  const tokens = new HtmlTokenizer().push(html.slice(0, HEAD_LENGTH));
  const title = getElementTexts(tokens, 'title')[0] ?? '';
  const { address, savedAt } = source ?? sourceOf(html.slice(0, HEAD_LENGTH), tokens) ?? { address: null };
  const page = limitInlinedImages(restorePictures(html, styles));
  const record = makeRecord(at, address, { title, savedAt: savedAt ?? null, html: page.html, isPage: true });
  if (whole === null || page.html.length - page.imagesLength > MAX_MARKUP_LENGTH)
    return yield { at, why: 'tooBig', url: address ?? '', title };
  yield record;
  if (page.droppedCount > 0 && 'item' in record)
    yield { at, why: 'pictures', url: record.item.url, title: record.item.title };
}

/** Images in the folder that browsers write beside a page. */
const FOLDER_PICTURE = /(?<=\ssrc=")(?:\.\/)?[^":?#]{1,500}_files\/[^"?#]{1,500}(?=")/g;

async function* readPage(file: Blob, siblings?: SiblingFiles): RecordStream {
  const html = await readWholeText(file);
  if (html === null) return yield* pageRecords('1', null);
  yield* pageRecords('1', await inlineImages(html, FOLDER_PICTURE, (path) => siblings?.(path)));
}

/** A saved page that states its address. */
export const SAVED_PAGE: FileFormat<'savedPage'> = {
  name: 'savedPage',
  matches: (head) =>
    head.kind === 'markup' && isPage(head) && sourceOf(head.text.slice(0, HEAD_LENGTH), head.tokens) !== null,
  read: readPage,
};
