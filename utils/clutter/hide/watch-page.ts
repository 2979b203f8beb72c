import {
  bodyOf,
  isAttached,
  isElement,
  isText,
  listenAt,
  parentElementOf,
  queryWithin,
  rootOf,
  viewOf,
} from '../../page/dom-access.ts';
import { nameOf, openRootOf } from '../../page/element-access.ts';
import { closedRootOf } from '../find/shadow-roots.ts';
import { tagBits } from '../find/tags.ts';
import type { ClutterFinding } from '../types.ts';
import type { ClearedPage } from './cleared-page.ts';
import { isLikeLayer } from './page-layers.ts';
import { WorkBudget } from './work-budget.ts';

export interface Watched {
  cleared: ClearedPage;
  /** Searches one subtree. */
  find: (root: Element) => readonly ClutterFinding[];
  /** Finds what the user's rules hide in inserted elements. */
  findByUser: (roots: readonly Element[]) => Promise<readonly ClutterFinding[]>;
  /** Searches the whole page in slices, reporting the duration of each in ms. */
  findAll: (onSlice: (ms: number) => void) => Promise<readonly ClutterFinding[]>;
  /** The shadow roots found so far; `find` and `findAll` add to them. */
  shadowRoots: Set<ShadowRoot>;
  /** Whether the page may have changed since it was searched. */
  isBehind: boolean;
  signal: AbortSignal;
  now: () => number;
}

/** Time budget in ms: initial, then per second, which is less than half a percent of a core including the browser's work. */
const WORK_AT_ONCE = 80;
const WORK_PER_SECOND = 4;
/** Time limit per batch of changes in ms, beyond which the rest waits for the next full pass. */
const WORK_PER_BATCH = 4;
const ROOTS_PER_BATCH = 60;
/** Maximum number of elements inserted into hidden blocks that wait for the next full pass. */
const MAX_UNREAD = 500;
/** Delay in ms from a change to the next full pass; doubled after each that found nothing. */
const SETTLE_MS = 250;
const MAX_DOUBLINGS = 3;
const RETRY_MS = 2000;
/** Number of tries after which a full pass runs although the budget is used up. */
const MAX_RETRIES = 3;
/** Time in ms after the start in which pages insert most of their late content. */
const EARLY_MS = 12_000;
/** Delay in ms of a full pass after insignificant changes. */
const LEISURE_MS = 6000;
/** Time budget in ms for elements that look like layers, which have priority: initial, then per second. */
const LAYERS_AT_ONCE = 40;
const LAYERS_PER_SECOND = 3;
/** Budget of checks for one place; beyond it, changes wait for the next full pass. */
const CHECKS_AT_ONCE = 16;
const CHECKS_PER_SECOND = 3;

const OBSERVED: MutationObserverInit = {
  childList: true,
  // Frameworks rewrite text within the same node.
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['style', 'class', 'hidden', 'open', 'inert', 'aria-hidden'],
};

export interface PageWatch {
  /**
   * Starts again for another article, whose content may arrive late as well.
   *
   * @param isBehind as in `Watched`
   */
  begin(isBehind: boolean): void;
}

/**
 * Watches a page for late content. Insertions are searched in the same task, before they are painted; the whole page is
 * searched again once it has settled, within a time budget.
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
  /** Elements inserted into hidden blocks that could not be checked in time. */
  const unread = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let rereading: ReturnType<typeof setTimeout> | null = null;
  let inVain = 0;
  let retries = 0;
  let isLooking = false;
  /** Scheduled time of a pass requested during another one. */
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
    if (!budget.has(now()) && retries < MAX_RETRIES) {
      retries += 1;
      schedule(RETRY_MS);
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
        // Otherwise insertions during the rest of the pass would be missed.
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

  /** Whether a place changes too often to be checked each time. */
  const isRestless = (place: Node): boolean => {
    let looks = looksAt.get(place);
    if (looks === undefined) {
      looks = new WorkBudget(CHECKS_AT_ONCE, CHECKS_PER_SECOND, now());
      looksAt.set(place, looks);
    }
    looks.spend(1, now());
    return !looks.has(now());
  };

  const schedule = (delay: number): void => {
    if (isLooking) next ??= delay;
    else if (timer === null && !signal.aborted) timer = setTimeout(() => void lookAtAll(), delay);
  };

  /** Reads a hidden block again after its text was rewritten, since it may be the article's. */
  const rereadSoon = (parent: Element): void => {
    unread.add(parent);
    rereading ??= setTimeout(() => {
      rereading = null;
      if (signal.aborted) return;
      if (budget.has(now())) spendOn(reread);
      // Text of the article must not stay hidden for lack of time.
      else schedule(RETRY_MS);
    }, SETTLE_MS);
  };

  /** Recording changes is cheap; only checks count against the budget. */
  const onChanges = (records: readonly MutationRecord[]): void => {
    const added = new Map<Element, Node>();
    const restless = new Set<Node>();
    const free = new Set<Element>();
    const rechecked = new Set<Element>();
    let lockChanged = false;
    for (const record of records) {
      if (record.type === 'characterData') {
        const parent = parentElementOf(record.target);
        if (parent !== null && unread.size < MAX_UNREAD && cleared.holds(parent, free)) rereadSoon(parent);
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
        // Insertions into hidden blocks must always be recorded; layers are recognised by their names.
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
    // Beyond the budget, because text of the article must not stay hidden.
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
      else if (unread.size < MAX_UNREAD && cleared.holds(root, free)) unread.add(root);
    }
    if (looked.length > 0) void takeByUser(looked);
    return found;
  };

  const takeByUser = async (roots: readonly Element[]): Promise<void> => {
    const found = await findByUser(roots);
    if (found.length > 0 && !signal.aborted) cleared.take(found, true);
  };

  const lookAgain = (found: boolean): void => {
    const settle = SETTLE_MS * 2 ** Math.min(inVain, MAX_DOUBLINGS);
    schedule(found || now() - begun < EARLY_MS ? settle : LEISURE_MS);
  };

  const observer = new MutationObserver(onChanges);
  const observeShadows = (): void => {
    // A pass may continue for some slices after it was aborted.
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
  if (watched.isBehind) schedule(SETTLE_MS);
  const onHosts = (hosts: readonly Element[]): void => {
    const found = lookAtAdded(new Map(hosts.map((host) => [host, host])), new Set(), new Set());
    observeShadows();
    lookAgain(found);
  };
  watchLateRoots(document_, shadowRoots, onHosts, signal);
  // Frames are inserted before their documents have loaded.
  const onLoad = ({ target }: Event): void => {
    if (target !== document_ && isElement(target as Node) && nameOf(target as Element) === 'iframe')
      onHosts([target as Element]);
  };
  listenAt(document_, 'load', onLoad, { capture: true, signal });
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
      if (isBehind) schedule(SETTLE_MS);
    },
  };
}

/** Collects inserted elements with their parent; for inserted text, its parent element. */
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
 * When a page is checked for late shadow roots, in ms after the start. No mutation or event indicates a root that is
 * attached to an existing element, for instance when its component is defined.
 */
const CHECKS_MS = [400, 1000, 2000, 3500, 5500, 8000, 12_000, 17_000, 24_000, 32_000];
const MAX_ELEMENTS = 20_000;

/**
 * Reports elements that have got a shadow root, for half a minute; later ones are found with the next pass.
 *
 * @param known the roots found so far
 * @param onHosts called with the hosts of new roots
 */
export function watchLateRoots(
  document_: Document,
  known: ReadonlySet<ShadowRoot>,
  onHosts: (hosts: readonly Element[]) => void,
  signal: AbortSignal,
): void {
  const look = (): void => {
    const body = bodyOf(document_);
    if (body === null) return;
    const hosts: Element[] = [];
    // Components are nested.
    let left = MAX_ELEMENTS;
    for (const place of [body, ...[...known].filter((root) => isAttached(root.host))]) {
      if (left <= 0) break;
      const all = queryWithin(place, '*');
      for (let i = 0; i < all.length && left > 0; i++, left--) {
        const element = all[i];
        const root = element && (openRootOf(element) ?? closedRootOf(element, tagBits(nameOf(element))));
        if (element !== undefined && root && !known.has(root)) hosts.push(element);
      }
    }
    if (hosts.length > 0) onHosts(hosts);
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const wait = (looked: number): void => {
    const next = CHECKS_MS[looked];
    if (next === undefined) return;
    timer = setTimeout(
      () => {
        try {
          look();
        } finally {
          // Errors in one check must not end the later ones.
          if (!signal.aborted) wait(looked + 1);
        }
      },
      next - (CHECKS_MS[looked - 1] ?? 0),
    );
  };
  wait(0);
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer), { once: true });
}
