import { attributeOf } from '../../page/element-access.ts';
import { countDense } from '../../text/count-words.ts';
import { countBetween } from '../../text/positions.ts';
import type { Evidence } from './evidence.ts';
import { leadsToAccount } from './link-targets.ts';
import { nameBits } from './name-cues.ts';
import type { Survey } from './survey.ts';
import { TAG } from './tags.ts';

const TIP = nameBits('tip');
/** Number of boxes examined around a link. */
const TIP_LEVELS = 6;
/** Maximum length of a tooltip, in characters. */
const MAX_LENGTH = 300;
/** Minimum length of its text beside links, in characters, those of dense scripts twice. */
const MIN_SAID = 25;
/** To join, to sign in and to learn more. */
const MAX_LINKS = 3;
/** Maximum length of a link, in characters; longer ones are headlines. */
const MAX_LINK = 40;

/**
 * Finds tooltips with a few words and two or three buttons, one of which leads to an account. Walls have the same content,
 * but are in the text or over the page, and are never named tooltips.
 *
 * @returns the innermost elements with such names, as element numbers in document order
 */
export function findMemberTips(survey: Survey, evidence: Evidence): number[] {
  const found = new Set<number>();
  if (evidence.names.every((bits) => (bits & TIP) === 0)) return [];
  for (const link of evidence.links) {
    const element = survey.elements[link];
    if (element === undefined || !leadsToAccount(attributeOf(element, 'href'))) continue;
    let at = survey.parents[link] ?? -1;
    for (let level = 0; level < TIP_LEVELS && at >= 0 && !isTip(survey, evidence, at); level++)
      at = survey.parents[at] ?? -1;
    if (at >= 0 && isTip(survey, evidence, at) && isForMembers(survey, evidence, at)) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

function isTip({ tags }: Survey, { names }: Evidence, at: number): boolean {
  return ((names[at] ?? 0) & TIP) !== 0 && ((tags[at] ?? 0) & (TAG.inline | TAG.scaffold)) === 0;
}

function isForMembers({ units, textsBefore, ends }: Survey, evidence: Evidence, at: number): boolean {
  const end = ends[at] ?? at;
  const links = countBetween(evidence.links, at, end);
  if (links < 2 || links > MAX_LINKS || countBetween(evidence.things, at, end) > 0) return false;
  let length = 0;
  let said = 0;
  for (let i = textsBefore[at] ?? 0; i < (textsBefore[end] ?? 0) && length <= MAX_LENGTH; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    length += unit.length;
    if (unit.linked === 0) said += unit.length + countDense(unit.text);
    else if (unit.length > MAX_LINK || unit.linked < unit.length) return false;
  }
  return length <= MAX_LENGTH && said >= MIN_SAID;
}
