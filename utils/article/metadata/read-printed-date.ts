import { attributeOf, findAll } from '../../page/element-access.ts';
import { HINT } from '../body/class-hints.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import type { DayOrder } from './day-order.ts';
import { findDate, findShortYearDate, toIsoDate } from './read-dates.ts';
import { classWordsOf, listBlocksNear } from './read-visible-byline.ts';

const UPDATE_WORD =
  /(?<![\p{L}])(?:updated?|modified|revised|aktualisiert|mise? à jour|actualizad[oa]|aggiornat[oa]|aktualizacja|zaktualizowano|aktualizováno|uppdatera[dt]|oppdatert|opdateret|bijgewerkt|atualizad[oa]|обновлен[оа]?|оновлен[оа]?|تحديث)(?![\p{L}])|更新/iu;
const DATE_LABEL =
  /^(?:date|datum|fecha|data|дата|published|veröffentlicht|erschienen|publié|publicado|pubblicato|opublikowano|gepubliceerd)(?: (?:on|am|le|el|il|em|op))?\s*:?\s*(?=\d|\p{L}{3,12}\.? \d)/iu;
const MAX_LABELLED_LENGTH = 60;
/** Maximum distance of a list of facts from the end of the article, in blocks. */
const MAX_BLOCKS_AFTER_END = 30;
/** Maximum prose of a line with a date (characters), and maximum number of longer paragraphs between headline and date. */
const MAX_LINE_LENGTH = 100;
const MAX_PARAGRAPHS = 3;
/** Maximum text in the box of a line, in characters. */
const MAX_BOX_LENGTH = 300;
/** Minimum share of links in a linked line. */
const MIN_LINKED_SHARE = 0.9;
/** Maximum length of a linked line without the date, in characters; longer ones are titles of other articles. */
const MAX_LINK_TEXT_LENGTH = 30;

/** A date near the headline, or after a label below the text. */
export interface PrintedDate {
  /** ISO 8601; an ambiguous date is read in the order of the region. */
  date: string;
  /** The other reading of an ambiguous date, or null. */
  alternative: string | null;
  isUpdate: boolean;
}

/** The dates printed on the page. */
export interface PrintedDates {
  published: PrintedDate | null;
  /** The date of the last modification (ISO 8601), if it is marked as such. */
  updated: string | null;
}

/** Whether a `<time>` is marked as the date of modification, and not also as that of publication. */
function isUpdateTime(time: Element): boolean {
  const names = `${attributeOf(time, 'class')} ${attributeOf(time, 'itemprop')}`;
  return /updated|modified/i.test(names) && !/publish|created/i.test(names);
}

const findAnyDate = (text: string, order: DayOrder): string | null =>
  findDate(text, order) ?? findShortYearDate(text, order);

/** The `<time>` elements of a line. */
const listTimes = ({ box }: Block): Element[] =>
  box.chars < MAX_BOX_LENGTH ? findAll(box.element, 'time[datetime]') : [];

/** Reads the date of modification in a line: in a `<time>` marked as such, or after a word such as "updated". */
function readUpdate(block: Block, times: readonly Element[], order: DayOrder): string | null {
  const time = times.find(isUpdateTime);
  if (time !== undefined) return toIsoDate(attributeOf(time, 'datetime'), order);
  const word = UPDATE_WORD.exec(block.text);
  return word === null ? null : findAnyDate(block.text.slice(word.index), order);
}

function readBlock(block: Block, times: readonly Element[], order: DayOrder): PrintedDate | null {
  const time = times.find((candidate) => !isUpdateTime(candidate)) ?? times[0];
  const dateInTime = time === undefined ? null : toIsoDate(attributeOf(time, 'datetime'), order);
  // "4 March 2025, updated 25 January 2026" contains both.
  const textBefore = block.text.slice(0, UPDATE_WORD.exec(block.text)?.index);
  const hasBoth = textBefore !== block.text && findAnyDate(textBefore, order) !== null;
  const text = hasBoth ? textBefore : block.text;
  const date = dateInTime ?? findAnyDate(text, order);
  if (date === null) return null;
  const other = dateInTime === null ? findAnyDate(text, order === 'day' ? 'month' : 'day') : null;
  const isUpdate =
    time !== undefined && times.length > 1
      ? isUpdateTime(time)
      : UPDATE_WORD.test(text) || (!hasBoth && /changed|updated|modified/i.test(classWordsOf(block.box)));
  return { date, alternative: other === date ? null : other, isUpdate };
}

const isLinked = ({ text, linkChars }: Block): boolean => linkChars >= text.length * MIN_LINKED_SHARE;

/** Whether a line is the title of another article with its date, or belongs to a comment. */
const belongsToOther = (block: Block): boolean =>
  (isLinked(block) && block.text.replace(/[\d./:-]/g, '').length > MAX_LINK_TEXT_LENGTH) ||
  (block.box.hints & HINT.comment) !== 0;

/** Returns the index of the last block in which dates are searched. */
function findSearchEnd({ blocks }: BlockModel, start: number): number {
  let paragraphCount = 0;
  let at = start;
  while (at < blocks.length && paragraphCount < MAX_PARAGRAPHS)
    if ((blocks[at++]?.prose ?? 0) > MAX_LINE_LENGTH) paragraphCount++;
  return at;
}

/**
 * Reads the visible dates near the headline. Dates of updates, and linked dates, which may belong to another article, are used
 * as the date of publication only if there is no other.
 */
export function readPrintedDates(
  model: BlockModel,
  headline: Block | null,
  root: Box,
  order: DayOrder,
): PrintedDates {
  let update: PrintedDate | null = null;
  let published: PrintedDate | null = null;
  let updated: string | null = null;
  let linked: PrintedDate | null = null;
  const lastIndex = findSearchEnd(model, headline?.index ?? root.first);
  for (const block of listBlocksNear(model, headline, root)) {
    if (block.index > lastIndex) continue;
    if (block.prose > MAX_LINE_LENGTH || /©|copyright/i.test(block.text) || belongsToOther(block)) continue;
    if (updated !== null && published !== null) break;
    const times = listTimes(block);
    updated ??= readUpdate(block, times, order);
    const found: PrintedDate | null = published === null ? readBlock(block, times, order) : null;
    if (found === null) continue;
    if (found.isUpdate) update ??= found;
    else if (isLinked(block)) linked ??= found;
    else published = found;
  }
  return { published: published ?? linked ?? readLabelledDate(model, root, order) ?? update, updated };
}

/** Reads "Date 04.03.2025" in a list of facts below the text. */
function readLabelledDate({ blocks }: BlockModel, root: Box, order: DayOrder): PrintedDate | null {
  for (const block of blocks.slice(root.end, root.end + MAX_BLOCKS_AFTER_END)) {
    if (block.text.length > MAX_LABELLED_LENGTH || !DATE_LABEL.test(block.text) || belongsToOther(block))
      continue;
    const found = readBlock(block, listTimes(block), order);
    if (found !== null) return found;
  }
  return null;
}
