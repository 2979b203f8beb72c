import { bodyOf, viewOf } from '../../page/dom-access.ts';
import type { Pacing } from '../../page/in-slices.ts';
import { type FindOptions, findClutter } from '../find/find-clutter.ts';
import { findInSlices } from '../find/find-in-slices.ts';
import type { PageModel } from '../find/page-counts.ts';
import type { ClutterFinding, HiddenItem, HiddenWhich } from '../types.ts';
import { clearPage } from './clear-page.ts';
import type { ClearingOptions } from './clearing-options.ts';
import type { BlockPlace } from './seam.ts';
import { watchPage } from './watch-page.ts';

/** What a look through a page before it is cleared has found. */
export interface FirstLook {
  found: readonly ClutterFinding[];
  /** Milliseconds it took, without what the page did in between. */
  ms: number;
  /** The page had its turn meanwhile: what it changed nobody has seen. */
  hasPaused: boolean;
  /** How to look again. */
  look: FindOptions & { shadowRoots: Set<ShadowRoot> };
}

type LookOptions = Pick<ClearingOptions, 'kinds' | 'findExtras' | 'kept' | 'repeats' | 'rules'>;

/**
 * Looks through a page in slices, before clearing starts on it with what this returns.
 *
 * @param model the page as it was read a moment ago, with nothing changed in it since
 */
export async function lookFirst(
  document_: Document,
  options: LookOptions,
  model: PageModel | null,
): Promise<FirstLook> {
  const look = lookWith(options);
  let ms = 0;
  const onSlice = (slice: number): void => {
    ms += slice;
  };
  let hasPaused = false;
  const onPause = (): void => {
    hasPaused = true;
  };
  const begging = await findInSlices(document_, { ...look, model }, { onSlice, onPause });
  const found = (await options.rules?.()?.heed(begging, onPause)) ?? begging;
  return { found, ms, hasPaused, look };
}

function lookWith({ kinds, findExtras, kept, repeats }: LookOptions): FirstLook['look'] {
  return { kinds, findExtras, kept, repeats, shadowRoots: new Set() };
}

/** Clearing of one page: the first pass is done when this is returned, late arrivals follow. */
export interface Clearing {
  items(): HiddenItem[];
  /** Hides or brings back one item, those of a kind, or all. */
  setHidden(which: HiddenWhich, hidden: boolean): void;
  /** Where the block of an item stands or stood; null where it is not in the page. */
  placeOf(id: number): BlockPlace | null;
  /** The element of one item, or null. */
  elementOf(id: number): Element | null;
  /** The user's rules have changed: what they say holds when this resolves. */
  applyRules(): Promise<void>;
  /** Milliseconds the first pass took. */
  firstPassMs: number;
  /**
   * The page has another address or another article: what is hidden stays so, and so does what the user brought back.
   *
   * @param options in place of those that it was started with, but for the signal
   * @param first what was found a moment ago, in the same task
   */
  resume(options: ClearingOptions, first: FirstLook): void;
}

/**
 * Starts hiding clutter in a document. Nothing that `kept` returns, nor anything that holds or lies in it, is hidden.
 *
 * Throws nothing into the page; a page without a body gets an empty clearing.
 *
 * @param first what was found a moment ago, in the same task; without it the whole page is looked through at once
 */
export function startClearing(
  document_: Document,
  options: ClearingOptions,
  first?: FirstLook | null,
): Clearing {
  const view = viewOf(document_);
  if (bodyOf(document_) === null || view === null || options.signal.aborted) {
    return {
      items: () => [],
      setHidden: noWork,
      placeOf: () => null,
      elementOf: () => null,
      applyRules: () => Promise.resolve(),
      firstPassMs: 0,
      resume: noWork,
    };
  }
  const now = () => performance.now();
  const started = now();
  const look = first?.look ?? lookWith(options);
  let current = options;
  const rules = () => current.rules?.() ?? null;
  const keep = (found: readonly ClutterFinding[]): readonly ClutterFinding[] => rules()?.keep(found) ?? found;
  const findAll = async (pacing?: Pacing): Promise<readonly ClutterFinding[]> => {
    const found = await findInSlices(document_, look, pacing);
    return (await rules()?.heed(found)) ?? found;
  };
  const cleared = clearPage(
    document_,
    view,
    { ...options, kept: () => current.kept(), onChange: () => current.onChange() },
    now,
  );
  cleared.take(first?.found ?? keep(findClutter(document_, look)));
  const firstPassMs = now() - started + (first?.ms ?? 0);
  const watch = watchPage(document_, {
    cleared,
    find: (root) => keep(findClutter(document_, { ...look, root })),
    findByUser: async (roots) => (await rules()?.findIn(roots)) ?? [],
    findAll: (onSlice) => findAll({ onSlice }),
    shadowRoots: look.shadowRoots,
    isBehind: first?.hasPaused === true,
    signal: options.signal,
    now,
  });
  options.signal.addEventListener('abort', () => cleared.restore(), { once: true });
  /** One change of the rules after the other: each undoes what the one before has done. */
  let applying = Promise.resolve();
  return {
    items: () => cleared.items(),
    setHidden: (which, hidden) => cleared.setHidden(which, hidden),
    placeOf: (id) => cleared.placeOf(id),
    elementOf: (id) => cleared.elementOf(id),
    applyRules() {
      applying = applying.catch(warnOfRules).then(async () => {
        await rules()?.apply(cleared);
        const found = await findAll();
        if (options.signal.aborted) return;
        cleared.take(found);
        options.onChange();
      });
      return applying;
    },
    firstPassMs,
    resume(next, { found, hasPaused, look: { shadowRoots, ...how } }) {
      current = next;
      Object.assign(look, how);
      for (const root of shadowRoots) look.shadowRoots.add(root);
      cleared.forgetGone();
      cleared.freeText();
      cleared.take(found, true);
      watch.begin(hasPaused);
      next.onChange();
    },
  };
}

function warnOfRules(error: unknown): void {
  console.warn('offprint: a change of the rules does not hold', error);
}

function noWork(): void {
  // A document without a body has nothing to hide.
}
