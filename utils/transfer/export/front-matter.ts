/** Front matter of a Markdown file (YAML 1.2), as Obsidian reads it. */
import { splitByline } from './export-references.ts';
import { type ExportArticle, isoDay } from './export-types.ts';

/** What JSON lets stand in a string and YAML 1.2 (5.1) or 1.1 does not. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A string of YAML; JSON's strings are YAML's double-quoted ones, but for a few characters. */
function yaml(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const list = (items: readonly string[]): string => `[${items.map(yaml).join(', ')}]`;

/** Two lines of dashes with what is known of an article between them. */
export function frontMatter(article: ExportArticle): string {
  const authors = splitByline(article.byline);
  const lines = [
    `title: ${yaml(article.title)}`,
    ...(authors.length === 0 ? [] : [`author: ${list(authors)}`]),
    ...(article.url === null ? [] : [`source: ${yaml(article.url)}`]),
    `site: ${yaml(article.siteName ?? article.host)}`,
    ...(article.publishedAt === null ? [] : [`published: ${yaml(article.publishedAt)}`]),
    `saved: ${isoDay(article.savedAt)}`,
    ...(article.lang === null ? [] : [`language: ${yaml(article.lang)}`]),
    // A tag with a blank is two to Obsidian.
    `tags: ${list(article.tags.map((tag) => tag.replace(/\s+/g, '-')))}`,
    ...(article.lists.length === 0 ? [] : [`lists: ${list(article.lists)}`]),
    `archived: ${article.archived}`,
    `favourite: ${article.favourite}`,
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}
