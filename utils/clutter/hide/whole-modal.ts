import { aroundOf, firstChildOf, holds, isElement, isText, nextSiblingOf } from '../../page/dom-access.ts';
import { attributeOf, closestTo, findSome, isDrawn, nameOf } from '../../page/element-access.ts';
import { readName } from '../find/class-words.ts';
import { EXTRA_KINDS } from '../find/extra-kinds.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import type { ClutterFinding } from '../types.ts';
import { isModalLayer, layerAround, type View } from './page-layers.ts';

/** Characters beside what begs that are the modal's own: a title, "OK", "Loading". */
const OWN_WORDS = 120;
/** More than this is not read, nor are more fields looked at. */
const MOST_WORDS = 400;
const MOST_FIELDS = 30;

const NOT_OURS = nameBits('wall', 'login', 'consent');
const FIELDS = 'textarea, select, input[type="password"], input[type="search"]';

const UNREAD = new Set(['script', 'style', 'template', 'noscript']);

/** The words of a layer without those of what begs in it; of one that shows, those that do. */
function wordsBeside(layer: Element, begging: Element, isShown: boolean): string {
  let words = '';
  let left = MOST_WORDS * 4;
  const read = (place: Node): void => {
    for (let at = firstChildOf(place); at !== null && --left > 0; at = nextSiblingOf(at)) {
      if (isText(at)) words += ` ${at.data}`;
      else if (isElement(at) && at !== begging && !UNREAD.has(nameOf(at))) {
        if (!isShown || isDrawn(at) !== false) read(at);
      }
    }
  };
  read(layer);
  return words.replace(/\s+/g, ' ').trim();
}

/** Whether a modal is there for what begs in it, and for nothing else. */
function isBeggingModal(layer: Element, begging: Element): boolean {
  for (let at: Node | null = begging; at !== null; at = at === layer ? null : aroundOf(at)) {
    if (!isElement(at) || at === begging) continue;
    if (
      (readName(attributeOf(at, 'class')) & NOT_OURS) !== 0 ||
      (readName(attributeOf(at, 'id')) & NOT_OURS) !== 0
    )
      return false;
  }
  const isShown = isDrawn(layer) !== false;
  // A toolkit's dialog has one of each field, which do not show.
  const fields = findSome(layer, FIELDS, MOST_FIELDS).filter((field) => !isShown || isDrawn(field) !== false);
  if (fields.some((field) => !holds(begging, field))) return false;
  const words = wordsBeside(layer, begging, isShown);
  if (hasCue(readCues(words.slice(0, MOST_WORDS)), 'wall', 'login', 'consent', 'adBlocker')) return false;
  return words.length <= Math.max(OWN_WORDS, readWords(begging, MOST_WORDS).length / 2);
}

/**
 * A modal is hidden whole or not at all: half of one would stand in the user's way with nothing to close it by. What
 * begs in a modal that is there for something else stays, and of one that is there for nothing else all of it goes.
 *
 * @param chain what the article stands in
 * @param kept the article's elements: no modal goes that a page has put some of them into
 */
export function takeWhole(
  findings: readonly ClutterFinding[],
  view: View,
  chain: ReadonlySet<Element>,
  kept: readonly Element[],
): ClutterFinding[] {
  const taken = new Map<Element, ClutterFinding>();
  for (const finding of findings) {
    const { element, rule, kind } = finding;
    // Nothing of it shows until the user opens it.
    if (rule === undefined && closestTo(element, 'details:not([open])') !== null) continue;
    const layer = rule !== undefined || EXTRA_KINDS.has(kind) ? null : layerAround(element, view, chain);
    const isPart = layer !== null && layer !== element && isModalLayer(layer, view);
    if (isPart && (!isBeggingModal(layer, element) || kept.some((one) => holds(layer, one)))) continue;
    const whole = isPart ? layer : element;
    if (!taken.has(whole)) taken.set(whole, { ...finding, element: whole });
  }
  return [...taken.values()];
}
