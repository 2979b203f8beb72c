/**
 * What our scripts in one tab share. They run in the extension's own isolated world: the page's scripts
 * have a global object of their own and see none of this.
 */

import type { Article, Extraction, Verdict } from '../article/types.ts';
import type { ExtraFinder } from '../clutter/find/find-extras.ts';
import type { MustStay } from '../clutter/find/must-stay.ts';
import type { PlaceMarker } from '../clutter/hide/place-marker.ts';
import type { PhraseBook } from '../clutter/phrases/phrase-book.ts';
import type { RuleKeeper } from '../clutter/rules/heed-rules.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { BoilerplateBook } from '../languages/boilerplate-book.ts';
import type { LanguageCode } from '../languages/language-code.ts';
import type { Steps } from '../page/in-slices.ts';
import type { LanguageData } from '../quotes/languages/language.ts';
import type { Quote, QuoteContext, Voice } from '../quotes/types.ts';
import type { Stretch } from '../text/split-sentences.ts';
import type { Move } from './watch-location.ts';

/** What `quotes.js` brings into a tab. */
export interface QuoteEngine {
  findQuotes(text: string, context: QuoteContext): Steps<Quote[]>;
  summariseVoices(quotes: readonly Quote[]): Voice[];
  learnLanguages(languages: readonly LanguageData[]): void;
}

/** What `anchors.js` brings into a tab: marks quotes in the page and takes the user there and back. */
export interface QuoteMarks {
  /** @returns the place that is now marked, or null where the quote is not in the page (any more) */
  mark(extraction: Extraction, place: Stretch): Range | null;
  /** Marks a quote and scrolls to it. */
  jumpTo(extraction: Extraction, place: Stretch): Range | null;
  /** Back to where the user was before the first jump. */
  jumpBack(): void;
  /** Takes the mark away. */
  clear(): void;
  /** The article is over: no mark, and no way back. */
  end(): void;
}

/** What the assistant lends the picker. */
export interface PickingSide {
  /** The site, as the user knows it. */
  host: string;
  /** What may not be picked, as the page is now. */
  findMustStay(): MustStay;
  add(rule: UserRule): void;
  drop(id: string): void;
  /** Rules made here are forgotten with the page. */
  isPassing: boolean;
}

/** What `site.js` brings into a tab: the user's rules, and what is remembered of the site. */
export interface SiteSide {
  heedRules(
    document_: Document,
    rules: () => readonly UserRule[],
    findMustStay: () => MustStay,
    known: ReadonlySet<string>,
  ): RuleKeeper;
  makeRule(element: Element, action: UserRule['action'], isArticle?: boolean): UserRule;
  /** Adds the page to what is remembered of its site. */
  remember(url: string, mustStay: MustStay, hidden: readonly Element[]): Promise<void>;
}

/** By language, what `phrases-<language>.js` brings into a tab. */
export type SiteWords = Partial<
  Record<LanguageCode, { begging: PhraseBook; boilerplate: readonly BoilerplateBook[] }>
>;

export interface TabWorld {
  /** The gate's latest answer, so that the assistant needn't judge again. */
  gate?: { url: string; verdict: Verdict; ms: number };
  /** How the address was changed last without a load, and when (`performance.now()`). */
  moved?: { how: Move; at: number };
  /** The article that was read last in this document, under the address that it belongs to. */
  lastRead?: Article;
  /** The user's word on a page; there only on sites they said something about. */
  override?: (url: string) => Verdict | undefined;
  /** Has the gate judge again, and say so where the answer is yes. */
  decide?: () => boolean;
  /** Ends the assistant that runs now; putting the script in once more starts a fresh one. */
  endAssistant?: () => void;
  /** There from the start on sites with rules or known blocks, and where the assistant asked for it. */
  site?: SiteSide;
  /** Shows again what was hidden before anybody had looked at the page. */
  endEarly?: (() => void) | undefined;
  /** There while an assistant clears the page. */
  picking?: PickingSide | undefined;
  /** Ends the picker that is open. */
  endPicker?: (() => void) | undefined;
  /** There once somebody asked for the quotes: an article that is only read costs nothing for them. */
  quoteEngine?: QuoteEngine;
  /** There once the user went to a quote, or to what was hidden. */
  quoteMarks?: QuoteMarks;
  placeMarker?: PlaceMarker;
  /** What sites print and beg with: English, and the languages that the article may be in. */
  siteWords?: SiteWords;
  /** There where the user wants kinds of clutter hidden that are off by default. */
  findExtras?: ExtraFinder;
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
