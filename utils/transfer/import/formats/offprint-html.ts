import { plainOrNull } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { type HtmlToken, HtmlTokens, openTags, textsOf } from '../parsing/html-tokens.ts';
import { limitPictures } from '../parsing/inline-pictures.ts';
import { readWhole } from '../parsing/read-text.ts';

function canonicalOf(tokens: readonly HtmlToken[]): string | null {
  const link = openTags(tokens).find(
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
  const head = new HtmlTokens().push(page.slice(0, from === -1 ? 0 : from + '</header>'.length));
  const facts = textsOf(head, 'bdi').filter((fact) => fact !== '');
  const date = facts.find((fact) => /^\d{4}(?:-\d\d){0,2}$/.test(fact));
  const names = facts.filter((fact) => fact !== date);
  const html = from === -1 || to === undefined ? '' : page.slice(from + '</header>'.length, to);
  const tags = openTags(head);
  const address =
    canonicalOf(head) ?? tags.findLast(({ tag }) => tag === 'a')?.attributes.get('href') ?? null;
  return makeRecord(at, address, {
    title: textsOf(head, 'h1')[0] ?? textsOf(head, 'title')[0] ?? '',
    // The site is always present, the author only if known.
    byline: names.length > 1 ? plainOrNull(names[0]) : null,
    siteName: plainOrNull(names.at(-1)),
    publishedAt: date ?? null,
    lang: tags.find(({ tag }) => tag === 'html')?.attributes.get('lang') ?? null,
    html: html.trim() === '' ? null : html,
    highlights: highlightsOf(new HtmlTokens().push(page.slice(to ?? page.length))),
  });
}

async function* readPage(file: Blob): RecordStream {
  const whole = await readWhole(file);
  if (whole === null) return yield { at: '1', why: 'tooBig', url: '', title: '' };
  const { html, dropped } = limitPictures(whole);
  const record = ownPageRecord('1', html);
  yield record;
  if (dropped > 0 && 'item' in record)
    yield { at: '1', why: 'pictures', url: record.item.url, title: record.item.title };
}

/** An article exported by Offprint as a web page; see `export-html.ts`. Recognised by its strict security policy. */
export const OFFPRINT_HTML: FileFormat<'offprintHtml'> = {
  name: 'offprintHtml',
  fits: (head) => {
    if (head.kind !== 'markup' || canonicalOf(head.tokens) === null) return false;
    const metas = openTags(head.tokens).filter(({ tag }) => tag === 'meta');
    const policy = metas.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    const isOurs =
      policy?.attributes.get('content')?.startsWith("default-src 'none'; img-src data:") ?? false;
    return isOurs && openTags(head.tokens).some(({ tag }) => tag === 'article');
  },
  read: readPage,
};
