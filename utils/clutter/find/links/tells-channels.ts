import { attributeOf } from '../../../page/element-access.ts';
import { hasSentence } from '../../../text/has-sentence.ts';
import { countBetween, lowerBound } from '../../../text/positions.ts';
import { saysOwn } from '../../phrases/read-cues.ts';
import type { Survey, Unit } from '../survey.ts';
import { isChannel } from './link-targets.ts';

/** Beside its links a sentence says so much, in characters; of links it has no more. */
const LEAST_SAID = 40;
const MOST_CHANNELS = 10;

const INNER_END = /[.!?…。！？]["'”’»)\]]*\s/;

/**
 * One sentence whose links all lead to where the site sells itself, or to its other channels, too, where it says "our".
 * What tells of an author first and then how to write to them is several.
 */
export function tellsChannels(
  { elements, ends }: Survey,
  links: readonly number[],
  offers: readonly number[],
  unit: Unit,
): boolean {
  const said = unit.length - unit.linked;
  if (unit.linked === 0 || said < LEAST_SAID || said < unit.linked) return false;
  const end = ends[unit.at] ?? unit.at;
  if (countBetween(offers, unit.at, end) === 0) return false;
  const inside = links.slice(lowerBound(links, unit.at), lowerBound(links, end));
  if (inside.length < 2 || inside.length > MOST_CHANNELS) return false;
  if (!hasSentence(unit.text) || INNER_END.test(unit.text)) return false;
  const others = inside.filter((at) => !offers.includes(at));
  if (others.length === 0) return true;
  return saysOwn(unit.text) && others.every((at) => isChannel(attributeAt(elements[at])));
}

function attributeAt(element: Element | undefined): string {
  return element === undefined ? '' : attributeOf(element, 'href');
}
