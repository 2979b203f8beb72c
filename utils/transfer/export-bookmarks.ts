import { escapeMarkup } from './escape-markup.ts';
import type { ExportArticle } from './export-types.ts';

const seconds = (time: number): number => Math.floor(time / 1000);

function writeLink(article: ExportArticle): string {
  const tags = article.tags.map((tag) => tag.replaceAll(',', ' ')).join(',');
  const note = article.excerpt === null ? '' : `<DD>${escapeMarkup(article.excerpt)}\n`;
  return `    <DT><A HREF="${escapeMarkup(article.url)}" ADD_DATE="${seconds(article.savedAt)}"${
    tags === '' ? '' : ` TAGS="${escapeMarkup(tags)}"`
  }>${escapeMarkup(article.title || article.url)}</A>\n${note}`;
}

/** Netscape's bookmark file, which every browser reads: the inbox and the archive as folders. */
export function writeBookmarks(articles: readonly ExportArticle[]): string {
  const folder = (name: string, inside: readonly ExportArticle[]): string =>
    inside.length === 0
      ? ''
      : `  <DT><H3>${name}</H3>\n  <DL><p>\n${inside.map(writeLink).join('')}  </DL><p>\n`;
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${folder(
  'Inbox',
  articles.filter(({ archived }) => !archived),
)}${folder(
  'Archive',
  articles.filter(({ archived }) => archived),
)}</DL><p>
`;
}
