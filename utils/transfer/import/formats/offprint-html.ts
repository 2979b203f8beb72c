import { toPlainTextOrNull } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { filterOpenTags, getElementTexts, type HtmlToken, HtmlTokenizer } from '../parsing/html-tokens.ts';
import { limitInlinedImages } from '../parsing/inline-pictures.ts';
import { readWholeText } from '../parsing/read-text.ts';

function canonicalOf(tokens: readonly HtmlToken[]): string | null {
  const link = filterOpenTags(tokens).find(
    ({ tag, attributes }) => tag === 'link' && attributes.get('rel') === 'canonical',
  );
  return link?.attributes.get('href') ?? null;
}

/** The highlights and notes after the text. */
function highlightsOf(tail: readonly HtmlToken[]): ImportedHighlight[] {
  const found: ImportedHighlight[] = [];
  let part: 'text' | 'note' | null = null;
  for (const token of tail) {
    if (token.kind === 'text') {
      const last = found.at(-1);
      if (last !== undefined && part !== null) last[part] += token.text;
    } else if (token.tag === 'li' && token.kind === 'open')
      found.push({ text: '', note: '', createdAt: null, colour: null });
    else if (token.tag === 'blockquote') part = token.kind === 'open' ? 'text' : null;
    else if (token.tag === 'p') part = token.kind === 'open' ? 'note' : null;
  }
  return found.filter(({ text, note }) => text !== '' || note !== '');
}

/**
 * The article of a page that Offprint wrote: of a web page, or a chapter of a book.
 *
 * @param page HTML or XHTML
 */
export function ownPageRecord(at: string, page: string): ImportRecord {
  const from = page.indexOf('</header>');
  // The text ends before the highlights; articles contain no `aside`.
  const to = ['</article>', '<aside>', '</body>']
    .map((tag) => page.lastIndexOf(tag))
    .find((end) => end !== -1);
  const head = new HtmlTokenizer().push(page.slice(0, from === -1 ? 0 : from + '</header>'.length));
  const facts = getElementTexts(head, 'bdi').filter((fact) => fact !== '');
  const date = facts.find((fact) => /^\d{4}(?:-\d\d){0,2}$/.test(fact));
  const names = facts.filter((fact) => fact !== date);
  const html = from === -1 || to === undefined ? '' : page.slice(from + '</header>'.length, to);
  const tags = filterOpenTags(head);
  const address =
    canonicalOf(head) ?? tags.findLast(({ tag }) => tag === 'a')?.attributes.get('href') ?? null;
  return makeRecord(at, address, {
    title: getElementTexts(head, 'h1')[0] ?? getElementTexts(head, 'title')[0] ?? '',
    // The site is always present, the author only if known.
    byline: names.length > 1 ? toPlainTextOrNull(names[0]) : null,
    siteName: toPlainTextOrNull(names.at(-1)),
    publishedAt: date ?? null,
    lang: tags.find(({ tag }) => tag === 'html')?.attributes.get('lang') ?? null,
    html: html.trim() === '' ? null : html,
    highlights: highlightsOf(new HtmlTokenizer().push(page.slice(to ?? page.length))),
  });
}

async function* readPage(file: Blob): RecordStream {
  const whole = await readWholeText(file);
  if (whole === null) return yield { at: '1', why: 'tooBig', url: '', title: '' };
  const { html, droppedCount: dropped } = limitInlinedImages(whole);
  const record = ownPageRecord('1', html);
  yield record;
  if (dropped > 0 && 'item' in record)
    yield { at: '1', why: 'pictures', url: record.item.url, title: record.item.title };
}

/** An article exported by Offprint as a web page; see `export-html.ts`. Recognised by its strict security policy. */
export const OFFPRINT_HTML: FileFormat<'offprintHtml'> = {
  name: 'offprintHtml',
  matches: (head) => {
    if (head.kind !== 'markup' || canonicalOf(head.tokens) === null) return false;
    const metas = filterOpenTags(head.tokens).filter(({ tag }) => tag === 'meta');
    const policy = metas.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    const isOurs =
      policy?.attributes.get('content')?.startsWith("default-src 'none'; img-src data:") ?? false;
    return isOurs && filterOpenTags(head.tokens).some(({ tag }) => tag === 'article');
  },
  read: readPage,
};
