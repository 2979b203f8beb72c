import { aroundOf, firstChildOf, holds, isElement, isText, nextSiblingOf } from '../../page/dom-access.ts';
import { closestTo, findSome, isDrawn, nameOf } from '../../page/element-access.ts';
import { namesOf } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { type ClutterFinding, EXTRA_KINDS } from '../types.ts';
import { isModalLayer, layerAround, type View } from './page-layers.ts';

/** Maximum characters of a modal's own text, such as a title, "OK" or "Loading". */
const OWN_WORDS = 120;
/** Limits of text and fields read. */
const MAX_WORDS = 400;
const MAX_FIELDS = 30;

const NOT_OURS = nameBits('wall', 'login', 'consent');
const FIELDS = 'textarea, select, input[type="password"], input[type="search"]';

const UNREAD = new Set(['script', 'style', 'template', 'noscript']);

/** The text of a layer without its begging element; only visible text if the layer is visible. */
function wordsBeside(layer: Element, begging: Element, isShown: boolean): string {
  let words = '';
  let left = MAX_WORDS * 4;
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

/** Whether a modal exists only for its begging content. */
function isBeggingModal(layer: Element, begging: Element): boolean {
  for (let at: Node | null = begging; at !== null; at = at === layer ? null : aroundOf(at)) {
    if (!isElement(at) || at === begging) continue;
    if ((namesOf(at) & NOT_OURS) !== 0) return false;
  }
  const isShown = isDrawn(layer) !== false;
  // Toolkits have a hidden field of each type in every dialog.
  const fields = findSome(layer, FIELDS, MAX_FIELDS).filter((field) => !isShown || isDrawn(field) !== false);
  if (fields.some((field) => !holds(begging, field))) return false;
  const words = wordsBeside(layer, begging, isShown);
  if (hasCue(readCues(words.slice(0, MAX_WORDS)), 'wall', 'login', 'consent', 'adBlocker')) return false;
  return words.length <= Math.max(OWN_WORDS, readWords(begging, MAX_WORDS).length / 2);
}

/**
 * Extends findings in modals to the whole modal, because half of one would block the page without a way to close it. A
 * modal with another purpose stays as it is.
 *
 * @param chain the article's ancestors
 * @param kept the article's elements; a modal that contains some stays
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
    // Invisible until the user opens it.
    if (rule === undefined && closestTo(element, 'details:not([open])') !== null) continue;
    const layer = rule !== undefined || EXTRA_KINDS.has(kind) ? null : layerAround(element, view, chain);
    const isPart = layer !== null && layer !== element && isModalLayer(layer, view);
    if (isPart && (!isBeggingModal(layer, element) || kept.some((one) => holds(layer, one)))) continue;
    const whole = isPart ? layer : element;
    if (!taken.has(whole)) taken.set(whole, { ...finding, element: whole });
  }
  return [...taken.values()];
}
