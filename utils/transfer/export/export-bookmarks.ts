import { type ExportArticle, nameOf } from './export-types.ts';
import { element, type Markup, markup } from './markup.ts';

const seconds = (time: number): number => Math.floor(time / 1000);

function writeLink(article: ExportArticle): Markup | null {
  // A bookmark is an address: without one there is nothing to keep.
  if (article.url === null) return null;
  const tags = article.tags.map((tag) => tag.replaceAll(',', ' ')).join(',');
  const facts = { HREF: article.url, ADD_DATE: seconds(article.savedAt), TAGS: tags || null };
  const note = article.excerpt === null ? null : markup`<DD>${article.excerpt}\n`;
  return markup`    <DT>${element('A', facts, nameOf(article))}\n${note}`;
}

function writeFolder(name: string, articles: readonly ExportArticle[]): Markup | null {
  if (articles.length === 0) return null;
  return markup`  <DT>${element('H3', {}, name)}\n  <DL><p>\n${articles.map(writeLink)}  </DL><p>\n`;
}

/** Netscape's bookmark file, which every browser reads: the inbox and the archive as folders. */
export function writeBookmarks(articles: readonly ExportArticle[]): string {
  const inbox = articles.filter(({ archived }) => !archived);
  const archive = articles.filter(({ archived }) => archived);
  // As Firefox has it in its own: who opens the file in a browser opens a page.
  return markup`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<META HTTP-EQUIV="Content-Security-Policy" CONTENT="default-src 'none'">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${writeFolder('Inbox', inbox)}${writeFolder('Archive', archive)}</DL><p>
`.toString();
}
