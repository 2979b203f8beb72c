import { attributeOf, findClosest, getAttribute, localNameOf } from '../../page/element-access.ts';
import { countBetween } from '../../text/positions.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import type { Article } from './article-elements.ts';
import type { PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';

/** Whether clicking a control would do more than close something: submit a form, or navigate (as `#/` in web apps). */
export function submitsOrNavigates(control: Element): boolean {
  if (localNameOf(control) === 'a')
    return /^(?!#(?![/!])|javascript:|$)/i.test(attributeOf(control, 'href').trim());
  const type = getAttribute(control, 'type')?.toLowerCase() ?? '';
  if (localNameOf(control) === 'input') return type !== 'button';
  const canSubmit = localNameOf(control) === 'button' && type !== 'button' && type !== 'reset';
  const form = canSubmit ? findClosest(control, 'form') : null;
  // A form with method "dialog" only closes its dialog.
  return form !== null && getAttribute(form, 'method')?.toLowerCase() !== 'dialog';
}

/** Minimum length of a complete article's running text, in characters; less may be only its beginning. */
const MIN_COMPLETE_ARTICLE = 600;
/** Maximum length of a control's words, in characters. */
const MAX_CONTROL_LENGTH = 30;

/** Returns a function that tells whether the user can dismiss a box and read on. Each box is checked once. */
export function createPassableCheck(page: PageModel, { proseLength }: Article): (box: number) => boolean {
  const cache = new Map<number, boolean>();
  return (box) => {
    const isPassable = cache.get(box) ?? (proseLength >= MIN_COMPLETE_ARTICLE && canReadOn(page, box));
    cache.set(box, isPassable);
    return isPassable;
  };
}

/**
 * Whether a box has a control to read on, and another control for what it asks. A text field outside of any form makes this
 * uncertain, because the first control could submit it.
 */
function canReadOn({ survey, evidence }: PageModel, box: number): boolean {
  const boxEnd = survey.ends[box] ?? box;
  const fields = evidence.features.get('textField') ?? [];
  if (fields.some((at) => at >= box && at < boxEnd && !isInForm(survey.elements[at]))) return false;
  const end = survey.unitsBefore[boxEnd] ?? 0;
  for (let i = survey.unitsBefore[box] ?? 0; i < end; i++) {
    const unit = survey.units[i];
    if (unit === undefined || unit.length > MAX_CONTROL_LENGTH || unit.linked < unit.length) continue;
    if (!hasCue(evidence.cues[i] ?? 0, 'related')) continue;
    const unitEnd = survey.ends[unit.at] ?? unit.at + 1;
    const otherActions =
      countBetween(evidence.actions, box, boxEnd) - countBetween(evidence.actions, unit.at, unitEnd);
    const control = survey.elements
      .slice(unit.at, unitEnd)
      .find((_, n) => isControl(survey.tags[unit.at + n]));
    if (otherActions > 0 && control !== undefined && !submitsOrNavigates(control)) return true;
  }
  return false;
}

const isControl = (tag = 0): boolean => (tag & (TAG.link | TAG.button)) !== 0;

const isInForm = (field: Element | undefined): boolean =>
  field !== undefined && findClosest(field, 'form') !== null;
