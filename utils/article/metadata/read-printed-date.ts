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
const LONGEST_LABELLED = 60;
/** Lists of facts under an article stand within this many blocks of its end. */
const AFTER_END = 30;
/** More characters of running text are a paragraph; a date stands by the headline, and not behind several of them. */
const LONGEST_LINE = 100;
const MOST_PARAGRAPHS = 3;
const LINKED = 0.9;
/** What a link says beside the date; longer ones are titles of other stories. */
const LONGEST_BESIDE = 30;

/** A date printed near the headline, or after a label under the text. */
export interface PrintedDate {
  /** As the region reads it. */
  date: string;
  /** What else figures alone can mean. */
  otherwise: string | null;
  isUpdate: boolean;
}

/** What is printed near the headline of when the article was written. */
export interface PrintedDates {
  published: PrintedDate | null;
  /** The day of the last change, where a line says that it is one. ISO 8601. */
  updated: string | null;
}

/** Whether a `<time>` is marked as that of the last change, and not also as that of publication. */
function isUpdateTime(time: Element): boolean {
  const names = `${attributeOf(time, 'class')} ${attributeOf(time, 'itemprop')}`;
  return /updated|modified/i.test(names) && !/publish|created/i.test(names);
}

const read = (text: string, order: DayOrder): string | null =>
  readWords(text, order) ?? readShortYear(text, order);

/** The day behind "updated" in a line, or in a `<time>` that is marked as that of the last change. */
function readUpdate(block: Block, order: DayOrder): string | null {
  const times = block.box.chars < 300 ? findAll(block.box.element, 'time[datetime]') : [];
  const time = times.find(isUpdateTime);
  if (time !== undefined) return toIsoDate(attributeOf(time, 'datetime'), order);
  const word = UPDATED.exec(block.text);
  return word === null ? null : read(block.text.slice(word.index), order);
}

function readBlock(block: Block, order: DayOrder): PrintedDate | null {
  const times = block.box.chars < 300 ? findAll(block.box.element, 'time[datetime]') : [];
  const time = times.find((one) => !isUpdateTime(one)) ?? times[0];
  const marked = time === undefined ? null : toIsoDate(attributeOf(time, 'datetime'), order);
  // "4 March 2025, updated 25 January 2026" names both.
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

/** Whether it is the title of another story, with its date. */
const isOthers = (block: Block): boolean =>
  (isLinked(block) && block.text.replace(/[\d./:-]/g, '').length > LONGEST_BESIDE) ||
  (block.box.hints & HINT.comment) !== 0;

/** The block that ends the lines by the headline. */
function endOfHead({ blocks }: BlockModel, start: number): number {
  let passed = 0;
  let at = start;
  while (at < blocks.length && passed < MOST_PARAGRAPHS)
    if ((blocks[at++]?.prose ?? 0) > LONGEST_LINE) passed++;
  return at;
}

/**
 * The dates a person sees by the headline. One that says "updated" counts as that of publication only where there is no
 * other, and so does one that is a link: it may be another story's.
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
    if (block.prose > LONGEST_LINE || /©|copyright/i.test(block.text) || isOthers(block)) continue;
    updated ??= readUpdate(block, order);
    const found: PrintedDate | null = published === null ? readBlock(block, order) : null;
    if (found === null) continue;
    if (found.isUpdate) update ??= found;
    else if (isLinked(block)) linked ??= found;
    else published = found;
  }
  return { published: published ?? linked ?? readLabelledDate(model, root, order) ?? update, updated };
}

/** "Date 04.03.2025", in a list of facts under the text. */
function readLabelledDate({ blocks }: BlockModel, root: Box, order: DayOrder): PrintedDate | null {
  for (const block of blocks.slice(root.end, root.end + AFTER_END)) {
    if (block.text.length > LONGEST_LABELLED || !DATE_LABEL.test(block.text) || isOthers(block)) continue;
    const found = readBlock(block, order);
    if (found !== null) return found;
  }
  return null;
}
