import {
  aroundOf,
  documentOf,
  holds,
  hostOfRoot,
  isElement as isElementNode,
  listenAt,
  nextSiblingOf,
  parentElementOf,
  topOf,
  viewOf,
} from '../../page/dom-access.ts';
import { attributeOf, closestTo, findFirst, isLike } from '../../page/element-access.ts';
import { namesOf } from '../find/class-words.ts';
import { BEGGING_NAMES } from '../find/evidence.ts';
import { readTarget } from '../find/link-targets.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { BEGGING_CUES } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { isDialog } from './page-layers.ts';

/** How long after a click on any control a new layer counts as requested, in ms. */
const ACT_MS = 1500;
/** The same for buttons without a default action, because responses may be slow. */
const BUTTON_MS = 4000;
/** The same for content in the place of the control, and for controls named for a sign-up. */
const SIGN_UP_MS = 15_000;
/** Maximum number of actions remembered. */
const MAX_ACTS = 8;

const CONTROLS =
  'a, button, input, label, summary, select, [role="button"], [role="link"], [onclick], [tabindex]';
/** Controls whose action is on the page itself. */
const BUTTONS = 'button, summary, [role="button"], [aria-haspopup], a[href^="#"], a:not([href])';
/** Attributes with which a control refers to what it opens. */
const TARGETS = ['aria-controls', 'data-target', 'data-bs-target', 'href', 'popovertarget'];
/** Number of ancestors of a control that count as its place. */
const LEVELS = 4;
const CONTROL_WORDS = 80;

/** The user's actions on the page: what they open or work in is never hidden. */
export interface UserActs {
  /** Whether the user has just used a control, so that a new dialog is theirs. */
  hasJustAsked(): boolean;
  /**
   * Whether new content follows an action of the user.
   *
   * @param isLayer whether it is over the page and so need not be near the control
   */
  asksFor(element: Element, isLayer: boolean): boolean;
  /** Whether the user types or has typed in this block. */
  isBusyIn(element: Element): boolean;
  /** The element that had the focus before `element`; null if unknown. */
  focusBefore(element: Element): Element | null;
}

interface Act {
  at: number;
  control: WeakRef<Element>;
  /** Whether the control's words, name or address indicate that it opens a sign-up. */
  isForSignUp: boolean;
  isButton: boolean;
}

interface Options {
  signal: AbortSignal;
  now: () => number;
  /** Returns the article's ancestors, none of which is a control's place. */
  chain: () => ReadonlySet<Element>;
  /** Called after each action. */
  onAct: () => void;
  /** Whether an event was caused by the user. */
  isReal?: ((event: Event) => boolean) | undefined;
}

/** Listens until the signal aborts. Only trusted events (`isTrusted`) count. */
export function watchUser(document_: Document, options: Options): UserActs {
  const { signal, now, chain, onAct, isReal = (event) => event.isTrusted } = options;
  const acts: Act[] = [];
  let focused: Element | null = null;
  let previous: Element | null = null;
  const typedIn: WeakRef<Element>[] = [];
  const listening = { capture: true, passive: true, signal };
  const take = (event: Event): void => {
    if (!isReal(event)) return;
    const target = event.composedPath()[0];
    const control = isElement(target) ? controlAt(target, event.type === 'click', chain()) : null;
    // An answer to a consent dialog requests nothing else.
    if (control === null || isInConsent(control, chain())) return;
    acts.unshift({ at: now(), control: new WeakRef(control), ...describe(control) });
    acts.length = Math.min(acts.length, MAX_ACTS);
    onAct();
  };
  listenAt(document_, 'click', take, listening);
  listenAt<KeyboardEvent>(
    document_,
    'keydown',
    (event) => {
      if (event.key === 'Enter' || event.key === ' ') take(event);
    },
    listening,
  );
  listenAt(
    document_,
    'input',
    (event) => {
      const target = event.target;
      if (isReal(event) && isElement(target) && typedIn.length < 50) typedIn.push(new WeakRef(target));
    },
    listening,
  );
  listenAt(
    document_,
    'focusin',
    (event) => {
      previous = focused;
      focused = isElement(event.target) ? event.target : null;
    },
    listening,
  );
  return {
    hasJustAsked: () => now() - (acts[0]?.at ?? Number.NEGATIVE_INFINITY) < ACT_MS,
    asksFor: (element, isLayer) =>
      acts.some(({ at, control, isForSignUp, isButton }) => {
        const age = now() - at;
        if (age > SIGN_UP_MS) return false;
        if (isForSignUp || (isLayer && age < (isButton ? BUTTON_MS : ACT_MS))) return true;
        const from = control.deref();
        return from !== undefined && (namesTarget(from, element) || isInPlaceOf(from, element, chain()));
      }),
    isBusyIn: (element) =>
      typedIn.some((reference) => {
        const field = reference.deref();
        return field !== undefined && holds(element, field);
      }),
    focusBefore: (element) =>
      focused !== null && holds(element, focused) && previous !== null && !holds(element, previous)
        ? previous
        : null,
  };
}

function describe(control: Element): Pick<Act, 'isForSignUp' | 'isButton'> {
  // A component's label is in the page, and its button in a shadow root.
  const host = hostOfRoot(topOf(control));
  const named = host === null ? '' : readWords(host, CONTROL_WORDS);
  const words = `${readWords(control, CONTROL_WORDS)}. ${named}. ${attributeOf(control, 'aria-label')}`;
  const isForSignUp =
    (namesOf(control) & BEGGING_NAMES) !== 0 ||
    (readCues(words) & BEGGING_CUES) !== 0 ||
    readTarget(attributeOf(control, 'href')) !== null;
  return { isForSignUp, isButton: isButton(control) && !isInDialog(control) };
}

/** Whether a control acts on the page itself. Elements that are no controls by name became one by a script. */
const isButton = (control: Element): boolean => isLike(control, BUTTONS) || !isLike(control, CONTROLS);

/** The control that was used: by its element, or by its appearance. */
function controlAt(target: Element, isPressed: boolean, chain: ReadonlySet<Element>): Element | null {
  const control = closestTo(target, CONTROLS);
  return control === null && isPressed ? controlByLooks(target, chain) : control;
}

/** The text under a pointer cursor. The cursor is inherited, so over large areas it means nothing. */
function controlByLooks(target: Element, chain: ReadonlySet<Element>): Element | null {
  const view = viewOf(documentOf(target));
  const isPointed = (at: Element): boolean => view?.getComputedStyle(at).cursor === 'pointer';
  if (!isPointed(target)) return null;
  let control = target;
  for (let level = 0; level < LEVELS; level++) {
    const around = elementAround(control);
    if (around === null || chain.has(around) || !isPointed(around)) break;
    control = around;
  }
  const around = elementAround(control);
  if (chain.has(control) || around === null || isPointed(around)) return null;
  return readWords(control, CONTROL_WORDS + 1).length > CONTROL_WORDS ? null : control;
}

const DIALOG_NAMES = nameBits('overlay', 'consent', 'wall');

/** Whether a control is in a dialog. */
function isInDialog(control: Element): boolean {
  for (let at: Element | null = control; at !== null; at = parentElementOf(at))
    if (isDialog(at) || (namesOf(at) & DIALOG_NAMES) !== 0) return true;
  return false;
}

const CONSENT = nameBits('consent');

/** Whether a control is in a consent dialog; ancestors of the article may have such names, too. */
function isInConsent(control: Element, chain: ReadonlySet<Element>): boolean {
  for (let at: Element | null = control; at !== null && !chain.has(at); at = parentElementOf(at))
    if ((namesOf(at) & CONSENT) !== 0) return true;
  return false;
}

function namesTarget(control: Element, element: Element): boolean {
  return TARGETS.some((name) => {
    const id = attributeOf(control, name).replace(/^#/, '');
    if (!/^[\w-]+$/.test(id)) return false;
    return closestTo(element, `[id="${id}"]`) !== null || findFirst(element, `[id="${id}"]`) !== null;
  });
}

function isInPlaceOf(control: Element, element: Element, chain: ReadonlySet<Element>): boolean {
  let box = control;
  let at = elementAround(control);
  for (let level = 0; at !== null && level < LEVELS && !chain.has(at); level++) {
    if (standsIn(element, at)) return true;
    box = at;
    at = elementAround(at);
  }
  // The place of a control in the text ends with the following sibling.
  const next = at !== null && chain.has(at) ? nextElementOf(box) : null;
  return next !== null && isButton(control) && standsIn(element, next);
}

/** Across the borders of shadow roots. */
function elementAround(element: Element): Element | null {
  const around = aroundOf(element);
  return around !== null && isElementNode(around) ? around : null;
}

function standsIn(element: Element, place: Element): boolean {
  for (let at: Node | null = element; at !== null; at = aroundOf(at)) if (at === place) return true;
  return false;
}

function nextElementOf(element: Element): Element | null {
  for (let at = nextSiblingOf(element); at !== null; at = nextSiblingOf(at)) if (isElementNode(at)) return at;
  return null;
}

function isElement(target: EventTarget | null | undefined): target is Element {
  return target !== null && target !== undefined && 'closest' in target;
}
