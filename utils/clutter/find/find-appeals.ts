/** Appeals for money that are one box: known by the ways to pay in it, in any language, whatever pleads beside them. */
import { countBetween } from '../../text/positions.ts';
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
  const services = new Set(
    evidence.services.filter((way) => way.at >= at && way.at < end).map(({ service }) => service),
  );
  const ways = services.size + (countBetween(evidence.accounts, at, end) > 0 ? 1 : 0);
  const units = [...unitsIn(survey, at)];
  if (ways >= FEWEST_WAYS)
    return units.some((i) => saysOwn((survey.units[i]?.text ?? '').slice(0, READ_LIMIT)));
  if (countBetween(evidence.amounts, at, end) < FEWEST_AMOUNTS) return false;
  if (ways > 0 || ((evidence.names[at] ?? 0) & nameBits('donate')) !== 0) return true;
  return (
    countBetween(evidence.features.get('linkDonate'), at, end) > 0 ||
    units.some((i) => ((evidence.cues[i] ?? 0) & GIFTS) !== 0)
  );
}
