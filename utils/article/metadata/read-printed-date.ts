import { attributeOf, findAll } from '../../page/element-access.ts';
import { HINT } from '../body/class-hints.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import type { DayOrder } from './day-order.ts';
import { readShortYear, readWords, toIsoDate } from './read-dates.ts';
import { around, classOf } from './read-visible-byline.ts';

const UPDATED =
  /\b(?:updated?|modified|aktualisiert|mis à jour|actualizado|aggiornato|aktualizacja|uppdaterad|oppdatert|bijgewerkt|atualizado)\b/i;
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

/** Whether a `<time>` is marked as that of the last change, and not also as that of publication. */
function isUpdateTime(time: Element): boolean {
  const names = `${attributeOf(time, 'class')} ${attributeOf(time, 'itemprop')}`;
  return /updated|modified/i.test(names) && !/publish|created/i.test(names);
}

const read = (text: string, order: DayOrder): string | null =>
  readWords(text, order) ?? readShortYear(text, order);

function readBlock(block: Block, order: DayOrder): PrintedDate | null {
  const times = block.box.chars < 300 ? findAll(block.box.element, 'time[datetime]') : [];
  const time = times.find((one) => !isUpdateTime(one)) ?? times[0];
  const marked = time === undefined ? null : toIsoDate(attributeOf(time, 'datetime'), order);
  const date = marked ?? read(block.text, order);
  if (date === null) return null;
  const other = marked === null ? read(block.text, order === 'day' ? 'month' : 'day') : null;
  const isUpdate =
    time !== undefined && times.length > 1
      ? isUpdateTime(time)
      : UPDATED.test(block.text) || /changed|updated|modified/i.test(classOf(block.box));
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
 * The date a person sees by the headline. One that says "updated" counts only where there is no other, and so does one
 * that is a link: it may be another story's.
 */
export function readPrintedDate(
  model: BlockModel,
  headline: Block | null,
  root: Box,
  order: DayOrder,
): PrintedDate | null {
  let update: PrintedDate | null = null;
  let linked: PrintedDate | null = null;
  const farthest = endOfHead(model, headline?.index ?? root.first);
  for (const block of around(model, headline, root)) {
    if (block.index > farthest) continue;
    if (block.prose > LONGEST_LINE || /©|copyright/i.test(block.text) || isOthers(block)) continue;
    const found = readBlock(block, order);
    if (found === null) continue;
    if (found.isUpdate) update ??= found;
    else if (isLinked(block)) linked ??= found;
    else return found;
  }
  return linked ?? readLabelledDate(model, root, order) ?? update;
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
