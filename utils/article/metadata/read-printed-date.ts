import { attributeOf, findAll } from '../../page/element-access.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import { readWords, toIsoDate } from './read-dates.ts';
import { around, classOf } from './read-visible-byline.ts';

const UPDATED =
  /\b(?:updated?|modified|aktualisiert|mis à jour|actualizado|aggiornato|aktualizacja|uppdaterad)\b/i;

/** A date printed near the headline. */
export interface PrintedDate {
  date: string;
  isUpdate: boolean;
}

/** Whether a `<time>` is marked as that of the last change, and not also as that of publication. */
function isUpdateTime(time: Element): boolean {
  const names = `${attributeOf(time, 'class')} ${attributeOf(time, 'itemprop')}`;
  return /updated|modified/i.test(names) && !/publish|created/i.test(names);
}

/** @returns the date a person sees by the headline; one that says "updated" only where there is no other */
export function readPrintedDate(model: BlockModel, headline: Block | null, root: Box): PrintedDate | null {
  let update: PrintedDate | null = null;
  for (const block of around(model, headline, root)) {
    if (block.prose > 100 || /©|copyright/i.test(block.text)) continue;
    const times = block.box.chars < 300 ? findAll(block.box.element, 'time[datetime]') : [];
    const time = times.find((one) => !isUpdateTime(one)) ?? times[0];
    const marked = time === undefined ? null : toIsoDate(attributeOf(time, 'datetime'));
    const date = marked ?? readWords(block.text);
    if (date === null) continue;
    const isUpdate =
      time !== undefined && times.length > 1
        ? isUpdateTime(time)
        : UPDATED.test(block.text) || /changed|updated|modified/i.test(classOf(block.box));
    if (!isUpdate) return { date, isUpdate };
    update ??= { date, isUpdate };
  }
  return update;
}
