/** Appeals for money that are one box: known by the ways to pay in it, in any language, whatever pleads beside them. */
import { countBetween } from '../../text/positions.ts';
import { unquote } from '../phrases/is-asking.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { saysOwn } from '../phrases/read-cues.ts';
import type { Evidence } from './evidence.ts';
import { nameBits } from './name-cues.ts';
import type { Survey } from './survey.ts';
import { TAG } from './tags.ts';

/** More text is no box with an appeal; in characters. */
const APPEAL_LENGTH = 1000;
const FEWEST_WAYS = 2;
const FEWEST_AMOUNTS = 3;
/** Boxes around a way to pay, from the inside. */
const LEVELS = 8;
const READ_LIMIT = 420;
/** What stands over buttons with amounts is no longer; in characters. */
const LABEL_LENGTH = 60;
const MOSTLY_LINK = 0.8;
const GIFTS = cueBits('donate', 'gift');

/** The smallest boxes that hold a whole appeal, by their numbers, in document order. */
export function findAppeals(survey: Survey, evidence: Evidence): number[] {
  const { services, accounts, amounts } = evidence;
  const seeds = [...services.map(({ at }) => at), ...accounts, ...amounts];
  if (seeds.length < FEWEST_WAYS) return [];
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

/** Several ways to pay, and whoever speaks means themselves; or buttons with amounts in a box for gifts. */
function isAppeal(survey: Survey, evidence: Evidence, at: number): boolean {
  const end = survey.ends[at] ?? at;
  const links = evidence.services.filter((way) => way.at >= at && way.at < end);
  const accounts = countBetween(evidence.accounts, at, end) > 0 ? 1 : 0;
  const ways = countServices(links) + accounts;
  const units = [...unitsIn(survey, at)];
  const gives = (i: number): boolean => ((evidence.cues[i] ?? 0) & GIFTS) !== 0;
  if (ways >= FEWEST_WAYS) {
    const own = units.filter((i) => saysOwn(unquote(survey.units[i]?.text ?? '').slice(0, READ_LIMIT)));
    if (own.length === 0 || own.some(gives)) return own.length > 0;
    // Whoever writes of somebody's accounts links them in a sentence.
    return countServices(links.filter((link) => standsAlone(survey, link.at))) + accounts >= FEWEST_WAYS;
  }
  if (countBetween(evidence.amounts, at, end) < FEWEST_AMOUNTS) return false;
  if (ways > 0 || ((evidence.names[at] ?? 0) & nameBits('donate')) !== 0) return true;
  return (
    countBetween(evidence.features.get('linkDonate'), at, end) > 0 ||
    units.some((i) => gives(i) && (survey.units[i]?.length ?? 0) <= LABEL_LENGTH)
  );
}

const countServices = (links: readonly { service: string }[]): number =>
  new Set(links.map(({ service }) => service)).size;

/** Whether a link is no part of a sentence: it has a text of its own, or a picture. */
function standsAlone({ textsBefore, ends, parents, tags, units }: Survey, link: number): boolean {
  const first = textsBefore[link] ?? 0;
  if ((textsBefore[ends[link] ?? link] ?? 0) > first) return true;
  let around = parents[link] ?? -1;
  while (around >= 0 && ((tags[around] ?? 0) & TAG.inline) !== 0) around = parents[around] ?? -1;
  const unit = units[textsBefore[around] ?? 0];
  return unit === undefined || unit.at !== around || unit.linked >= unit.length * MOSTLY_LINK;
}
