import {
  containsNode,
  documentOf,
  isElement as isElementNode,
  listenTo,
  nextSiblingOf,
  parentElementOf,
  parentOrHostOf,
  rootNodeOf,
  shadowHostOf,
  windowOf,
} from '../../page/dom-access.ts';
import { attributeOf, findClosest, findFirst, matchesSelector } from '../../page/element-access.ts';
import { isDialog } from '../../page/is-dialog.ts';
import { namesOf } from '../find/class-words.ts';
import { PROMO_NAMES } from '../find/evidence.ts';
import { classifyTarget } from '../find/link-targets.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { PROMO_CUES } from '../phrases/phrase-book.ts';
import type { CueReader } from '../phrases/read-cues.ts';

/** Time after a click on any control in which a new layer counts as requested by the user, in ms. */
const ACTION_MS = 1500;
/** The same for buttons without a default action, because responses can be slow. */
const BUTTON_MS = 4000;
/** The same for content near the control, and for controls that open a sign-up. */
const SIGN_UP_MS = 15_000;
/** Maximum number of actions remembered. */
const MAX_ACTIONS = 8;

const CONTROLS =
  'a, button, input, label, summary, select, [role="button"], [role="link"], [onclick], [tabindex]';
/** Controls that act on the page itself. */
const BUTTONS = 'button, summary, [role="button"], [aria-haspopup], a[href^="#"], a:not([href])';
/** Attributes with which a control refers to what it opens. */
const TARGET_ATTRIBUTES = ['aria-controls', 'data-target', 'data-bs-target', 'href', 'popovertarget'];
/** Number of ancestors of a control that count as near it. */
const MAX_LEVELS = 4;
/** Maximum length of a control's text, in characters. */
const MAX_CONTROL_TEXT = 80;

/** The user's recent actions on the page. Content that the user opens or types in is never hidden. */
export interface UserActions {
  /** Whether the user has just used a control, so that a new dialog counts as requested. */
  hasJustActed(): boolean;
  /**
   * Whether new content follows from an action of the user.
   *
   * @param isLayer whether the content is over the page, so that it need not be near the control
   */
  hasRequested(element: Element, isLayer: boolean): boolean;
  /** Whether the user has typed in this block. */
  hasTypedIn(element: Element): boolean;
  /** The element that had the focus before one inside `element` got it; null if unknown. */
  previousFocus(element: Element): Element | null;
}

interface UserAction {
  time: number;
  control: WeakRef<Element>;
  /** Whether the control's words, name or URL indicate that it opens a sign-up. */
  isForSignUp: boolean;
  isButton: boolean;
}

interface Options {
  signal: AbortSignal;
  now: () => number;
  /** Returns the article's ancestors, which never count as near a control. */
  getAncestors: () => ReadonlySet<Element>;
  phrases: CueReader;
  /** Called after each action. */
  onAction: () => void;
  /** Whether an event was caused by the user; by default `isTrusted`. */
  isUserEvent?: ((event: Event) => boolean) | undefined;
}

/** Watches the user's actions until the signal aborts. */
export function watchUserActions(document_: Document, options: Options): UserActions {
  const { signal, now, getAncestors, phrases, onAction, isUserEvent = (event) => event.isTrusted } = options;
  const actions: UserAction[] = [];
  let focused: Element | null = null;
  let previous: Element | null = null;
  const typedIn: WeakRef<Element>[] = [];
  const listenerOptions = { capture: true, passive: true, signal };
  const recordAction = (event: Event): void => {
    if (!isUserEvent(event)) return;
    const target = event.composedPath()[0];
    const control = isElement(target) ? findControl(target, event.type === 'click', getAncestors()) : null;
    // A click in a consent dialog does not request new content.
    if (control === null || isInConsent(control, getAncestors())) return;
    actions.unshift({ time: now(), control: new WeakRef(control), ...describeControl(control, phrases) });
    actions.length = Math.min(actions.length, MAX_ACTIONS);
    onAction();
  };
  listenTo(document_, 'click', recordAction, listenerOptions);
  listenTo<KeyboardEvent>(
    document_,
    'keydown',
    (event) => {
      if (event.key === 'Enter' || event.key === ' ') recordAction(event);
    },
    listenerOptions,
  );
  listenTo(
    document_,
    'input',
    (event) => {
      const target = event.target;
      if (isUserEvent(event) && isElement(target) && typedIn.length < 50) typedIn.push(new WeakRef(target));
    },
    listenerOptions,
  );
  listenTo(
    document_,
    'focusin',
    (event) => {
      previous = focused;
      focused = isElement(event.target) ? event.target : null;
    },
    listenerOptions,
  );
  return {
    hasJustActed: () => now() - (actions[0]?.time ?? Number.NEGATIVE_INFINITY) < ACTION_MS,
    hasRequested: (element, isLayer) =>
      actions.some(({ time, control, isForSignUp, isButton }) => {
        const age = now() - time;
        if (age > SIGN_UP_MS) return false;
        if (isForSignUp || (isLayer && age < (isButton ? BUTTON_MS : ACTION_MS))) return true;
        const usedControl = control.deref();
        return (
          usedControl !== undefined &&
          (refersTo(usedControl, element) || isNear(usedControl, element, getAncestors()))
        );
      }),
    hasTypedIn: (element) =>
      typedIn.some((reference) => {
        const field = reference.deref();
        return field !== undefined && containsNode(element, field);
      }),
    previousFocus: (element) =>
      focused !== null &&
      containsNode(element, focused) &&
      previous !== null &&
      !containsNode(element, previous)
        ? previous
        : null,
  };
}

function describeControl(control: Element, phrases: CueReader): Pick<UserAction, 'isForSignUp' | 'isButton'> {
  // The label of a web component can be in its light DOM, and its button in the shadow root.
  const host = shadowHostOf(rootNodeOf(control));
  const hostText = host === null ? '' : readWords(host, MAX_CONTROL_TEXT);
  const text = `${readWords(control, MAX_CONTROL_TEXT)}. ${hostText}. ${attributeOf(control, 'aria-label')}`;
  const isForSignUp =
    (namesOf(control) & PROMO_NAMES) !== 0 ||
    (phrases.readCues(text) & PROMO_CUES) !== 0 ||
    classifyTarget(attributeOf(control, 'href')) !== null;
  return { isForSignUp, isButton: isButton(control) && !isInDialog(control) };
}

/** Whether a control acts on the page itself, including elements that are controls only because of a script. */
const isButton = (control: Element): boolean =>
  matchesSelector(control, BUTTONS) || !matchesSelector(control, CONTROLS);

/** Finds the control that was used: an element that is a control, or one that looks like one if it was clicked. */
function findControl(target: Element, isClick: boolean, ancestors: ReadonlySet<Element>): Element | null {
  const control = findClosest(target, CONTROLS);
  return control === null && isClick ? findControlByCursor(target, ancestors) : control;
}

/** Finds the short text with a pointer cursor. The cursor is inherited, so on large areas it is no evidence. */
function findControlByCursor(target: Element, ancestors: ReadonlySet<Element>): Element | null {
  const view = windowOf(documentOf(target));
  const hasPointerCursor = (at: Element): boolean => view?.getComputedStyle(at).cursor === 'pointer';
  if (!hasPointerCursor(target)) return null;
  let control = target;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const parent = parentOrHost(control);
    if (parent === null || ancestors.has(parent) || !hasPointerCursor(parent)) break;
    control = parent;
  }
  const parent = parentOrHost(control);
  if (ancestors.has(control) || parent === null || hasPointerCursor(parent)) return null;
  return readWords(control, MAX_CONTROL_TEXT + 1).length > MAX_CONTROL_TEXT ? null : control;
}

const DIALOG_NAMES = nameBits('overlay', 'consent', 'wall');

/** Whether a control is in a dialog. */
function isInDialog(control: Element): boolean {
  for (let at: Element | null = control; at !== null; at = parentElementOf(at))
    if (isDialog(at) || (namesOf(at) & DIALOG_NAMES) !== 0) return true;
  return false;
}

const CONSENT_NAME = nameBits('consent');

/** Whether a control is in a consent dialog. Ancestors of the article are ignored, because they can have such names, too. */
function isInConsent(control: Element, ancestors: ReadonlySet<Element>): boolean {
  for (let at: Element | null = control; at !== null && !ancestors.has(at); at = parentElementOf(at))
    if ((namesOf(at) & CONSENT_NAME) !== 0) return true;
  return false;
}

function refersTo(control: Element, element: Element): boolean {
  return TARGET_ATTRIBUTES.some((name) => {
    const id = attributeOf(control, name).replace(/^#/, '');
    if (!/^[\w-]+$/.test(id)) return false;
    return findClosest(element, `[id="${id}"]`) !== null || findFirst(element, `[id="${id}"]`) !== null;
  });
}

function isNear(control: Element, element: Element, ancestors: ReadonlySet<Element>): boolean {
  let box = control;
  let at = parentOrHost(control);
  for (let level = 0; at !== null && level < MAX_LEVELS && !ancestors.has(at); level++) {
    if (isInside(element, at)) return true;
    box = at;
    at = parentOrHost(at);
  }
  // For a button in the text, the following sibling counts as near, too.
  const next = at !== null && ancestors.has(at) ? nextElementOf(box) : null;
  return next !== null && isButton(control) && isInside(element, next);
}

/** The parent element, or the host at the top of a shadow root. */
function parentOrHost(element: Element): Element | null {
  const parent = parentOrHostOf(element);
  return parent !== null && isElementNode(parent) ? parent : null;
}

function isInside(element: Element, container: Element): boolean {
  for (let at: Node | null = element; at !== null; at = parentOrHostOf(at)) if (at === container) return true;
  return false;
}

function nextElementOf(element: Element): Element | null {
  for (let at = nextSiblingOf(element); at !== null; at = nextSiblingOf(at)) if (isElementNode(at)) return at;
  return null;
}

function isElement(target: EventTarget | null | undefined): target is Element {
  return target !== null && target !== undefined && 'closest' in target;
}
