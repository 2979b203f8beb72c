import { bodyOf, isAttached, isElement, isText, rootOf, viewOf } from '../../page/dom-access.ts';
import type { ClutterFinding } from '../types.ts';
import type { ClearedPage } from './cleared-page.ts';
import { WorkBudget } from './work-budget.ts';

export interface Watched {
  cleared: ClearedPage;
  /** Looks through one subtree. */
  find: (root: Element) => readonly ClutterFinding[];
  /** Looks through the whole page, in slices; is told the milliseconds of each. */
  findAll: (onSlice: (ms: number) => void) => Promise<readonly ClutterFinding[]>;
  /** Shadow roots met so far; `find` and `findAll` add to them. */
  shadowRoots: Set<ShadowRoot>;
  /** The page may have changed since it was looked through. */
  isBehind: boolean;
  signal: AbortSignal;
  now: () => number;
}

/** Milliseconds of work: so much at once, then less than half a percent of a core, with what the browser does for it. */
const WORK_AT_ONCE = 80;
const WORK_PER_SECOND = 4;
/** Milliseconds in one batch of changes before the rest waits for the next look at the whole page. */
const WORK_PER_BATCH = 4;
const ROOTS_PER_BATCH = 60;
/** Elements put into hidden blocks that wait for the next look at the whole page. */
const MOST_UNREAD = 500;
/** Milliseconds from a change to the next look at the whole page; twice as long after each that found nothing. */
const SETTLE = 250;
const MOST_DOUBLINGS = 3;
const RETRY = 2000;
/** Milliseconds from the start in which pages put in most of what they put in late. */
const EARLY = 12_000;
/** Milliseconds to the next look at the whole page for changes that ask nothing by themselves. */
const LEISURE = 6000;
/** What changes more often in a second is looked at only with the whole page. */
const LOOKS_AT_ONCE = 16;
const LOOKS_PER_SECOND = 3;

const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['style', 'class', 'hidden', 'open', 'inert', 'aria-hidden'],
};

/**
 * Watches a page for what arrives late. What is put in is looked at in the same turn, before it is painted, on its
 * own; the page as a whole is looked at again once it has come to rest, within a budget of time.
 */
export function watchPage(document_: Document, watched: Watched): void {
  const { cleared, find, findAll, shadowRoots, signal, now } = watched;
  const view = viewOf(document_);
  if (view === null) return;
  const budget = new WorkBudget(WORK_AT_ONCE, WORK_PER_SECOND, now());
  const begun = now();
  const seenRoots = new WeakSet<ShadowRoot>();
  const looksAt = new WeakMap<Node, WorkBudget>();
  /** What was put into hidden blocks when there was no time to look at it. */
  const unread = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let inVain = 0;
  let isLooking = false;
  /** What changes during a look asks for one more. */
  let next: number | null = null;

  const spendOn = (work: () => void): void => {
    const started = now();
    work();
    budget.spend(now() - started, now());
  };

  const lookAtAll = async (): Promise<void> => {
    timer = null;
    if (!budget.has(now())) {
      schedule(RETRY);
      return;
    }
    isLooking = true;
    try {
      spendOn(() => {
        cleared.freeText();
        cleared.reconsider([...unread].filter((root) => isAttached(root) && cleared.holds(root)));
        unread.clear();
      });
      const found = await findAll((ms) => budget.spend(ms, now()));
      if (signal.aborted) return;
      spendOn(() => {
        inVain = cleared.take(found, true) ? 0 : inVain + 1;
        cleared.recheckLock(true);
        observeShadows();
      });
    } finally {
      isLooking = false;
      if (next !== null) schedule(next);
      next = null;
    }
  };

  /** Whether a place changes so often that it is not worth a look each time. */
  const isRestless = (place: Node): boolean => {
    let looks = looksAt.get(place);
    if (looks === undefined) {
      looks = new WorkBudget(LOOKS_AT_ONCE, LOOKS_PER_SECOND, now());
      looksAt.set(place, looks);
    }
    looks.spend(1, now());
    return !looks.has(now());
  };

  const schedule = (delay: number): void => {
    if (isLooking) next ??= delay;
    else if (timer === null && !signal.aborted) timer = setTimeout(() => void lookAtAll(), delay);
  };

  const onChanges = (records: readonly MutationRecord[]): void => {
    spendOn(() => readChanges(records, now()));
  };

  const readChanges = (records: readonly MutationRecord[], started: number): void => {
    const added = new Map<Element, Node>();
    const restless = new Set<Node>();
    const free = new Set<Element>();
    const rechecked = new Set<Element>();
    let lockChanged = false;
    const roots: readonly (Node | null)[] = [rootOf(document_), bodyOf(document_)];
    for (const record of records) {
      const target = record.target as Element;
      if (record.type === 'attributes') {
        if (isLocking(record, roots)) lockChanged = true;
        if (!rechecked.has(target)) {
          cleared.recheck(target);
          free.clear();
        }
        rechecked.add(target);
      } else if (record.addedNodes.length > 0) {
        if (isRestless(target)) restless.add(target);
        // What is put into a hidden block must be known even where there is no time for it.
        if (!restless.has(target) || cleared.holds(target, free)) collectAdded(record, added, document_);
      }
    }
    if (added.size === 0) {
      if (lockChanged) cleared.recheckLock(true);
      if (restless.size > 0) lookAgain(false);
      return;
    }
    // Whatever else there is no time for: none of the article may stay hidden.
    if ([...added.keys()].some((root) => cleared.holds(root, free))) cleared.freeText();
    free.clear();
    let looks = 0;
    let found = false;
    let isOutOfTime = false;
    for (const [root, place] of added) {
      if (!isAttached(root)) continue;
      const spent = now() - started;
      isOutOfTime ||= looks >= ROOTS_PER_BATCH || spent > WORK_PER_BATCH || !budget.has(now(), spent);
      if (isOutOfTime || restless.has(place)) {
        if (unread.size < MOST_UNREAD && cleared.holds(root, free)) unread.add(root);
        continue;
      }
      looks++;
      if (cleared.holds(root)) cleared.reconsider([root]);
      if (!cleared.holds(root)) found = cleared.take(find(root), true) || found;
      free.clear();
    }
    cleared.recheckLock(lockChanged || found);
    observeShadows();
    if (found) inVain = 0;
    lookAgain(found);
  };

  const lookAgain = (found: boolean): void => {
    const settle = SETTLE * 2 ** Math.min(inVain, MOST_DOUBLINGS);
    schedule(found || now() - begun < EARLY ? settle : LEISURE);
  };

  const observer = new MutationObserver(onChanges);
  const observeShadows = (): void => {
    for (const root of shadowRoots) {
      if (seenRoots.has(root)) continue;
      seenRoots.add(root);
      observer.observe(root, OBSERVED);
    }
  };
  const root = rootOf(document_);
  if (root !== null) observer.observe(root, OBSERVED);
  observeShadows();
  if (watched.isBehind) schedule(SETTLE);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
    { once: true },
  );
}

/** Whether a change may have locked the page: on its roots, or one that switches some of it off. */
function isLocking({ target, attributeName }: MutationRecord, roots: readonly (Node | null)[]): boolean {
  if (roots.includes(target)) return true;
  return attributeName === 'inert' || attributeName === 'aria-hidden';
}

/** The elements that were put in, each with the place it was put into; where only text was, the element it was put into. */
function collectAdded(record: MutationRecord, added: Map<Element, Node>, document_: Document): void {
  for (const node of record.addedNodes) {
    if (isElement(node)) added.set(node, record.target);
    else if (isText(node) && node.data.trim() !== '') {
      const { target } = record;
      if (target !== bodyOf(document_) && isElement(target)) added.set(target, target);
    }
  }
}
