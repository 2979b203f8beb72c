import { bodyOf, viewOf } from '../../page/dom-access.ts';
import type { Pacing } from '../../page/in-slices.ts';
import { type FindOptions, findClutter, findInSlices } from '../find/find-clutter.ts';
import type { PageModel } from '../find/page-counts.ts';
import type { ClutterFinding, HiddenItem, HiddenWhich } from '../types.ts';
import { clearPage } from './clear-page.ts';
import type { ClearingOptions } from './clearing-options.ts';
import type { BlockPlace } from './place-marker.ts';
import { watchPage } from './watch-page.ts';

/** The result of the first pass through a page. */
export interface FirstLook {
  found: readonly ClutterFinding[];
  /** Its duration in ms, without pauses. */
  ms: number;
  /** Whether there were pauses, in which the page may have changed. */
  hasPaused: boolean;
  /** Options for the following passes. */
  look: FindOptions & { shadowRoots: Set<ShadowRoot> };
}

type LookOptions = Pick<ClearingOptions, 'kinds' | 'findExtras' | 'kept' | 'rules'>;

/**
 * Finds clutter in slices, before clearing starts with the result.
 *
 * @param model the page as it was just read, if it has not changed since
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
  const found = (await options.rules?.()?.combine(begging, onPause)) ?? begging;
  return { found, ms, hasPaused, look };
}

function lookWith({ kinds, findExtras, kept }: LookOptions): FirstLook['look'] {
  return { kinds, findExtras, kept, shadowRoots: new Set() };
}

/** The clearing of one page. The first pass is complete; late content is handled as it arrives. */
export interface Clearing {
  items(): HiddenItem[];
  /** Hides or shows one item, those of a kind, or all. */
  setHidden(which: HiddenWhich, hidden: boolean): void;
  /** The current or former position of an item's block; null if it is not in the page. */
  placeOf(id: number): BlockPlace | null;
  /** The element of one item, or null. */
  elementOf(id: number): Element | null;
  /** Applies changed rules of the user; resolves when they are in effect. */
  applyRules(): Promise<void>;
  /** Milliseconds the first pass took. */
  firstPassMs: number;
  /**
   * Continues after a change of the address or article: blocks stay hidden, and exemptions by the user remain.
   *
   * @param options replace the previous ones, except for the signal
   * @param first the result of a pass in the same task
   */
  resume(options: ClearingOptions, first: FirstLook): void;
}

/**
 * Starts hiding clutter in a document. Elements returned by `kept`, their ancestors and descendants are never hidden. Never
 * throws because of the page; a page without a body gets an empty clearing.
 *
 * @param first the result of a pass in the same task; without it the whole page is searched synchronously
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
    return (await rules()?.combine(found)) ?? found;
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
  /** Changes of the rules are applied in sequence, because each undoes the previous one. */
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
