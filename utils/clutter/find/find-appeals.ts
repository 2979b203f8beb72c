import { attributeOf } from '../../page/element-access.ts';
import { countDense } from '../../text/count-words.ts';
import { countBetween } from '../../text/positions.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { isFirstPerson, unquote } from '../phrases/read-cues.ts';
import type { Evidence } from './evidence.ts';
import { leadsToAccount } from './link-targets.ts';
import { nameBits } from './name-cues.ts';
import type { Survey } from './survey.ts';
import { TAG } from './tags.ts';

/** Finds boxes that appeal for money, by the payment methods in them, in any language. */

/** Maximum length of such a box, in characters. */
const APPEAL_LENGTH = 1000;
const MIN_WAYS = 2;
const MIN_AMOUNTS = 3;
/** Number of boxes examined around a payment method. */
const LEVELS = 8;
const MAX_READ_LENGTH = 420;
/** Maximum length of a label for buttons with amounts, in characters. */
const LABEL_LENGTH = 60;
const MOSTLY_LINK = 0.8;
const GIFTS = cueBits('donate', 'gift');

/** The smallest boxes that contain a whole appeal, as element numbers in document order. */
export function findAppeals(survey: Survey, evidence: Evidence): number[] {
  const { services, accounts, amounts } = evidence;
  const seeds = [...services.map(({ at }) => at), ...accounts, ...amounts];
  if (seeds.length < MIN_WAYS) return [];
  const found = new Set<number>();
  const looked = new Set<number>();
  for (const seed of seeds) {
    let at = seed;
    for (let level = 0; level < LEVELS && at >= 0; level++, at = survey.parents[at] ?? -1) {
      if (((survey.tags[at] ?? 0) & TAG.scaffold) !== 0 || lengthOf(survey, at) > APPEAL_LENGTH) break;
      if (found.has(at)) break;
      if (looked.has(at)) continue;
      looked.add(at);
      if (!isAppeal(survey, evidence, at)) continue;
      found.add(at);
      break;
    }
  }
  return [...found].sort((a, b) => a - b);
}

function* unitsIn({ textsBefore, ends }: Survey, at: number): Generator<number> {
  const end = textsBefore[ends[at] ?? at] ?? 0;
  for (let i = textsBefore[at] ?? 0; i < end; i++) yield i;
}

function lengthOf(survey: Survey, at: number): number {
  let length = 0;
  for (const i of unitsIn(survey, at)) {
    length += survey.units[i]?.length ?? 0;
    if (length > APPEAL_LENGTH) break;
  }
  return length;
}

/** Whether a box has several payment methods and a first-person text, or buttons with amounts and words for gifts. */
function isAppeal(survey: Survey, evidence: Evidence, at: number): boolean {
  const end = survey.ends[at] ?? at;
  const links = evidence.services.filter((way) => way.at >= at && way.at < end);
  const accounts = countBetween(evidence.accounts, at, end) > 0 ? 1 : 0;
  const ways = countServices(links) + accounts;
  const units = [...unitsIn(survey, at)];
  const gives = (i: number): boolean => ((evidence.cues[i] ?? 0) & GIFTS) !== 0;
  if (ways >= MIN_WAYS) {
    const own = units.filter((i) =>
      isFirstPerson(unquote(survey.units[i]?.text ?? '').slice(0, MAX_READ_LENGTH)),
    );
    if (own.length === 0 || own.some(gives)) return own.length > 0;
    // A report links to such accounts within sentences.
    return countServices(links.filter((link) => standsAlone(survey, link.at))) + accounts >= MIN_WAYS;
  }
  if (countBetween(evidence.amounts, at, end) < MIN_AMOUNTS) return false;
  if (ways > 0 || ((evidence.names[at] ?? 0) & nameBits('donate')) !== 0) return true;
  return (
    countBetween(evidence.features.get('linkDonate'), at, end) > 0 ||
    units.some((i) => gives(i) && (survey.units[i]?.length ?? 0) <= LABEL_LENGTH)
  );
}

const countServices = (links: readonly { service: string }[]): number =>
  new Set(links.map(({ service }) => service)).size;

/** Whether a link is outside of sentences: a text of its own, or an image. */
function standsAlone({ textsBefore, ends, parents, tags, units }: Survey, link: number): boolean {
  const first = textsBefore[link] ?? 0;
  if ((textsBefore[ends[link] ?? link] ?? 0) > first) return true;
  let around = parents[link] ?? -1;
  while (around >= 0 && ((tags[around] ?? 0) & TAG.inline) !== 0) around = parents[around] ?? -1;
  const unit = units[textsBefore[around] ?? 0];
  return unit === undefined || unit.at !== around || unit.linked >= unit.length * MOSTLY_LINK;
}

/** Finds tooltips about functions for members on the page's tools, by their links, in any language. */

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
