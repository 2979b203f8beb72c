/** Front matter of a Markdown file (YAML 1.2), as Obsidian reads it. */
import { updatedDate } from '../../article/updated-date.ts';
import { type ExportArticle, isoDay, listLine } from './export-types.ts';
import { splitByline } from './person-names.ts';

/** What JSON lets stand in a string and YAML 1.2 (5.1) or 1.1 does not. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A string of YAML; JSON's strings are YAML's double-quoted ones, but for a few characters. */
function yaml(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a tag of Obsidian's can't have: all but letters, digits, marks, pictographs, `_`, `-` and `/`. */
const NO_TAG = /(?:(?!\u200d|\ufe0f)[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-])+/gu;

/**
 * Tags as Obsidian accepts them: no blanks, and not digits alone (its help has `y1984` for `1984`). A tag of which
 * nothing is left is none.
 */
export function obsidianTags(tags: readonly string[]): string[] {
  const plain = tags.map((tag) => {
    const word = tag
      .replace(NO_TAG, '-')
      .replace(/-{2,}/g, '-')
      .replace(/-?\/[/-]*/g, '/')
      .replace(/^[-/]+|[-/]+$/g, '');
    return /^[\p{N}/-]+$/u.test(word) ? `y${word}` : word;
  });
  // To Obsidian, tags that differ in case are one.
  return [...new Map(plain.filter((tag) => tag !== '').map((tag) => [tag.toLowerCase(), tag])).values()];
}

const list = (items: readonly string[]): string => `[${items.map(yaml).join(', ')}]`;

/** Two lines of dashes with what is known of an article between them. */
export function frontMatter(article: ExportArticle): string {
  const authors = splitByline(article.byline);
  const updated = updatedDate(article);
  const lines = [
    `title: ${yaml(article.title)}`,
    ...(authors.length === 0 ? [] : [`author: ${list(authors)}`]),
    ...(article.url === null ? [] : [`source: ${yaml(article.url)}`]),
    `site: ${yaml(article.siteName ?? article.host)}`,
    ...(article.publishedAt === null ? [] : [`published: ${yaml(article.publishedAt)}`]),
    ...(updated === null ? [] : [`updated: ${yaml(updated)}`]),
    `saved: ${isoDay(article.savedAt)}`,
    ...(article.lang === null ? [] : [`language: ${yaml(article.lang)}`]),
    `tags: ${list(obsidianTags(article.tags))}`,
    ...(article.lists.length === 0 ? [] : [`lists: ${list(article.lists.map(listLine))}`]),
    `archived: ${article.archived}`,
    `favourite: ${article.favourite}`,
    `progress: ${Math.round(article.progress * 100) / 100}`,
    ...(article.finishedAt === null ? [] : [`finished: ${isoDay(article.finishedAt)}`]),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}
