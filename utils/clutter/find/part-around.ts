import { bodyOf, documentOf, holds, parentElementOf } from '../../page/dom-access.ts';
import { nameOf, readAttribute } from '../../page/element-access.ts';
import type { PartPlace } from './article-guard.ts';
import { readName } from './class-words.ts';
import { nameBits } from './name-cues.ts';
import { readWords } from './read-words.ts';

/** What to look at where something was put into a page, and where it stands. */
export interface Part {
  root: Element;
  place: PartPlace;
}

/** A larger dialog is an application of its own; in characters of text, and nodes that are looked at for them. */
const DIALOG_LENGTH = 2500;
const DIALOG_NODES = 1200;
const DIALOG_NAMES = nameBits('overlay', 'wall', 'login', 'consent');
const ROLES = new Set(['dialog', 'alertdialog']);
/** Levels from an article's paragraphs up to what still counts as among them: paragraphs may stand in wrappers. */
const LEVELS = 2;

/**
 * What was put into a dialog is judged with all that is in it: a link to subscribe belongs to the wall that it stands
 * in, and the words that make it a wall may have come before.
 *
 * @param kept the article's elements, as extraction sees them
 */
export function partAround(root: Element, kept: readonly Element[]): Part {
  if (isAmong(root, kept)) return { root, place: 'flow' };
  const dialog = findDialog(root);
  if (dialog === null) return { root, place: 'apart' };
  const isWhole = dialog === root || (isSmall(dialog) && !kept.some((element) => holds(dialog, element)));
  return { root: isWhole ? dialog : root, place: 'dialog' };
}

/** Whether an element stands beside the article's own, or in one of them. */
function isAmong(root: Element, kept: readonly Element[]): boolean {
  const parent = parentElementOf(root);
  if (parent === null || kept.length === 0 || parent === bodyOf(documentOf(root))) return false;
  return kept.some((element) => {
    if (element === root) return false;
    let up: Element | null = element;
    for (let level = 0; level < LEVELS && up !== null; level++) {
      up = parentElementOf(up);
      if (up === parent) return true;
    }
    return holds(element, root);
  });
}

function findDialog(inner: Element): Element | null {
  const body = bodyOf(documentOf(inner));
  let found: Element | null = null;
  for (let at: Element | null = inner; at !== null && at !== body; at = parentElementOf(at))
    if (isDialog(at)) found = at;
  return found;
}

function isDialog(element: Element): boolean {
  if (nameOf(element) === 'dialog' || ROLES.has(readAttribute(element, 'role') ?? '')) return true;
  if (readAttribute(element, 'aria-modal') === 'true') return true;
  const names = readName(readAttribute(element, 'class')) | readName(readAttribute(element, 'id'));
  return (names & DIALOG_NAMES) !== 0;
}

function isSmall(dialog: Element): boolean {
  return readWords(dialog, DIALOG_LENGTH + 1, DIALOG_NODES).length <= DIALOG_LENGTH;
}
