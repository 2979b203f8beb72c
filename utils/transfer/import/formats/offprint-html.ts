import { toPlainTextOrNull } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { filterOpenTags, getElementTexts, type HtmlToken, HtmlTokenizer } from '../parsing/html-tokens.ts';
import { limitInlinedImages } from '../parsing/inline-pictures.ts';
import { readWholeText } from '../parsing/read-text.ts';

function findCanonicalUrl(tokens: readonly HtmlToken[]): string | null {
  const link = filterOpenTags(tokens).find(
    ({ tag, attributes }) => tag === 'link' && attributes.get('rel') === 'canonical',
  );
  return link?.attributes.get('href') ?? null;
}

/** The highlights and notes after the text. */
function readHighlights(tail: readonly HtmlToken[]): ImportedHighlight[] {
  const highlights: ImportedHighlight[] = [];
  let part: 'text' | 'note' | null = null;
  for (const token of tail) {
    if (token.kind === 'text') {
      const last = highlights.at(-1);
      if (last !== undefined && part !== null) last[part] += token.text;
    } else if (token.tag === 'li' && token.kind === 'open')
      highlights.push({ text: '', note: '', createdAt: null, colour: null });
    else if (token.tag === 'blockquote') part = token.kind === 'open' ? 'text' : null;
    else if (token.tag === 'p') part = token.kind === 'open' ? 'note' : null;
  }
  return highlights.filter(({ text, note }) => text !== '' || note !== '');
}

/**
 * Reads an article from a page that Offprint wrote: an HTML export or a chapter of an EPUB.
 *
 * @param page HTML or XHTML
 */
export function makeOffprintPageRecord(at: string, page: string): ImportRecord {
  const headerStart = page.indexOf('</header>');
  // The text ends before the highlights; articles contain no `aside`.
  const textEnd = ['</article>', '<aside>', '</body>']
    .map((tag) => page.lastIndexOf(tag))
    .find((end) => end !== -1);
  const head = new HtmlTokenizer().push(
    page.slice(0, headerStart === -1 ? 0 : headerStart + '</header>'.length),
  );
  const metadata = getElementTexts(head, 'bdi').filter((value) => value !== '');
  const date = metadata.find((value) => /^\d{4}(?:-\d\d){0,2}$/.test(value));
  const names = metadata.filter((value) => value !== date);
  const html =
    headerStart === -1 || textEnd === undefined ? '' : page.slice(headerStart + '</header>'.length, textEnd);
  const tags = filterOpenTags(head);
  const address =
    findCanonicalUrl(head) ?? tags.findLast(({ tag }) => tag === 'a')?.attributes.get('href') ?? null;
  return makeRecord(at, address, {
    title: getElementTexts(head, 'h1')[0] ?? getElementTexts(head, 'title')[0] ?? '',
    // The site is always present, the author only if known.
    byline: names.length > 1 ? toPlainTextOrNull(names[0]) : null,
    siteName: toPlainTextOrNull(names.at(-1)),
    publishedAt: date ?? null,
    lang: tags.find(({ tag }) => tag === 'html')?.attributes.get('lang') ?? null,
    html: html.trim() === '' ? null : html,
    highlights: readHighlights(new HtmlTokenizer().push(page.slice(textEnd ?? page.length))),
  });
}

async function* readPage(file: Blob): RecordStream {
  const source = await readWholeText(file);
  if (source === null) return yield { at: '1', why: 'tooBig', url: '', title: '' };
  const { html, droppedCount } = limitInlinedImages(source);
  const record = makeOffprintPageRecord('1', html);
  yield record;
  if (droppedCount > 0 && 'item' in record)
    yield { at: '1', why: 'pictures', url: record.item.url, title: record.item.title };
}

/** An article exported by Offprint as a web page; see `export-html.ts`. Recognised by its strict security policy. */
export const OFFPRINT_HTML: FileFormat<'offprintHtml'> = {
  name: 'offprintHtml',
  matches: (head) => {
    if (head.kind !== 'markup' || findCanonicalUrl(head.tokens) === null) return false;
    const metas = filterOpenTags(head.tokens).filter(({ tag }) => tag === 'meta');
    const policy = metas.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    const isOffprintPolicy =
      policy?.attributes.get('content')?.startsWith("default-src 'none'; img-src data:") ?? false;
    return isOffprintPolicy && filterOpenTags(head.tokens).some(({ tag }) => tag === 'article');
  },
  read: readPage,
};
