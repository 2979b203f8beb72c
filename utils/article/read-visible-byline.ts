import type { Choice } from './choose-blocks.ts';
import { HINT } from './class-hints.ts';
import { cleanByline, cleanName } from './clean-byline.ts';
import { attributeOf, findAllIn } from './dom-access.ts';
import type { BlockModel, Box } from './read-blocks.ts';
import { readWords, toIsoDate } from './read-dates.ts';

const BYLINE_TEXT =
  /^(?:(?:written|posted|published|story|words|text|reported|reviewed) )?(?:by|von|par|por|di|door|av|af|przez|autor(?:ka|e)?|author|auteur|作者|文)[\s:：]+\S/i;
/** A byline stands within this many blocks of the headline. */
const NEAR = 12;

/** @returns the printed byline near the headline, and the element it stands in */
export function readVisibleByline(
  model: BlockModel,
  choice: Choice,
  root: Box,
): { name: string; element: Element } | null {
  const start = choice.headline?.index ?? root.first - 1;
  for (const block of model.blocks.slice(start + 1, start + 1 + NEAR)) {
    if (block.text.length > 160) continue;
    const named =
      (block.box.hints & HINT.meta) !== 0 && /author|byline/i.test(attributeOf(block.box.element, 'class'));
    if (!named && !BYLINE_TEXT.test(block.text)) continue;
    const name = named ? cleanByline([block.text]) : cleanName(block.text);
    if (name !== null && (named || /\p{Lu}|\p{Lo}/u.test(name))) return { name, element: block.box.element };
  }
  return null;
}

/** @returns the first date printed or marked up near the headline, ISO 8601 */
export function readVisibleDate(document_: Document, model: BlockModel, choice: Choice): string | null {
  for (const time of findAllIn(document_, 'time[datetime], [itemprop="datePublished"]')) {
    const stated = attributeOf(time, 'datetime') || attributeOf(time, 'content');
    const date = toIsoDate(stated);
    if (date !== null) return date;
  }
  const start = choice.headline?.index ?? 0;
  for (const block of model.blocks.slice(Math.max(0, start - 4), start + 1 + NEAR)) {
    if (block.text.length > 160) continue;
    const date = readWords(block.text);
    if (date !== null) return date;
  }
  return null;
}
