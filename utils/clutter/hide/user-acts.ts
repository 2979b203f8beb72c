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
import { readName } from '../find/class-words.ts';
import { BEGGING_NAMES } from '../find/evidence.ts';
import { readTarget } from '../find/links/link-targets.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { BEGGING_CUES } from '../phrases/begging-cues.ts';
import { readCues } from '../phrases/read-cues.ts';
import { isDialog } from './page-layers.ts';

/** Milliseconds in which a layer that appears after a click on any control counts as asked for. */
const ASKED_FOR = 1500;
/** The same after a click on a button of the page, which does nothing by itself: answers may be slow. */
const ANSWERED = 4000;
/** The same of what appears in the place of the control, and after a click on one that is named for what it opens. */
const ASKED_BY_NAME = 15_000;
/** Acts that are remembered. */
const MOST_ACTS = 8;

const CONTROLS =
  'a, button, input, label, summary, select, [role="button"], [role="link"], [onclick], [tabindex]';
/** Controls that only a script or the browser gives a meaning, on the page where they stand. */
const BUTTONS = 'button, summary, [role="button"], [aria-haspopup], a[href^="#"], a:not([href])';
/** Attributes in which a control names what it opens. */
const TARGETS = ['aria-controls', 'data-target', 'data-bs-target', 'href', 'popovertarget'];
/** Boxes around a control that are its place. */
const LEVELS = 4;
const CONTROL_WORDS = 80;

/** What the user does on the page: what they ask for or work in is never taken away. */
export interface UserActs {
  /** The user has just worked a control, so that a dialog appearing now is theirs. */
  hasJustAsked(): boolean;
  /**
   * Whether what appears now follows an act of the user.
   *
   * @param isLayer whether it stands over the page: then it need not come up where the control is
   */
  asksFor(element: Element, isLayer: boolean): boolean;
  /** The user is typing in this block, or has. */
  isBusyIn(element: Element): boolean;
  /** Where the focus was before it went into `element`; null if unknown. */
  focusBefore(element: Element): Element | null;
}

interface Act {
  at: number;
  control: WeakRef<Element>;
  /** The control says by its words, its name or its address that it opens a sign-up of some kind. */
  isForSignUp: boolean;
  isButton: boolean;
}

interface Options {
  signal: AbortSignal;
  now: () => number;
  /** What the article stands in: none of that is the place of a control. */
  chain: () => ReadonlySet<Element>;
  /** Called after each act. */
  onAct: () => void;
  /** Whether an event is the user's own doing. */
  isReal?: ((event: Event) => boolean) | undefined;
}

/** Listens until the signal aborts. Only events that the browser vouches for (`isTrusted`) count. */
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
    if (control === null) return;
    acts.unshift({ at: now(), control: new WeakRef(control), ...describe(control) });
    acts.length = Math.min(acts.length, MOST_ACTS);
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
    hasJustAsked: () => now() - (acts[0]?.at ?? Number.NEGATIVE_INFINITY) < ASKED_FOR,
    asksFor: (element, isLayer) =>
      acts.some(({ at, control, isForSignUp, isButton }) => {
        const age = now() - at;
        if (age > ASKED_BY_NAME) return false;
        if (isForSignUp || (isLayer && age < (isButton ? ANSWERED : ASKED_FOR))) return true;
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
  const names = readName(attributeOf(control, 'class')) | readName(attributeOf(control, 'id'));
  // The words on a component stand in the page, and their button in a shadow root.
  const host = hostOfRoot(topOf(control));
  const named = host === null ? '' : readWords(host, CONTROL_WORDS);
  const words = `${readWords(control, CONTROL_WORDS)}. ${named}. ${attributeOf(control, 'aria-label')}`;
  const isForSignUp =
    (names & BEGGING_NAMES) !== 0 ||
    (readCues(words) & BEGGING_CUES) !== 0 ||
    readTarget(attributeOf(control, 'href')) !== null;
  return { isForSignUp, isButton: isButton(control) && !isInDialog(control) };
}

/** What does something on the page where it stands; of what is no control by its name, a script has made one. */
const isButton = (control: Element): boolean => isLike(control, BUTTONS) || !isLike(control, CONTROLS);

/** What was worked: the control by its name, or what was pressed and looks like one to the user. */
function controlAt(target: Element, isPressed: boolean, chain: ReadonlySet<Element>): Element | null {
  const control = closestTo(target, CONTROLS);
  return control === null && isPressed ? controlByLooks(target, chain) : control;
}

/** The words under the pointer that changes its form over them. It is inherited: over much of a page it tells nothing. */
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

/** What is answered in a dialog, such as a question of consent, asks for nothing beyond it. */
function isInDialog(control: Element): boolean {
  for (let at: Element | null = control; at !== null; at = parentElementOf(at)) {
    const names = readName(attributeOf(at, 'class')) | readName(attributeOf(at, 'id'));
    if (isDialog(at) || (names & DIALOG_NAMES) !== 0) return true;
  }
  return false;
}

const DIALOG_NAMES = nameBits('overlay', 'consent', 'wall');

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
  // Of what stands in the text, its place ends with the box behind it.
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
