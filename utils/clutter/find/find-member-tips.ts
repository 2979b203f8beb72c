import { attributeOf } from '../../page/element-access.ts';
import { countCjkChars } from '../../text/count-words.ts';
import { countBetween } from '../../text/positions.ts';
import type { Evidence } from './evidence.ts';
import { leadsToAccount } from './link-targets.ts';
import { nameBits } from './name-cues.ts';
import type { Survey } from './survey.ts';
import { TAG } from './tags.ts';

const TIP_NAME = nameBits('tip');
/** Number of ancestors of a link that are examined. */
const MAX_TIP_LEVELS = 6;
/** Maximum length of a tooltip, in characters. */
const MAX_LENGTH = 300;
/** Minimum length of its unlinked text, in characters; characters of dense scripts such as Chinese count twice. */
const MIN_UNLINKED_LENGTH = 25;
/** Maximum number of links: to join, to sign in and to learn more. */
const MAX_LINKS = 3;
/** Maximum length of a link, in characters; longer ones are headlines. */
const MAX_LINK_LENGTH = 40;

/**
 * Finds tooltips with a few words and two or three links, one of which leads to an account. Walls have the same content, but
 * are in the text or over the page and are never named like tooltips.
 *
 * @returns the innermost elements with such names, as element numbers in document order
 */
export function findMemberTips(survey: Survey, evidence: Evidence): number[] {
  const found = new Set<number>();
  if (evidence.names.every((bits) => (bits & TIP_NAME) === 0)) return [];
  for (const link of evidence.links) {
    const element = survey.elements[link];
    if (element === undefined || !leadsToAccount(attributeOf(element, 'href'))) continue;
    let at = survey.parents[link] ?? -1;
    for (let level = 0; level < MAX_TIP_LEVELS && at >= 0 && !isTip(survey, evidence, at); level++)
      at = survey.parents[at] ?? -1;
    if (at >= 0 && isTip(survey, evidence, at) && offersMembership(survey, evidence, at)) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

function isTip({ tags }: Survey, { names }: Evidence, at: number): boolean {
  return ((names[at] ?? 0) & TIP_NAME) !== 0 && ((tags[at] ?? 0) & (TAG.inline | TAG.scaffold)) === 0;
}

function offersMembership({ units, unitsBefore, ends }: Survey, evidence: Evidence, at: number): boolean {
  const end = ends[at] ?? at;
  const links = countBetween(evidence.links, at, end);
  if (links < 2 || links > MAX_LINKS || countBetween(evidence.mediaAndFields, at, end) > 0) return false;
  let length = 0;
  let unlinkedLength = 0;
  for (let i = unitsBefore[at] ?? 0; i < (unitsBefore[end] ?? 0) && length <= MAX_LENGTH; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    length += unit.length;
    if (unit.linked === 0) unlinkedLength += unit.length + countCjkChars(unit.text);
    else if (unit.length > MAX_LINK_LENGTH || unit.linked < unit.length) return false;
  }
  return length <= MAX_LENGTH && unlinkedLength >= MIN_UNLINKED_LENGTH;
}
