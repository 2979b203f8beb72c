/** Writes Netscape's bookmark file, which all browsers and most bookmarking products read. */
import { displayTitle, type ExportArticle } from './export-types.ts';
import { element, type Markup, markup } from './markup.ts';

const toSeconds = (time: number): number => Math.floor(time / 1000);

/** A folder with its contents. */
interface Folder {
  name: string;
  links: ExportArticle[];
  folders: Map<string, Folder>;
}

const makeFolder = (name: string): Folder => ({ name, links: [], folders: new Map() });

function writeLink(article: ExportArticle, indent: string): Markup {
  const tags = [
    ...article.tags.map((tag) => tag.replaceAll(',', ' ')),
    // The file has no attribute for it: linkding reads its archive from this tag.
    ...(article.archived ? ['linkding:bookmarks.archived'] : []),
  ].join(',');
  const attributes = {
    HREF: article.url,
    ADD_DATE: toSeconds(article.savedAt),
    // The attribute of Pinboard, linkding and Shaarli.
    TOREAD: article.archived || article.finishedAt !== null ? null : 1,
    // There is no common attribute for favourites; our own import reads this one.
    'DATA-IMPORTANT': article.favourite ? 'true' : null,
    TAGS: tags || null,
  };
  const note = article.excerpt === null ? null : markup`${indent}<DD>${article.excerpt}\n`;
  return markup`${indent}<DT>${element('A', attributes, displayTitle(article))}\n${note}`;
}

function writeFolder(folder: Folder, indent: string): Markup {
  const innerIndent = `${indent}  `;
  const folders = [...folder.folders.values()].map((subfolder) => writeFolder(subfolder, innerIndent));
  const links = folder.links.map((article) => writeLink(article, innerIndent));
  return markup`${indent}<DT>${element('H3', {}, folder.name)}\n${indent}<DL><p>\n${folders}${links}${indent}</DL><p>\n`;
}

/** Adds an article to the folder at the end of a path. */
function addToFolder(root: Folder, path: readonly string[], article: ExportArticle): void {
  let folder = root;
  for (const name of path) {
    const next = folder.folders.get(name) ?? makeFolder(name);
    folder.folders.set(name, next);
    folder = next;
  }
  folder.links.push(article);
}

/**
 * Writes the favourites and each list as folders, then the inbox and the archive, for readers that use the last of
 * several occurrences of an address. Inbox articles that are also in a previous folder are not repeated. Articles
 * without an address are omitted.
 */
export function writeBookmarks(articles: readonly ExportArticle[]): string {
  const root = makeFolder('Bookmarks');
  const all = articles.filter(({ url }) => url !== null);
  for (const article of all) if (article.favourite) addToFolder(root, ['Favourites'], article);
  for (const article of all) for (const path of article.lists) addToFolder(root, path, article);
  for (const article of all)
    if (!article.archived && !article.favourite && article.lists.length === 0)
      addToFolder(root, ['Inbox'], article);
  for (const article of all) if (article.archived) addToFolder(root, ['Archive'], article);
  const folders = [...root.folders.values()].map((folder) => writeFolder(folder, '  '));
  // As in Firefox's own files, so that opening the file in a browser shows a page.
  return markup`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<META HTTP-EQUIV="Content-Security-Policy" CONTENT="default-src 'none'">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${folders}</DL><p>
`.toString();
}
