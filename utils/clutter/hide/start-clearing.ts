import { bodyOf, windowOf } from '../../page/dom-access.ts';
import type { Pacing } from '../../page/in-slices.ts';
import { type FindOptions, findClutter, findInSlices } from '../find/find-clutter.ts';
import type { PageModel } from '../find/page-counts.ts';
import type { ClutterFinding, HiddenItem, HiddenSelection } from '../types.ts';
import { clearPage } from './clear-page.ts';
import type { ClearingOptions } from './clearing-options.ts';
import type { BlockPosition } from './position-marker.ts';
import { watchPage } from './watch-page.ts';

/** The result of the first pass through a page. */
export interface FirstPass {
  found: readonly ClutterFinding[];
  /** Duration in ms, without pauses. */
  ms: number;
  /** Whether there were pauses, during which the page may have changed. */
  hasPaused: boolean;
  /** Options for the following passes. */
  findOptions: FindOptions & { shadowRoots: Set<ShadowRoot> };
}

type PassOptions = Pick<ClearingOptions, 'kinds' | 'findExtras' | 'getExtracted' | 'phrases' | 'rules'>;

/**
 * Finds clutter in slices. The result is passed to `startClearing`.
 *
 * @param model the model of the page, if the page has not changed since; else null
 */
export async function runFirstPass(
  document_: Document,
  options: PassOptions,
  model: PageModel | null,
): Promise<FirstPass> {
  const findOptions = createFindOptions(options);
  let ms = 0;
  const onSlice = (slice: number): void => {
    ms += slice;
  };
  let hasPaused = false;
  const onPause = (): void => {
    hasPaused = true;
  };
  const promotional = await findInSlices(document_, { ...findOptions, model }, { onSlice, onPause });
  const found = (await options.rules?.()?.combine(promotional, onPause)) ?? promotional;
  return { found, ms, hasPaused, findOptions };
}

function createFindOptions({
  kinds,
  findExtras,
  getExtracted,
  phrases,
}: PassOptions): FirstPass['findOptions'] {
  return { kinds, findExtras, getExtracted, phrases, shadowRoots: new Set() };
}

/** The clearing of one page. The first pass is done; content inserted later is handled as it arrives. */
export interface Clearing {
  items(): HiddenItem[];
  /** Hides or shows items. */
  setHidden(selection: HiddenSelection, hidden: boolean): void;
  /** The current or former position of an item's block; null if its element is not in the page. */
  positionOf(id: number): BlockPosition | null;
  /** The element of one item, or null. */
  elementOf(id: number): Element | null;
  /** Applies the user's rules after a change; resolves when they are in effect. */
  applyRules(): Promise<void>;
  /** Duration of the first pass in ms. */
  firstPassMs: number;
  /**
   * Continues after a change of the URL or article. Blocks stay hidden, and exemptions by the user remain.
   *
   * @param options replace the previous ones, except for the signal
   * @param first the result of a pass that has just finished
   */
  resume(options: ClearingOptions, first: FirstPass): void;
}

/**
 * Starts hiding clutter in a document. Never hides the extracted elements, their ancestors and descendants. Never throws
 * because of the page; a page without a body gets an empty clearing.
 *
 * @param first the result of a pass that has just finished; without it the whole page is searched synchronously
 */
export function startClearing(
  document_: Document,
  options: ClearingOptions,
  first?: FirstPass | null,
): Clearing {
  const view = windowOf(document_);
  if (bodyOf(document_) === null || view === null || options.signal.aborted) {
    return {
      items: () => [],
      setHidden: doNothing,
      positionOf: () => null,
      elementOf: () => null,
      applyRules: () => Promise.resolve(),
      firstPassMs: 0,
      resume: doNothing,
    };
  }
  const now = () => performance.now();
  const startedAt = now();
  const findOptions = first?.findOptions ?? createFindOptions(options);
  let current = options;
  const getRules = () => current.rules?.() ?? null;
  const dropKept = (found: readonly ClutterFinding[]): readonly ClutterFinding[] =>
    getRules()?.dropKept(found) ?? found;
  const findAll = async (pacing?: Pacing): Promise<readonly ClutterFinding[]> => {
    const found = await findInSlices(document_, findOptions, pacing);
    return (await getRules()?.combine(found)) ?? found;
  };
  const cleared = clearPage(
    document_,
    view,
    { ...options, getExtracted: () => current.getExtracted(), onChange: () => current.onChange() },
    now,
  );
  cleared.hide(first?.found ?? dropKept(findClutter(document_, findOptions)));
  const firstPassMs = now() - startedAt + (first?.ms ?? 0);
  const watch = watchPage(document_, {
    cleared,
    findInSubtree: (root) => dropKept(findClutter(document_, { ...findOptions, root })),
    findByUser: async (roots) => (await getRules()?.findIn(roots)) ?? [],
    findAll: (onSlice) => findAll({ onSlice }),
    shadowRoots: findOptions.shadowRoots,
    isOutdated: first?.hasPaused === true,
    signal: options.signal,
    now,
  });
  options.signal.addEventListener('abort', () => cleared.restore(), { once: true });
  /** Rule changes are applied one after another, because each undoes the previous one. */
  let applying = Promise.resolve();
  return {
    items: () => cleared.items(),
    setHidden: (selection, hidden) => cleared.setHidden(selection, hidden),
    positionOf: (id) => cleared.positionOf(id),
    elementOf: (id) => cleared.elementOf(id),
    applyRules() {
      applying = applying.catch(logRuleError).then(async () => {
        await getRules()?.apply(cleared);
        const found = await findAll();
        if (options.signal.aborted) return;
        cleared.hide(found);
        options.onChange();
      });
      return applying;
    },
    firstPassMs,
    resume(next, { found, hasPaused, findOptions: { shadowRoots, ...otherOptions } }) {
      current = next;
      Object.assign(findOptions, otherOptions);
      for (const root of shadowRoots) findOptions.shadowRoots.add(root);
      cleared.removeDetached();
      cleared.showArticleText();
      cleared.hide(found, true);
      watch.restart(hasPaused);
      next.onChange();
    },
  };
}

function logRuleError(error: unknown): void {
  console.warn('offprint: could not apply changed rules', error);
}

function doNothing(): void {
  // There is nothing to hide in a document without a body.
}
