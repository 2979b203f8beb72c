/** Front matter of a Markdown file (YAML 1.2), as Obsidian reads it. */
import { findUpdateDate } from '../../article/updated-date.ts';
import { type ExportArticle, formatListPath, toIsoDay } from './export-types.ts';
import { splitByline } from './person-names.ts';

/** Characters that JSON strings may contain, but YAML 1.2 (5.1) or 1.1 strings may not. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Writes a YAML string: a double-quoted one is a JSON string, except for a few characters. */
function writeYamlString(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Characters that Obsidian's tags must not contain: all except letters, digits, marks, pictographs, `_`, `-` and `/`.
 */
const INVALID_TAG_CHARACTERS = /(?:(?!\u200d|\ufe0f)[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-])+/gu;

/**
 * Converts tags to Obsidian's syntax: no spaces, and not only digits (its help suggests `y1984` for `1984`). A tag
 * without any valid character is omitted.
 */
export function toObsidianTags(tags: readonly string[]): string[] {
  const converted = tags.map((tag) => {
    const word = tag
      .replace(INVALID_TAG_CHARACTERS, '-')
      .replace(/-{2,}/g, '-')
      .replace(/-?\/[/-]*/g, '/')
      .replace(/^[-/]+|[-/]+$/g, '');
    return /^[\p{N}/-]+$/u.test(word) ? `y${word}` : word;
  });
  // Obsidian's tags are case-insensitive.
  return [...new Map(converted.filter((tag) => tag !== '').map((tag) => [tag.toLowerCase(), tag])).values()];
}

const writeYamlList = (items: readonly string[]): string => `[${items.map(writeYamlString).join(', ')}]`;

/** The metadata of an article between two lines of dashes. */
export function writeFrontMatter(article: ExportArticle): string {
  const authors = splitByline(article.byline);
  const updated = findUpdateDate(article);
  const lines = [
    `title: ${writeYamlString(article.title)}`,
    ...(authors.length === 0 ? [] : [`author: ${writeYamlList(authors)}`]),
    ...(article.url === null ? [] : [`source: ${writeYamlString(article.url)}`]),
    `site: ${writeYamlString(article.siteName ?? article.host)}`,
    ...(article.publishedAt === null ? [] : [`published: ${writeYamlString(article.publishedAt)}`]),
    ...(updated === null ? [] : [`updated: ${writeYamlString(updated)}`]),
    `saved: ${toIsoDay(article.savedAt)}`,
    ...(article.lang === null ? [] : [`language: ${writeYamlString(article.lang)}`]),
    `tags: ${writeYamlList(toObsidianTags(article.tags))}`,
    ...(article.lists.length === 0 ? [] : [`lists: ${writeYamlList(article.lists.map(formatListPath))}`]),
    `archived: ${article.archived}`,
    `favourite: ${article.favourite}`,
    `progress: ${Math.round(article.progress * 100) / 100}`,
    ...(article.finishedAt === null ? [] : [`finished: ${toIsoDay(article.finishedAt)}`]),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}
