import { attributeOf, closestTo, nameOf, readAttribute } from '../../page/element-access.ts';
import { countBetween } from '../../text/positions.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import type { Article } from './article-elements.ts';
import type { PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';

/** Whether pressing a control would do more than close, such as submit a form or navigate, as `#/` does in applications. */
export function goesElsewhere(control: Element): boolean {
  if (nameOf(control) === 'a')
    return /^(?!#(?![/!])|javascript:|$)/i.test(attributeOf(control, 'href').trim());
  const type = readAttribute(control, 'type')?.toLowerCase() ?? '';
  if (nameOf(control) === 'input') return type !== 'button';
  const sends = nameOf(control) === 'button' && type !== 'button' && type !== 'reset';
  const form = sends ? closestTo(control, 'form') : null;
  // A form with method "dialog" only closes its dialog.
  return form !== null && readAttribute(form, 'method')?.toLowerCase() !== 'dialog';
}

/** Minimum running text of an article that is more than its beginning, in characters. */
const WHOLE_ARTICLE = 600;
/** Maximum length of a control's words, in characters. */
const MAX_CONTROL = 30;

/** Returns a function that tells whether the reader can dismiss a box and read on; each box is checked once. */
export function passableFinder(page: PageModel, { prose }: Article): (box: number) => boolean {
  const known = new Map<number, boolean>();
  return (box) => {
    const isPassable = known.get(box) ?? (prose >= WHOLE_ARTICLE && canReadOn(page, box));
    known.set(box, isPassable);
    return isPassable;
  };
}

/**
 * Whether a box has a control to read on, beside another for what it asks. A field that no form sends may be sent by that
 * control.
 */
function canReadOn({ survey, evidence }: PageModel, box: number): boolean {
  const boxEnd = survey.ends[box] ?? box;
  const fields = evidence.features.get('textField') ?? [];
  if (fields.some((at) => at >= box && at < boxEnd && !isInForm(survey.elements[at]))) return false;
  const end = survey.textsBefore[boxEnd] ?? 0;
  for (let i = survey.textsBefore[box] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    if (unit === undefined || unit.length > MAX_CONTROL || unit.linked < unit.length) continue;
    if (!hasCue(evidence.cues[i] ?? 0, 'related')) continue;
    const unitEnd = survey.ends[unit.at] ?? unit.at + 1;
    const others = countBetween(evidence.ways, box, boxEnd) - countBetween(evidence.ways, unit.at, unitEnd);
    const control = survey.elements
      .slice(unit.at, unitEnd)
      .find((_, n) => isControl(survey.tags[unit.at + n]));
    if (others > 0 && control !== undefined && !goesElsewhere(control)) return true;
  }
  return false;
}

const isControl = (tag = 0): boolean => (tag & (TAG.link | TAG.button)) !== 0;

const isInForm = (field: Element | undefined): boolean =>
  field !== undefined && closestTo(field, 'form') !== null;
