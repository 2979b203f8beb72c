/** Milliseconds in which what appears after a click counts as asked for. */
const ASKED_FOR = 1500;

const CONTROLS =
  'a, button, input, label, summary, select, [role="button"], [role="link"], [onclick], [tabindex]';

/** What the reader does on the page: what they ask for or work in is never taken away. */
export interface UserActs {
  /** The reader has just worked a control, so that a dialog appearing now is theirs. */
  hasJustAsked(): boolean;
  /** The reader is typing in this block, or has. */
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
    if (isElement(target) && target.closest(CONTROLS) !== null) askedAt = now();
  };
  document_.addEventListener('click', onAct, options);
  document_.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' || event.key === ' ') onAct(event);
    },
    options,
  );
  document_.addEventListener(
    'input',
    (event) => {
      const target = event.target;
      if (isReal(event) && isElement(target) && typedIn.length < 50) typedIn.push(new WeakRef(target));
    },
    options,
  );
  document_.addEventListener(
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
        return field !== undefined && element.contains(field);
      }),
    focusBefore: (element) =>
      focused !== null && element.contains(focused) && previous !== null && !element.contains(previous)
        ? previous
        : null,
  };
}

function isElement(target: EventTarget | null | undefined): target is Element {
  return target !== null && target !== undefined && 'closest' in target;
}
