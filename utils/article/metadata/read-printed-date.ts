import { attributeOf, findAll } from '../../page/element-access.ts';
import { HINT } from '../body/class-hints.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import type { DayOrder } from './day-order.ts';
import { readShortYear, readWords, toIsoDate } from './read-dates.ts';
import { around, classOf } from './read-visible-byline.ts';

const UPDATED =
  /(?<![\p{L}])(?:updated?|modified|revised|aktualisiert|mise? à jour|actualizad[oa]|aggiornat[oa]|aktualizacja|zaktualizowano|aktualizováno|uppdatera[dt]|oppdatert|opdateret|bijgewerkt|atualizad[oa]|обновлен[оа]?|оновлен[оа]?|تحديث)(?![\p{L}])|更新/iu;
const DATE_LABEL =
  /^(?:date|datum|fecha|data|дата|published|veröffentlicht|erschienen|publié|publicado|pubblicato|opublikowano|gepubliceerd)(?: (?:on|am|le|el|il|em|op))?\s*:?\s*(?=\d|\p{L}{3,12}\.? \d)/iu;
const MAX_LABELLED_LENGTH = 60;
/** Maximum distance of a list of facts from the end of the article, in blocks. */
const AFTER_END = 30;
/** Maximum length of a line with a date; and number of paragraphs between it and the headline. */
const MAX_LINE_LENGTH = 100;
const MAX_PARAGRAPHS = 3;
/** Maximum text of a line's box, in characters. */
const MAX_BOX_LENGTH = 300;
const LINKED = 0.9;
/** Maximum length of a link's text beside the date; longer ones are titles of other stories. */
const MAX_BESIDE_LENGTH = 30;

/** A date near the headline, or after a label below the text. */
export interface PrintedDate {
  /** As read by the order of the region. */
  date: string;
  /** The alternative reading of an ambiguous date. */
  otherwise: string | null;
  isUpdate: boolean;
}

/** The dates printed near the headline. */
export interface PrintedDates {
  published: PrintedDate | null;
  /** The day of the last modification, if marked as such. ISO 8601. */
  updated: string | null;
}

/** Whether a `<time>` is marked as the modification, and not also as the publication. */
function isUpdateTime(time: Element): boolean {
  const names = `${attributeOf(time, 'class')} ${attributeOf(time, 'itemprop')}`;
  return /updated|modified/i.test(names) && !/publish|created/i.test(names);
}

const read = (text: string, order: DayOrder): string | null =>
  readWords(text, order) ?? readShortYear(text, order);

/** The `<time>` elements of a line. */
const timesOf = ({ box }: Block): Element[] =>
  box.chars < MAX_BOX_LENGTH ? findAll(box.element, 'time[datetime]') : [];

/** The day after "updated" in a line, or in a `<time>` marked as the modification. */
function readUpdate(block: Block, times: readonly Element[], order: DayOrder): string | null {
  const time = times.find(isUpdateTime);
  if (time !== undefined) return toIsoDate(attributeOf(time, 'datetime'), order);
  const word = UPDATED.exec(block.text);
  return word === null ? null : read(block.text.slice(word.index), order);
}

function readBlock(block: Block, times: readonly Element[], order: DayOrder): PrintedDate | null {
  const time = times.find((one) => !isUpdateTime(one)) ?? times[0];
  const marked = time === undefined ? null : toIsoDate(attributeOf(time, 'datetime'), order);
  // "4 March 2025, updated 25 January 2026" contains both.
  const before = block.text.slice(0, UPDATED.exec(block.text)?.index);
  const hasBoth = before !== block.text && read(before, order) !== null;
  const text = hasBoth ? before : block.text;
  const date = marked ?? read(text, order);
  if (date === null) return null;
  const other = marked === null ? read(text, order === 'day' ? 'month' : 'day') : null;
  const isUpdate =
    time !== undefined && times.length > 1
      ? isUpdateTime(time)
      : UPDATED.test(text) || (!hasBoth && /changed|updated|modified/i.test(classOf(block.box)));
  return { date, otherwise: other === date ? null : other, isUpdate };
}

const isLinked = ({ text, linkChars }: Block): boolean => linkChars >= text.length * LINKED;

/** Whether it is the title of another story with its date. */
const isOthers = (block: Block): boolean =>
  (isLinked(block) && block.text.replace(/[\d./:-]/g, '').length > MAX_BESIDE_LENGTH) ||
  (block.box.hints & HINT.comment) !== 0;

/** The block after the lines that belong to the headline. */
function endOfHead({ blocks }: BlockModel, start: number): number {
  let passed = 0;
  let at = start;
  while (at < blocks.length && passed < MAX_PARAGRAPHS)
    if ((blocks[at++]?.prose ?? 0) > MAX_LINE_LENGTH) passed++;
  return at;
}

/**
 * The visible dates by the headline. Dates of updates and linked dates, which may belong to another story, count as the
 * publication only if there is no other.
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
  const farthest = endOfHead(model, headline?.index ?? root.first);
  for (const block of around(model, headline, root)) {
    if (block.index > farthest) continue;
    if (block.prose > MAX_LINE_LENGTH || /©|copyright/i.test(block.text) || isOthers(block)) continue;
    if (updated !== null && published !== null) break;
    const times = timesOf(block);
    updated ??= readUpdate(block, times, order);
    const found: PrintedDate | null = published === null ? readBlock(block, times, order) : null;
    if (found === null) continue;
    if (found.isUpdate) update ??= found;
    else if (isLinked(block)) linked ??= found;
    else published = found;
  }
  return { published: published ?? linked ?? readLabelledDate(model, root, order) ?? update, updated };
}

/** "Date 04.03.2025" in a list of facts below the text. */
function readLabelledDate({ blocks }: BlockModel, root: Box, order: DayOrder): PrintedDate | null {
  for (const block of blocks.slice(root.end, root.end + AFTER_END)) {
    if (block.text.length > MAX_LABELLED_LENGTH || !DATE_LABEL.test(block.text) || isOthers(block)) continue;
    const found = readBlock(block, timesOf(block), order);
    if (found !== null) return found;
  }
  return null;
}
