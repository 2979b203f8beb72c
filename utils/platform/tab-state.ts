/**
 * The state shared by our scripts in one tab. They run in the extension's isolated world, which is invisible to the
 * page's scripts.
 */

import type { Article, Verdict } from '../article/types.ts';
import type { MustStay } from '../clutter/find/page-guard.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { Move } from './watch-location.ts';

/** The assistant's interface for the picker. */
export interface PickerHost {
  /** The site's name for the user. */
  host: string;
  /** Finds the elements that may not be hidden, in the page's current state. */
  findMustStay(): Promise<MustStay>;
  add(rule: UserRule): void;
  drop(id: string): void;
  /** True if rules are not stored and last only as long as the page. */
  isPassing: boolean;
}

export interface TabState {
  /** The gate's latest answer, so that the assistant need not decide again. */
  gate?: { url: string; verdict: Verdict; ms: number; canonicalUrl?: string; isComing?: boolean };
  /** The last change of address without a page load, with its time (`performance.now()`). */
  moved?: { how: Move; at: number };
  /** The article that was read last in this document, with its own address. */
  lastRead?: Article;
  /** When another article replaced it under the same address (`performance.now()`); the address may change later. */
  replacedAt?: number | undefined;
  /** The previous address was left before its text was loaded, so that text may still appear under this address. */
  isHasty?: boolean;
  /** The user's override for a page; present only on sites with overrides. */
  override?: (url: string) => Verdict | undefined;
  /** Makes the gate decide again, and report to the background if an article has appeared or disappeared. */
  decide?: () => boolean;
  /**
   * Ends the running assistant, and announces that unless another one replaces it. Injecting the script again starts a
   * new one.
   */
  endAssistant?: ((isReplaced?: boolean) => void) | undefined;
  /** Makes the assistant check whether the page has changed; false if a new assistant has to be started. */
  resume?: (() => boolean) | undefined;
  /** The address that the assistant has read, or was injected for. */
  readAt?: string;
  /** True if our scripts were injected into a page that an earlier version of them may have changed. */
  takesOver?: boolean;
  /** Shows the blocks again that were hidden early, by the user's rules. */
  endEarly?: (() => void) | undefined;
  /** Present while an assistant clears the page. */
  picking?: PickerHost | undefined;
  /** Closes the open picker. */
  endPicker?: (() => void) | undefined;
  /** Closes the toast. */
  endToast?: (() => void) | undefined;
}

/** A symbol, because an element of the page with a matching id would appear on our global object, too. */
const KEY = Symbol.for('offprint');

/** The shared state, created at the first call. */
export function tabState(): TabState {
  const holder = globalThis as unknown as Record<symbol, TabState | undefined>;
  let world = holder[KEY];
  if (world === undefined) {
    world = {};
    holder[KEY] = world;
  }
  return world;
}
