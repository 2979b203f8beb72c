/**
 * What our scripts in one tab share. They run in the extension's own isolated world: the page's scripts
 * have a global object of their own and see none of this.
 */

import type { Article, Verdict } from '../article/types.ts';
import type { MustStay } from '../clutter/find/must-stay.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { Move } from './watch-location.ts';

/** What the assistant lends the picker. */
export interface PickingSide {
  /** The site, as the user knows it. */
  host: string;
  /** What may not be picked, as the page is now. */
  findMustStay(): Promise<MustStay>;
  add(rule: UserRule): void;
  drop(id: string): void;
  /** Rules made here are forgotten with the page. */
  isPassing: boolean;
}

export interface TabWorld {
  /** The gate's latest answer, so that the assistant needn't judge again. */
  gate?: { url: string; verdict: Verdict; ms: number; canonicalUrl?: string; isComing?: boolean };
  /** How the address was changed last without a load, and when (`performance.now()`). */
  moved?: { how: Move; at: number };
  /** The article that was read last in this document, under the address that it belongs to. */
  lastRead?: Article;
  /** When another story took its place without a new address (`performance.now()`): the address may follow. */
  replacedAt?: number | undefined;
  /** The address before the last was left before its text had come: it may come under this one. */
  isHasty?: boolean;
  /** The user's word on a page; there only on sites they said something about. */
  override?: (url: string) => Verdict | undefined;
  /** Has the gate judge again, and tell the background of an article that has come or is gone. */
  decide?: () => boolean;
  /**
   * Ends the assistant that runs now, and says so unless another takes its place; putting the script in once more
   * starts a fresh one.
   */
  endAssistant?: ((isReplaced?: boolean) => void) | undefined;
  /** Has the assistant look whether the page has changed; false where a fresh one has to be started. */
  goOn?: (() => boolean) | undefined;
  /** The address whose article the assistant has, or was put into the page for. */
  readAt?: string;
  /** Our scripts were put into a page that an earlier version of them may have changed. */
  takesOver?: boolean;
  /** Shows again what was hidden before anybody had looked at the page. */
  endEarly?: (() => void) | undefined;
  /** There while an assistant clears the page. */
  picking?: PickingSide | undefined;
  /** Ends the picker that is open. */
  endPicker?: (() => void) | undefined;
}

/** A symbol: whatever name it had, an element of the page could have it too, and would be found on our global object. */
const KEY = Symbol.for('offprint');

/** The shared object, made at the first call. */
export function tabWorld(): TabWorld {
  const holder = globalThis as unknown as Record<symbol, TabWorld | undefined>;
  let world = holder[KEY];
  if (world === undefined) {
    world = {};
    holder[KEY] = world;
  }
  return world;
}
