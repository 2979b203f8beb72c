import { holds, listenAt } from '../../page/dom-access.ts';
import { closestTo } from '../../page/element-access.ts';

/** Milliseconds in which what appears after a click counts as asked for. */
const ASKED_FOR = 1500;

const CONTROLS =
  'a, button, input, label, summary, select, [role="button"], [role="link"], [onclick], [tabindex]';

/** What the user does on the page: what they ask for or work in is never taken away. */
export interface UserActs {
  /** The user has just worked a control, so that a dialog appearing now is theirs. */
  hasJustAsked(): boolean;
  /** The user is typing in this block, or has. */
  isBusyIn(element: Element): boolean;
  /** Where the focus was before it went into `element`; null if unknown. */
  focusBefore(element: Element): Element | null;
}

/** Listens until the signal aborts. Only events that the browser vouches for (`isTrusted`) count. */
export function watchUser(
  document_: Document,
  signal: AbortSignal,
  now: () => number,
  isReal: (event: Event) => boolean = (event) => event.isTrusted,
): UserActs {
  let askedAt = Number.NEGATIVE_INFINITY;
  let focused: Element | null = null;
  let previous: Element | null = null;
  const typedIn: WeakRef<Element>[] = [];
  const options = { capture: true, passive: true, signal };
  const onAct = (event: Event): void => {
    if (!isReal(event)) return;
    const target = event.composedPath()[0];
    if (isElement(target) && closestTo(target, CONTROLS) !== null) askedAt = now();
  };
  listenAt(document_, 'click', onAct, options);
  listenAt<KeyboardEvent>(
    document_,
    'keydown',
    (event) => {
      if (event.key === 'Enter' || event.key === ' ') onAct(event);
    },
    options,
  );
  listenAt(
    document_,
    'input',
    (event) => {
      const target = event.target;
      if (isReal(event) && isElement(target) && typedIn.length < 50) typedIn.push(new WeakRef(target));
    },
    options,
  );
  listenAt(
    document_,
    'focusin',
    (event) => {
      previous = focused;
      focused = isElement(event.target) ? event.target : null;
    },
    options,
  );
  return {
    hasJustAsked: () => now() - askedAt < ASKED_FOR,
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

function isElement(target: EventTarget | null | undefined): target is Element {
  return target !== null && target !== undefined && 'closest' in target;
}
