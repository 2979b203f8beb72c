/** Reads fields in notations that only one product has. */
import { decodeHTML } from 'entities';
import { formatListPath } from '../../export/export-types.ts';
import { toListPaths, toPlainText, toPlainTextOrNull } from '../../web-address.ts';
import type { ListPath } from '../import-types.ts';
import { htmlToText } from './html-text.ts';
import { getField, toArray } from './json-elements.ts';
import { parseNames, parseTime, toFirstText } from './read-fields.ts';
import type { Row } from './rows.ts';

const INSTAPAPER_FOLDERS = ['unread', 'archive', 'starred'];

/** Instapaper: a folder, unless it stands for a state. */
export function readInstapaperLists(folder: unknown): ListPath[] {
  const name = toFirstText(folder);
  return INSTAPAPER_FOLDERS.includes(name.toLowerCase()) ? [] : toListPaths([name]);
}

/** Placeholders of wallabag 2 and 1 for a text that could not be fetched, and for its title. */
const TEXT_PLACEHOLDER =
  /^\s*(?:<[^>]*>\s*)*(?:wallabag can(?:'|’|&#0?39;)t retrieve contents for this article|\[unable to retrieve full-text content\])/i;
const TITLE_PLACEHOLDER = /^(?:no title found|untitled)$/i;

export function readWallabagTitle(value: unknown): string {
  const title = toFirstText(value);
  return TITLE_PLACEHOLDER.test(title.trim()) ? '' : title;
}

/** The text is always HTML: `mimetype` is that of the original page, and often empty. */
export function readWallabagText(value: unknown): string | null {
  const html = toFirstText(value);
  return html === '' || TEXT_PLACEHOLDER.test(html.slice(0, 2000)) ? null : html;
}

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/;

/** wallabag's CSV: `31/01/2024 09:12:00`, day first, and twelve-hour times without a.m. or p.m. */
export const readWallabagTime = (date: unknown): number | null =>
  parseTime(toFirstText(date).replace(DAY_FIRST, '$3-$2-$1 $4'));

/** Paths of lists in our own exports; wallabag has none. */
export function readWallabagLists(value: unknown): ListPath[] {
  const paths = toArray(value).map((path) => toArray(path).map(toPlainText));
  return paths.map((path) => path.filter((name) => name !== '')).filter((path) => path.length > 0);
}

/** Tags: strings, objects with a label, or one string. In our own exports, the lists follow as additional tags. */
export function readWallabagTags(value: unknown, row: Row): string[] {
  const [tags, lists] = [parseNames(value, ','), readWallabagLists(row('lists'))];
  const tagCount = tags.length - lists.length;
  return lists.every((path, i) => tags[tagCount + i] === formatListPath(path))
    ? tags.slice(0, tagCount)
    : tags;
}

/** Raindrop.io's folder of bookmarks without a folder. */
const UNSORTED_FOLDER = /^unsorted$/i;

/**
 * Raindrop.io has two formats:
 *
 * - its export, with ids and folders such as `Outer / Inner`, in which a slash without spaces is part of a name;
 * - the format of its import, without ids and with folders such as `Outer/Inner`.
 */
export function readRaindropLists(folder: unknown, row: Row): ListPath[] {
  const parts = toFirstText(folder).split(row('id') === undefined ? /\// : / +\/ +/);
  const path = parts.flatMap((name) => name.trim() || []);
  return path.length === 0 || (path.length === 1 && UNSORTED_FOLDER.test(path[0] ?? '')) ? [] : [path];
}

/** `user/1005921515/label/Harbours`, `user/-/state/com.google/starred`; other categories come from the feed. */
const LABEL_CATEGORY = /^user\/[^/]*\/label\/(.+)$/s;
const STARRED_CATEGORY = /^user\/[^/]*\/state\/[^/]+\/starred$/;

export const hasStarredCategory = (categories: unknown): boolean =>
  parseNames(categories).some((name) => STARRED_CATEGORY.test(name));

export const readLabelCategories = (categories: unknown): string[] =>
  parseNames(categories).flatMap((name) => LABEL_CATEGORY.exec(name)?.[1] ?? []);

/** The first address in a list of links. */
export const readFirstLink = (links: unknown): string =>
  toArray(links)
    .map((link) => toFirstText(getField(link, 'href')))
    .find(Boolean) ?? '';

/** A timestamp as ISO 8601. */
export function readIsoTime(value: unknown): string | null {
  const time = parseTime(value);
  return time === null ? null : new Date(time).toISOString();
}

/** Minimum length of an article in a feed, in characters; shorter content is a summary. */
const MIN_TEXT_LENGTH = 1000;

const isFeedSummary = (text: string): boolean => text.length < MIN_TEXT_LENGTH;

const toFeedText = (html: unknown): string => toPlainText(htmlToText(toFirstText(html)));

/** The content of an item in a feed if it is only a summary. */
export function readFeedSummary(html: unknown): string | null {
  const text = toFeedText(html);
  return isFeedSummary(text) ? text || null : null;
}

/** The content of an item in a feed if it is the whole article. */
export const readFeedText = (html: unknown): string | null =>
  isFeedSummary(toFeedText(html)) ? null : toFirstText(html);

/** FreshRSS keeps titles and names, and Linkwarden titles, with `&`, `<`, `>` and quotation marks escaped. */
export const readEscapedText = (value: unknown): string => decodeHTML(toFirstText(value));

export const readEscapedLine = (value: unknown): string | null =>
  toPlainTextOrNull(decodeHTML(toPlainText(value)));
