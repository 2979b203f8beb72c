import {
  bodyOf,
  isAttached,
  isElement,
  isText,
  parentElementOf,
  rootOf,
  viewOf,
} from '../../page/dom-access.ts';
import type { ClutterFinding } from '../types.ts';
import type { ClearedPage } from './cleared-page.ts';
import { watchLateRoots } from './late-roots.ts';
import { isLikeLayer } from './page-layers.ts';
import { WorkBudget } from './work-budget.ts';

export interface Watched {
  cleared: ClearedPage;
  /** Looks through one subtree. */
  find: (root: Element) => readonly ClutterFinding[];
  /** What rules of the user's hide of what was just put in. */
  findByUser: (roots: readonly Element[]) => Promise<readonly ClutterFinding[]>;
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
/** On a page that leaves no time for it, the whole is looked at all the same after so many tries. */
const MOST_RETRIES = 3;
/** Milliseconds from the start in which pages put in most of what they put in late. */
const EARLY = 12_000;
/** Milliseconds to the next look at the whole page for changes that ask nothing by themselves. */
const LEISURE = 6000;
/** Milliseconds for what looks like a layer over the page, which comes first: so much at once, and each second. */
const LAYERS_AT_ONCE = 40;
const LAYERS_PER_SECOND = 3;
/** What changes more often in a second is looked at only with the whole page. */
const LOOKS_AT_ONCE = 16;
const LOOKS_PER_SECOND = 3;

const OBSERVED: MutationObserverInit = {
  childList: true,
  // Frameworks write a text anew in the node that it stands in.
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['style', 'class', 'hidden', 'open', 'inert', 'aria-hidden'],
};

export interface PageWatch {
  /**
   * Another article has come: what belongs to it may come late as well.
   *
   * @param isBehind as in `Watched`
   */
  begin(isBehind: boolean): void;
}

/**
 * Watches a page for what arrives late. What is put in is looked at in the same turn, before it is painted, on its
 * own; the page as a whole is looked at again once it has come to rest, within a budget of time.
 */
export function watchPage(document_: Document, watched: Watched): PageWatch {
  const { cleared, find, findByUser, findAll, shadowRoots, signal, now } = watched;
  const view = viewOf(document_);
  if (view === null) return { begin: () => undefined };
  const budget = new WorkBudget(WORK_AT_ONCE, WORK_PER_SECOND, now());
  const layers = new WorkBudget(LAYERS_AT_ONCE, LAYERS_PER_SECOND, now());
  let begun = now();
  const seenRoots = new WeakSet<ShadowRoot>();
  const looksAt = new WeakMap<Node, WorkBudget>();
  /** What was put into hidden blocks when there was no time to look at it. */
  const unread = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let rereading: ReturnType<typeof setTimeout> | null = null;
  let inVain = 0;
  let retries = 0;
  let isLooking = false;
  /** What changes during a look asks for one more. */
  let next: number | null = null;

  const spendOn = (work: () => void): void => {
    const started = now();
    work();
    budget.spend(now() - started, now());
  };

  const reread = (): void => {
    cleared.reconsider([...unread].filter((root) => isAttached(root) && cleared.holds(root)));
    unread.clear();
  };

  const lookAtAll = async (): Promise<void> => {
    timer = null;
    if (!budget.has(now()) && retries < MOST_RETRIES) {
      retries += 1;
      schedule(RETRY);
      return;
    }
    retries = 0;
    isLooking = true;
    try {
      spendOn(() => {
        cleared.freeText();
        reread();
      });
      const found = await findAll((ms) => {
        budget.spend(ms, now());
        // What is put into one while the rest is read would never be told.
        observeShadows();
      });
      if (signal.aborted) return;
      spendOn(() => {
        inVain = cleared.take(found, true) ? 0 : inVain + 1;
        cleared.recheckLock();
      });
    } finally {
      observeShadows();
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

  /** Words of a hidden block were written anew: they may be the article's. */
  const rereadSoon = (parent: Element): void => {
    unread.add(parent);
    rereading ??= setTimeout(() => {
      rereading = null;
      if (signal.aborted) return;
      if (budget.has(now())) spendOn(reread);
      // None of the article may stay hidden for want of time.
      else schedule(RETRY);
    }, SETTLE);
  };

  /** What is noted of changes costs less than they do; only looks are counted. */
  const onChanges = (records: readonly MutationRecord[]): void => {
    const added = new Map<Element, Node>();
    const restless = new Set<Node>();
    const free = new Set<Element>();
    const rechecked = new Set<Element>();
    let lockChanged = false;
    for (const record of records) {
      if (record.type === 'characterData') {
        const parent = parentElementOf(record.target);
        if (parent !== null && unread.size < MOST_UNREAD && cleared.holds(parent, free)) rereadSoon(parent);
        continue;
      }
      const target = record.target as Element;
      if (record.type === 'attributes') {
        if (rechecked.has(target)) continue;
        rechecked.add(target);
        if (cleared.mayHoldPage(target)) lockChanged = true;
        cleared.recheck(target);
        free.clear();
      } else if (record.addedNodes.length > 0) {
        if (isRestless(target)) restless.add(target);
        // What is put into a hidden block must be known even where there is no time for it; a layer is seen by its names.
        collectAdded(record, added, document_);
      }
    }
    for (const [root, place] of added) {
      if (restless.has(place) && !isLikeLayer(root) && !cleared.holds(root, free)) added.delete(root);
    }
    if (added.size === 0) {
      if (lockChanged) cleared.recheckLock();
      if (restless.size > 0) lookAgain(false);
      return;
    }
    const found = lookAtAdded(added, restless, free);
    if (lockChanged || found) cleared.recheckLock();
    observeShadows();
    if (found) inVain = 0;
    lookAgain(found);
  };

  const lookAtAdded = (
    added: ReadonlyMap<Element, Node>,
    restless: ReadonlySet<Node>,
    free: Set<Element>,
  ): boolean => {
    // Whatever else there is no time for: none of the article may stay hidden.
    if ([...added.keys()].some((root) => cleared.holds(root, free))) spendOn(() => cleared.freeText());
    free.clear();
    const started = now();
    const looked: Element[] = [];
    let found = false;
    const look = (root: Element): void => {
      looked.push(root);
      if (cleared.holds(root)) cleared.reconsider([root]);
      if (!cleared.holds(root)) found = cleared.take(find(root), true) || found;
      free.clear();
    };
    const lookIn = (own: WorkBudget, root: Element): void => {
      const start = now();
      look(root);
      own.spend(now() - start, now());
    };
    for (const [root, place] of added) {
      if (!isAttached(root)) continue;
      const isOut =
        looked.length >= ROOTS_PER_BATCH || now() - started > WORK_PER_BATCH || !budget.has(now());
      if (!isOut && !restless.has(place)) lookIn(budget, root);
      else if (isLikeLayer(root) && layers.has(now())) lookIn(layers, root);
      else if (unread.size < MOST_UNREAD && cleared.holds(root, free)) unread.add(root);
    }
    if (looked.length > 0) void takeByUser(looked);
    return found;
  };

  const takeByUser = async (roots: readonly Element[]): Promise<void> => {
    const found = await findByUser(roots);
    if (found.length > 0 && !signal.aborted) cleared.take(found, true);
  };

  const lookAgain = (found: boolean): void => {
    const settle = SETTLE * 2 ** Math.min(inVain, MOST_DOUBLINGS);
    schedule(found || now() - begun < EARLY ? settle : LEISURE);
  };

  const observer = new MutationObserver(onChanges);
  const observeShadows = (): void => {
    // A look goes on for some slices when nobody wants it any more.
    if (signal.aborted) return;
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
  const onHosts = (hosts: readonly Element[]): void => {
    const found = lookAtAdded(new Map(hosts.map((host) => [host, host])), new Set(), new Set());
    observeShadows();
    lookAgain(found);
  };
  watchLateRoots(document_, shadowRoots, onHosts, signal);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
      if (rereading !== null) clearTimeout(rereading);
    },
    { once: true },
  );
  return {
    begin(isBehind) {
      begun = now();
      inVain = 0;
      watchLateRoots(document_, shadowRoots, onHosts, signal);
      observeShadows();
      if (isBehind) schedule(SETTLE);
    },
  };
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
