/**
 * State shared by our content scripts in one tab. They run in the extension's isolated world, which is invisible to the
 * page's scripts. Scripts of an earlier version may have created the state, so its fields can't be renamed.
 */

import type { Article, Verdict } from '../article/types.ts';
import type { PageProtection } from '../clutter/find/page-guard.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { NavigationKind } from './watch-location.ts';

/** What the assistant provides to the picker. */
export interface PickerHost {
  /** The host name, shown to the user. */
  host: string;
  /** Finds the elements that must not be hidden, in the page's current state. */
  findMustStay(): Promise<PageProtection>;
  add(rule: UserRule): void;
  drop(id: string): void;
  /** True if rules are not stored, and apply only until the page is left. */
  isPassing: boolean;
}

export interface TabState {
  /** The gate's latest report, so that the assistant need not judge the page again. */
  gate?: { url: string; verdict: Verdict; ms: number; canonicalUrl?: string; isComing?: boolean };
  /** The last same-document navigation, with its time (`performance.now()`). */
  moved?: { how: NavigationKind; at: number };
  /** The article that was last extracted in this document, with its own URL. */
  lastRead?: Article;
  /** When another article replaced it under the same URL (`performance.now()`). The URL may be updated later. */
  replacedAt?: number | undefined;
  /** The user left the previous URL before its text was loaded, so that text may still appear under this URL. */
  isHasty?: boolean;
  /** Returns the user's override for a page. Present only on sites with overrides. */
  override?: (url: string) => Verdict | undefined;
  /** Makes the gate judge the page again, and notify the background if an article has appeared or disappeared. */
  decide?: () => boolean;
  /**
   * Ends the running assistant, and sends an event about it unless a new assistant replaces it. Injecting the script
   * again starts a new one.
   */
  endAssistant?: ((isReplaced?: boolean) => void) | undefined;
  /** Makes the assistant check whether the page has changed. False if a new assistant must be started. */
  resume?: (() => boolean) | undefined;
  /** The URL that the assistant has read, or for which it was injected. */
  readAt?: string;
  /** True if our scripts were injected into a page that an earlier version of them may have changed. */
  takesOver?: boolean;
  /** Shows elements again that the user's rules hid before the assistant started. */
  endEarly?: (() => void) | undefined;
  /** Present while an assistant hides clutter in the page. */
  picking?: PickerHost | undefined;
  /** Closes the open picker. */
  endPicker?: (() => void) | undefined;
  /** Closes the toast. */
  endToast?: (() => void) | undefined;
}

/** A symbol, because an element with the id `offprint` would also appear as a property of our global object. */
const KEY = Symbol.for('offprint');

/** Returns the shared state, which is created by the first call. */
export function tabState(): TabState {
  const holder = globalThis as unknown as Record<symbol, TabState | undefined>;
  let world = holder[KEY];
  if (world === undefined) {
    world = {};
    holder[KEY] = world;
  }
  return world;
}
