import {
  bodyOf,
  documentElementOf,
  isConnected,
  isElement,
  isText,
  listenTo,
  parentElementOf,
  queryWithin,
  windowOf,
} from '../../page/dom-access.ts';
import { localNameOf, shadowRootOf } from '../../page/element-access.ts';
import { closedRootOf } from '../find/shadow-roots.ts';
import { tagBits } from '../find/tags.ts';
import type { ClutterFinding } from '../types.ts';
import type { ClearedPage } from './cleared-page.ts';
import { mayBeLayer } from './page-layers.ts';
import { WorkBudget } from './work-budget.ts';

export interface WatchOptions {
  cleared: ClearedPage;
  /** Finds clutter in one subtree. */
  findInSubtree: (root: Element) => readonly ClutterFinding[];
  /** Finds the blocks in inserted elements that the user's rules hide. */
  findByUser: (roots: readonly Element[]) => Promise<readonly ClutterFinding[]>;
  /** Finds clutter in the whole page in slices, and reports the duration of each slice in ms. */
  findAll: (onSlice: (ms: number) => void) => Promise<readonly ClutterFinding[]>;
  /** The shadow roots found so far; `find` and `findAll` add to them. */
  shadowRoots: Set<ShadowRoot>;
  /** Whether the page may have changed since the first pass. */
  isOutdated: boolean;
  signal: AbortSignal;
  now: () => number;
}

/** Time budget (ms) and its refill (ms per second), which is less than 0.5 % of a core, including the browser's work. */
const WORK_BUDGET_MS = 80;
const WORK_MS_PER_SECOND = 4;
/** Limits per batch of changes: time (ms) and number of subtrees. The rest waits for the next full pass. */
const MAX_BATCH_MS = 4;
const MAX_ROOTS_PER_BATCH = 60;
/** Maximum number of elements inserted into hidden blocks that wait for the next full pass. */
const MAX_UNCHECKED = 500;
/** Delay (ms) between a change and the next full pass; doubled after each pass without findings. */
const SETTLE_MS = 250;
const MAX_DOUBLINGS = 3;
/** Delay (ms) of a full pass if the budget is used up. */
const RETRY_MS = 2000;
/** Number of retries after which a full pass runs even if the budget is used up. */
const MAX_RETRIES = 3;
/** Time after the start in which pages insert most of their late content, in ms. */
const EARLY_MS = 12_000;
/** Delay of a full pass after later changes without findings, in ms. */
const LATE_MS = 6000;
/** Separate time budget (ms) and refill (ms per second) for elements that look like layers, which have priority. */
const LAYER_BUDGET_MS = 40;
const LAYER_MS_PER_SECOND = 3;
/** Number of insertions into one parent that are checked at once, and its refill per second. The rest waits for a full pass. */
const MAX_CHECKS_AT_ONCE = 16;
const CHECKS_PER_SECOND = 3;

const OBSERVED: MutationObserverInit = {
  childList: true,
  // Some frameworks change the text of an existing node.
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['style', 'class', 'hidden', 'open', 'inert', 'aria-hidden'],
};

export interface PageWatch {
  /**
   * Starts again for another article.
   *
   * @param isOutdated whether the page may have changed since it was searched
   */
  restart(isOutdated: boolean): void;
}

/**
 * Watches a page for late content. Examines insertions in the same task, before they are painted, and the whole page again
 * once it has settled. Both are limited by a time budget.
 */
export function watchPage(document_: Document, watched: WatchOptions): PageWatch {
  const { cleared, findInSubtree, findByUser, findAll, shadowRoots, signal, now } = watched;
  const view = windowOf(document_);
  if (view === null) return { restart: () => undefined };
  const budget = new WorkBudget(WORK_BUDGET_MS, WORK_MS_PER_SECOND, now());
  const layerBudget = new WorkBudget(LAYER_BUDGET_MS, LAYER_MS_PER_SECOND, now());
  let startedAt = now();
  const observedRoots = new WeakSet<ShadowRoot>();
  const budgetByParent = new WeakMap<Node, WorkBudget>();
  /** Elements inserted into hidden blocks that could not be checked in time. */
  const unchecked = new Set<Element>();
  let passTimer: ReturnType<typeof setTimeout> | null = null;
  let recheckTimer: ReturnType<typeof setTimeout> | null = null;
  let emptyPasses = 0;
  let retries = 0;
  let isPassRunning = false;
  /** Scheduled time of a pass requested during another one. */
  let nextDelay: number | null = null;

  const runOnBudget = (work: () => void): void => {
    const startTime = now();
    work();
    budget.spend(now() - startTime, now());
  };

  const checkUnchecked = (): void => {
    cleared.reconsider([...unchecked].filter((root) => isConnected(root) && cleared.contains(root)));
    unchecked.clear();
  };

  const runFullPass = async (): Promise<void> => {
    passTimer = null;
    if (!budget.has(now()) && retries < MAX_RETRIES) {
      retries += 1;
      schedule(RETRY_MS);
      return;
    }
    retries = 0;
    isPassRunning = true;
    try {
      runOnBudget(() => {
        cleared.showArticleText();
        checkUnchecked();
      });
      const found = await findAll((ms) => {
        budget.spend(ms, now());
        // Now, because insertions during the rest of the pass would be missed otherwise.
        observeShadowRoots();
      });
      if (signal.aborted) return;
      runOnBudget(() => {
        emptyPasses = cleared.hide(found, true) ? 0 : emptyPasses + 1;
        cleared.recheckLock();
      });
    } finally {
      observeShadowRoots();
      isPassRunning = false;
      if (nextDelay !== null) schedule(nextDelay);
      nextDelay = null;
    }
  };

  /** Whether a parent gets insertions too often to check each of them. */
  const changesTooOften = (parent: Node): boolean => {
    let checkBudget = budgetByParent.get(parent);
    if (checkBudget === undefined) {
      checkBudget = new WorkBudget(MAX_CHECKS_AT_ONCE, CHECKS_PER_SECOND, now());
      budgetByParent.set(parent, checkBudget);
    }
    checkBudget.spend(1, now());
    return !checkBudget.has(now());
  };

  const schedule = (delay: number): void => {
    if (isPassRunning) nextDelay ??= delay;
    else if (passTimer === null && !signal.aborted) passTimer = setTimeout(() => void runFullPass(), delay);
  };

  /** Checks a hidden block again after its text was changed, because it may now be text of the article. */
  const scheduleRecheck = (parent: Element): void => {
    unchecked.add(parent);
    recheckTimer ??= setTimeout(() => {
      recheckTimer = null;
      if (signal.aborted) return;
      if (budget.has(now())) runOnBudget(checkUnchecked);
      // Retry, because text of the article must not stay hidden for lack of time.
      else schedule(RETRY_MS);
    }, SETTLE_MS);
  };

  /** Handles a batch of changes. Only the checks are charged to the budget, because recording changes is cheap. */
  const onChanges = (records: readonly MutationRecord[]): void => {
    const added = new Map<Element, Node>();
    const restlessParents = new Set<Node>();
    const outsideElements = new Set<Element>();
    const rechecked = new Set<Element>();
    let mayLockHaveChanged = false;
    for (const record of records) {
      if (record.type === 'characterData') {
        const parent = parentElementOf(record.target);
        if (parent !== null && unchecked.size < MAX_UNCHECKED && cleared.contains(parent, outsideElements))
          scheduleRecheck(parent);
        continue;
      }
      const target = record.target as Element;
      if (record.type === 'attributes') {
        if (rechecked.has(target)) continue;
        rechecked.add(target);
        if (cleared.canAffectLock(target)) mayLockHaveChanged = true;
        cleared.recheck(target);
        outsideElements.clear();
      } else if (record.addedNodes.length > 0) {
        if (changesTooOften(target)) restlessParents.add(target);
        // Recorded in any case, because insertions into hidden blocks and layers are checked below.
        collectAdded(record, added, document_);
      }
    }
    for (const [root, parent] of added) {
      if (restlessParents.has(parent) && !mayBeLayer(root) && !cleared.contains(root, outsideElements))
        added.delete(root);
    }
    if (added.size === 0) {
      if (mayLockHaveChanged) cleared.recheckLock();
      if (restlessParents.size > 0) schedulePass(false);
      return;
    }
    const hasFound = checkAdded(added, restlessParents, outsideElements);
    if (mayLockHaveChanged || hasFound) cleared.recheckLock();
    observeShadowRoots();
    if (hasFound) emptyPasses = 0;
    schedulePass(hasFound);
  };

  const checkAdded = (
    added: ReadonlyMap<Element, Node>,
    restlessParents: ReadonlySet<Node>,
    outsideElements: Set<Element>,
  ): boolean => {
    // Done even if the budget is used up, because text of the article must not stay hidden.
    if ([...added.keys()].some((root) => cleared.contains(root, outsideElements)))
      runOnBudget(() => cleared.showArticleText());
    outsideElements.clear();
    const startTime = now();
    const checked: Element[] = [];
    let hasFound = false;
    const check = (root: Element): void => {
      checked.push(root);
      if (cleared.contains(root)) cleared.reconsider([root]);
      if (!cleared.contains(root)) hasFound = cleared.hide(findInSubtree(root), true) || hasFound;
      outsideElements.clear();
    };
    const checkOnBudget = (usedBudget: WorkBudget, root: Element): void => {
      const start = now();
      check(root);
      usedBudget.spend(now() - start, now());
    };
    for (const [root, parent] of added) {
      if (!isConnected(root)) continue;
      const isOverLimit =
        checked.length >= MAX_ROOTS_PER_BATCH || now() - startTime > MAX_BATCH_MS || !budget.has(now());
      if (!isOverLimit && !restlessParents.has(parent)) checkOnBudget(budget, root);
      else if (mayBeLayer(root) && layerBudget.has(now())) checkOnBudget(layerBudget, root);
      else if (unchecked.size < MAX_UNCHECKED && cleared.contains(root, outsideElements)) unchecked.add(root);
    }
    if (checked.length > 0) void hideByUserRules(checked);
    return hasFound;
  };

  const hideByUserRules = async (roots: readonly Element[]): Promise<void> => {
    const found = await findByUser(roots);
    if (found.length > 0 && !signal.aborted) cleared.hide(found, true);
  };

  const schedulePass = (hasFound: boolean): void => {
    const delay = SETTLE_MS * 2 ** Math.min(emptyPasses, MAX_DOUBLINGS);
    schedule(hasFound || now() - startedAt < EARLY_MS ? delay : LATE_MS);
  };

  const observer = new MutationObserver(onChanges);
  const observeShadowRoots = (): void => {
    // A pass can continue for some slices after it was aborted.
    if (signal.aborted) return;
    for (const root of shadowRoots) {
      if (observedRoots.has(root)) continue;
      observedRoots.add(root);
      observer.observe(root, OBSERVED);
    }
  };
  const root = documentElementOf(document_);
  if (root !== null) observer.observe(root, OBSERVED);
  observeShadowRoots();
  if (watched.isOutdated) schedule(SETTLE_MS);
  const onHosts = (hosts: readonly Element[]): void => {
    const hasFound = checkAdded(new Map(hosts.map((host) => [host, host])), new Set(), new Set());
    observeShadowRoots();
    schedulePass(hasFound);
  };
  watchLateRoots(document_, shadowRoots, onHosts, signal);
  // Frames are inserted before their documents have loaded.
  const onLoad = ({ target }: Event): void => {
    if (target !== document_ && isElement(target as Node) && localNameOf(target as Element) === 'iframe')
      onHosts([target as Element]);
  };
  listenTo(document_, 'load', onLoad, { capture: true, signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (passTimer !== null) clearTimeout(passTimer);
      if (recheckTimer !== null) clearTimeout(recheckTimer);
    },
    { once: true },
  );
  return {
    restart(isOutdated) {
      startedAt = now();
      emptyPasses = 0;
      watchLateRoots(document_, shadowRoots, onHosts, signal);
      observeShadowRoots();
      if (isOutdated) schedule(SETTLE_MS);
    },
  };
}

/** Collects inserted elements with their parents; for inserted text, the element that contains it. */
function collectAdded(record: MutationRecord, added: Map<Element, Node>, document_: Document): void {
  for (const node of record.addedNodes) {
    if (isElement(node)) added.set(node, record.target);
    else if (isText(node) && node.data.trim() !== '') {
      const { target } = record;
      if (target !== bodyOf(document_) && isElement(target)) added.set(target, target);
    }
  }
}

/**
 * Times of the checks for late shadow roots, in ms after the start. No mutation or event tells that a root was attached to an
 * existing element, for instance when its custom element was defined.
 */
const CHECK_TIMES_MS = [400, 1000, 2000, 3500, 5500, 8000, 12_000, 17_000, 24_000, 32_000];
/** Maximum number of elements examined per check. */
const MAX_ELEMENTS = 20_000;

/**
 * Reports elements that have got a shadow root, for half a minute. Later ones are found by the next full pass.
 *
 * @param knownRoots the roots found so far
 * @param onHosts called with the hosts of new roots
 */
export function watchLateRoots(
  document_: Document,
  knownRoots: ReadonlySet<ShadowRoot>,
  onHosts: (hosts: readonly Element[]) => void,
  signal: AbortSignal,
): void {
  const checkForRoots = (): void => {
    const body = bodyOf(document_);
    if (body === null) return;
    const hosts: Element[] = [];
    // Known shadow roots are searched, too, because components are nested.
    let elementsLeft = MAX_ELEMENTS;
    for (const parent of [body, ...[...knownRoots].filter((root) => isConnected(root.host))]) {
      if (elementsLeft <= 0) break;
      const elements = queryWithin(parent, '*');
      for (let i = 0; i < elements.length && elementsLeft > 0; i++, elementsLeft--) {
        const element = elements[i];
        const root =
          element && (shadowRootOf(element) ?? closedRootOf(element, tagBits(localNameOf(element))));
        if (element !== undefined && root && !knownRoots.has(root)) hosts.push(element);
      }
    }
    if (hosts.length > 0) onHosts(hosts);
  };
  let passTimer: ReturnType<typeof setTimeout> | null = null;
  const scheduleCheck = (checkIndex: number): void => {
    const time = CHECK_TIMES_MS[checkIndex];
    if (time === undefined) return;
    passTimer = setTimeout(
      () => {
        try {
          checkForRoots();
        } finally {
          // An error in one check must not prevent the later ones.
          if (!signal.aborted) scheduleCheck(checkIndex + 1);
        }
      },
      time - (CHECK_TIMES_MS[checkIndex - 1] ?? 0),
    );
  };
  scheduleCheck(0);
  signal.addEventListener('abort', () => passTimer !== null && clearTimeout(passTimer), { once: true });
}
