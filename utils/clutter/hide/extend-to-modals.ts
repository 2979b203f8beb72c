import {
  containsNode,
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentOrHostOf,
} from '../../page/dom-access.ts';
import { findClosest, findUpTo, isRendered, localNameOf } from '../../page/element-access.ts';
import { namesOf } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { type ClutterFinding, EXTRA_KINDS } from '../types.ts';
import { findLayerAround, isModalLayer, type View } from './page-layers.ts';

/** Maximum length of a modal's text beside the promotion, such as a title, "OK" or "Loading", in characters. */
const MAX_OTHER_TEXT = 120;
/** Limits for the text (characters) and the number of fields that are read. */
const MAX_TEXT_LENGTH = 400;
const MAX_FIELDS = 30;

const PROTECTED_NAMES = nameBits('wall', 'login', 'consent');
const FIELDS = 'textarea, select, input[type="password"], input[type="search"]';

const SKIPPED_TAGS = new Set(['script', 'style', 'template', 'noscript']);

/** Returns the text of a layer outside of its promotional element; only the visible text if the layer is visible. */
function readTextBeside(layer: Element, promo: Element, isShown: boolean): string {
  let text = '';
  let nodesLeft = MAX_TEXT_LENGTH * 4;
  const read = (parent: Node): void => {
    for (let at = firstChildOf(parent); at !== null && --nodesLeft > 0; at = nextSiblingOf(at)) {
      if (isText(at)) text += ` ${at.data}`;
      else if (isElement(at) && at !== promo && !SKIPPED_TAGS.has(localNameOf(at))) {
        if (!isShown || isRendered(at) !== false) read(at);
      }
    }
  };
  read(layer);
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a modal contains nothing but a promotion. */
function isPromoModal(layer: Element, promo: Element, phrases: CueReader): boolean {
  for (let at: Node | null = promo; at !== null; at = at === layer ? null : parentOrHostOf(at)) {
    if (!isElement(at) || at === promo) continue;
    if ((namesOf(at) & PROTECTED_NAMES) !== 0) return false;
  }
  const isShown = isRendered(layer) !== false;
  // Some dialog libraries include a hidden field of each type.
  const fields = findUpTo(layer, FIELDS, MAX_FIELDS).filter(
    (field) => !isShown || isRendered(field) !== false,
  );
  if (fields.some((field) => !containsNode(promo, field))) return false;
  const text = readTextBeside(layer, promo, isShown);
  if (hasCue(phrases.readCues(text.slice(0, MAX_TEXT_LENGTH)), 'wall', 'login', 'consent', 'adBlocker'))
    return false;
  return text.length <= Math.max(MAX_OTHER_TEXT, readWords(promo, MAX_TEXT_LENGTH).length / 2);
}

/**
 * Extends findings in modals to the whole modal, because the rest of it would block the page, perhaps without a close button.
 * Drops findings in modals with another purpose, and in closed `details`.
 *
 * @param articleAncestors the article's ancestors
 * @param extracted the elements that extraction found; a modal that contains any of them stays
 */
export function extendToModals(
  findings: readonly ClutterFinding[],
  view: View,
  articleAncestors: ReadonlySet<Element>,
  extracted: readonly Element[],
  phrases: CueReader,
): ClutterFinding[] {
  const byElement = new Map<Element, ClutterFinding>();
  for (const finding of findings) {
    const { element, rule, kind } = finding;
    // Not visible until the user opens it
    if (rule === undefined && findClosest(element, 'details:not([open])') !== null) continue;
    const layer =
      rule !== undefined || EXTRA_KINDS.has(kind) ? null : findLayerAround(element, view, articleAncestors);
    const isPart = layer !== null && layer !== element && isModalLayer(layer, view);
    if (
      isPart &&
      (!isPromoModal(layer, element, phrases) ||
        extracted.some((articleElement) => containsNode(layer, articleElement)))
    )
      continue;
    const whole = isPart ? layer : element;
    if (!byElement.has(whole)) byElement.set(whole, { ...finding, element: whole });
  }
  return [...byElement.values()];
}
