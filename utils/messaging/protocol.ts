/**
 * Every message there is. Three directions:
 *
 *   popup, side panel, library ──▶ background      BackgroundMessages
 *   popup, side panel, background ──▶ a tab         TabMessages     (answered by the gate or the assistant)
 *   a tab or the background ──▶ all listeners       Events          (no answer)
 *
 * A tab's scripts share a process with the page, so what they send is not trusted: the background accepts only
 * what has a schema in `schemas.ts`.
 */

import type { Article, ArticlePages, Verdict } from '../article/types.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { HiddenItem, HiddenWhich } from '../clutter/types.ts';
import type { LocatedAnchor } from '../library/articles/anchor-highlight.ts';
import type { HighlightColour } from '../library/articles/highlight-colours.ts';
import type { ArticleDetails } from '../library/types.ts';
import type { HighlightRow } from '../library/user-types.ts';
import type { Replacement } from '../library/view-types.ts';
import type { Underline } from '../quotes/anchoring/live-anchors.ts';
import type { LocatedCorrection } from '../quotes/corrections.ts';
import type { Quotation, Quote } from '../quotes/types.ts';
import type { Theme, TreatAs } from '../settings/schema.ts';
import type { SiteView } from '../settings/site-settings.ts';
import type {
  RecoverySheet,
  RemoteContents,
  SyncOutcome,
  SyncPictures,
  SyncSetUp,
  SyncState,
} from '../sync/sync-types.ts';
import type { Direction } from '../text/text-direction.ts';

/** The assistant's report on its page. */
export interface PageReport {
  /** `reading` until the assistant has finished; `failed` if it could not read the page. */
  state: 'reading' | 'article' | 'failed';
  /** The page's current address. */
  url: string;
  /**
   * True while the content lags behind the address, as after navigation within an application: do not save `article`
   * under this address. If its text is still the previous article's, `article` has that article's address.
   */
  isStale?: boolean;
  verdict: Verdict;
  article: Article | null;
  /** The page's canonical address, if it is on another host: that site's settings apply here, too. */
  canonicalUrl?: string;
  /** The position of this page in an article that is split over several pages, otherwise null. */
  pages: ArticlePages | null;
  /** The user's corrections of speakers since the page was opened, oldest first. */
  corrections: LocatedCorrection[];
  /** The article's quotes, without corrections; null until one of our pages has looked for them. */
  known: Quote[] | null;
  hidden: HiddenItem[];
  /** False if the user turned hiding off, for this site or everywhere. */
  clutterOn: boolean;
  /** Hiding is paused because the page kept reloading itself right after something was hidden. */
  clutterPaused: boolean;
  /** An error message for the user, or null. The rest of the report is valid all the same. */
  error: string | null;
  /** Our own running time in milliseconds; `gate` is 0 if the gate did not run. */
  ms: { gate: number; assistant: number };
}

/** The gate's answer, used while the assistant is not in the page. */
export interface GateReport {
  url: string;
  verdict: Verdict;
  /** The gate's running time in milliseconds. */
  ms: number;
  /** The article's canonical address, if it is on another host. */
  canonicalUrl?: string;
  /** The address has just changed, and the new page is still nearly empty. */
  isComing?: boolean;
}

/**
 * Why an article was not saved. With `private` (a private window), ask the user and save again with `confirmPrivate`.
 * Each code has a message `saveError_<code>` in `locales`.
 */
export type SaveFailureCode =
  | 'private'
  | 'noArticle'
  /** The user wants to save the page although it is not an article, but it contains no text. */
  | 'noText'
  | 'noAccess'
  | 'noStorage'
  | 'diskFull'
  | 'failed'
  /** The tab's report is invalid. */
  | 'badReport'
  /** The page moved to another address while it was being read. */
  | 'changed'
  /** The address has changed, but the text has not been updated yet. */
  | 'stillLoading'
  /** The page's main thread is busy, so its scripts do not answer. */
  | 'busy'
  /** The page did not load, or the browser does not let extensions read it. */
  | 'notLoaded'
  /** The codes from here on apply to saving a link instead of an open page. */
  | 'linkNoArticle'
  | 'linkNoAccess'
  | 'linkNeedsLogin'
  | 'linkNotPublic'
  | 'linkGone'
  | 'linkNoAnswer';

export interface SaveFailure {
  ok: false;
  code: SaveFailureCode;
  /** A message for the user. */
  message: string;
}

export type SaveOutcome =
  /**
   * `url`: the saved address; `updated`: the article was in the library already; `isSeparate`: a different article had
   * been saved from this address and is kept as well; `isSame`: the text is unchanged; `replaced`: how the text differs
   * from the saved one, which is now an earlier version; `undo`: a token to restore that one by `save/undo`.
   */
  | {
      ok: true;
      articleId: string;
      updated: boolean;
      isSeparate?: boolean;
      isSame?: boolean;
      replaced?: Replacement;
      undo?: string;
      url: string;
      title: string;
    }
  | SaveFailure;

/** The outcome of fetching the remaining pages of an article: pages `from` to `to` are saved now. */
export type PagesOutcome =
  /**
   * `problem`: a message for the user that says why the next page could not be fetched, or null; `replaced`, `undo`: as
   * in `SaveOutcome`.
   */
  | {
      ok: true;
      articleId: string;
      /** The article's address. */
      url: string;
      from: number;
      to: number;
      total: number | null;
      problem: string | null;
      replaced?: Replacement;
      undo?: string;
    }
  | SaveFailure;

/** The result of saving all tabs of a window. */
export interface WindowOutcome {
  saved: number;
  notArticles: number;
  /** Tabs that could not be saved, by title, each with a reason for the user. */
  failed: { title: string; reason: string }[];
  /** Number of articles in the library whose text was replaced by a different one. */
  replaced: number;
  /** A token to restore their earlier texts by `save/undo`; absent if there are none. */
  undo?: string;
}

export interface ReportRequest {
  /** False omits the article's HTML, for callers that neither show nor save it. */
  html: boolean;
  /** Reads the page again, so that a save contains what is there now. */
  isFresh?: boolean;
  /**
   * Delays the answer until the page has been read and, with `isFresh`, until its text matches its address; after some
   * seconds the answer is given in any case.
   */
  waits?: boolean;
  /** The user wants the page although it is not an article: from now on its main text counts as one. */
  anyText?: boolean;
}

/** The part of a highlight that a page's tab may know. The user's note is withheld. */
export type PageHighlight = Pick<
  HighlightRow,
  'id' | 'text' | 'prefix' | 'suffix' | 'start' | 'end' | 'colour'
>;

/** The highlights that a tab may know: those of its own page. */
export interface TabHighlights {
  highlights: PageHighlight[];
  /** Shows a highlight button beside selected text. */
  offers: boolean;
  theme: Theme;
}

/** The current selection in a page. */
export interface PageSelection {
  /** The selected words of the article's text; null if none of it is selected. */
  words: LocatedAnchor | null;
  /** True if anything is selected, inside or outside the article. */
  isAny: boolean;
  /** True if the words are highlighted already; the highlight's menu is open now. */
  isOpened: boolean;
}

export interface TabMessages {
  'gate/ask': { request: null; response: GateReport };
  'page/report': { request: ReportRequest; response: PageReport };
  /**
   * Scrolls to a passage of the article and marks it; `found` is false if it is not in the page (any more).
   */
  'page/jumpToPlace': { request: Quotation; response: { found: boolean } };
  /** Marks a passage without scrolling, while the pointer is over it in a list; null removes the mark. */
  'page/markPlace': { request: { place: Quotation | null }; response: { found: boolean } };
  /** Scrolls back to where the user was before the first jump. */
  'page/jumpBack': { request: null; response: null };
  /** Corrects the speakers of quotes until the page is left; a save until then includes the corrections. */
  'page/correctSpeaker': { request: LocatedCorrection[]; response: null };
  /** Undoes the latest correction of the quotes with these texts and positions. */
  'page/takeBackSpeaker': { request: Pick<LocatedCorrection, 'text' | 'start'>[]; response: null };
  /** True if the page has an article whose quotes have not been looked for yet. */
  'page/lacksQuotes': { request: null; response: boolean };
  /** Caches the quotes found in a text of that length (UTF-16 units), so that the next caller need not search again. */
  'page/keepQuotes': { request: { quotes: Quote[]; length: number }; response: null };
  'page/setHidden': { request: { id: HiddenWhich; hidden: boolean }; response: HiddenItem[] };
  /** Shows an item permanently by adding a rule for the site, or by removing the user's own rule that hides it. */
  'page/neverHide': { request: { id: number }; response: HiddenItem[] };
  /** Undoes this page's `page/neverHide` requests, latest first; null if none is left, as after a reload. */
  'page/undoNeverHide': { request: null; response: HiddenItem[] | null };
  /** Resumes hiding after `clutterPaused`; false if that is not possible. */
  'page/resumeHiding': { request: null; response: boolean };
  /** Outlines the position of a hidden item while the pointer is over its row; null removes the outline. */
  'page/outlineHidden': { request: { id: number | null }; response: null };
  /** The answer to `site/ask` has changed. */
  'site/changed': { request: null; response: null };
  'page/selection': { request: null; response: PageSelection };
  /** Shows a toast over the page; answered by `toast.js`, once. */
  'toast/show': { request: PageToast; response: null };
  /** The answer to `highlights/ask` has changed. `made`: the selection became a highlight, so clear the selection. */
  'highlights/changed': { request: { reason: 'made' | 'changed' }; response: null };
}

/** The actions that buttons of a toast can have. */
export const TOAST_ACTIONS = [
  'undo',
  'tags',
  'lists',
  'note',
  'open',
  'undoNewer',
  'undoHighlight',
  'noteHighlight',
] as const;
export type ToastAction = (typeof TOAST_ACTIONS)[number];

/** A button in a toast; `act` is sent to the background when it is pressed. */
export interface ToastButton {
  act: ToastAction;
  label: string;
}

export interface PageToast {
  text: string;
  isBad: boolean;
  /** Secret shared with the background; see `toast-actions.ts`. */
  token: string;
  buttons: ToastButton[];
  /** After a key command: focuses the button without effects, or else the first except “Undo”. */
  takesFocus: boolean;
  dir: Direction;
  theme: Theme;
  /** How long it is shown, in ms; longer while the user points at it. */
  stay: number;
}

export interface BackgroundMessages {
  /** From the gate, unasked: the page is an article, or is no longer one. */
  'gate/verdict': { request: GateReport; response: null };
  /** From the gate: the browser restored an article from its back/forward cache. */
  'page/returned': { request: { url: string }; response: null };
  /** From the assistant, before the first mark: injects the style sheet that colours marks. */
  'page/colourMarks': { request: null; response: null };
  /** From the assistant, if quotes are always underlined: the quotes of the article in its tab, with their colours. */
  'page/findUnderlines': { request: null; response: Underline[] };
  /** Injects the assistant into a tab although the gate rejected the page or has not run. */
  'page/treatAsArticle': { request: { tabId: number }; response: null };
  /** Stores and applies the user's override for a page or its whole site; null removes the override. */
  'page/override': {
    request: { tabId: number; url: string; scope: 'page' | 'site'; treatAs: TreatAs | null };
    response: null;
  };
  /** Injects the picker into a tab, where the user points at an element to hide. */
  'page/pick': { request: { tabId: number }; response: null };
  /**
   * From a tab, which can't read the browser's storage: the settings that concern the sender's site.
   */
  'site/ask': {
    request: { canonicalUrl: string } | null;
    response: { settings: SiteView };
  };
  /**
   * From a tab: asks whether its page is in a reload loop; some pages reload themselves when a box of theirs is hidden.
   * `opened`: when the page was loaded, in ms since 1970.
   */
  'page/loaded': { request: { opened: number }; response: { keepsLoading: boolean } };
  /** From a tab: something in its page was hidden at the time `at`, in ms since 1970; `opened` as above. */
  'page/hidden': { request: { opened: number; at: number }; response: null };
  /** From a tab: its page is about to reload itself, without the user. */
  'page/reloads': { request: { opened: number }; response: null };
  /** From a tab: the user wants clutter hidden although the page reloads itself. */
  'page/hideAnyway': { request: { opened: number }; response: null };
  /** From the assistant: adds a rule of the user's for the sender's site. */
  'rules/add': { request: { rule: UserRule }; response: null };
  'rules/drop': { request: { id: string }; response: null };
  /** From the assistant: the highlights of the page in the sender's tab. */
  'highlights/ask': { request: null; response: TabHighlights };
  /** From the assistant: highlights words of the page in the sender's tab, and saves the page if it is not saved yet. */
  'highlights/add': {
    /** `url`: the address at the moment of selection; the tab may have moved on when the message arrives. */
    request: { url: string; words: LocatedAnchor; colour: HighlightColour };
    /** Sent when the highlight is stored, or the user has been shown an error. */
    response: null;
  };
  /** From the assistant: changes or removes a highlight of the page in the sender's tab, or opens its note. */
  'highlights/colour': { request: { id: string; colour: HighlightColour }; response: null };
  'highlights/remove': { request: { id: string }; response: null };
  'highlights/note': { request: { id: string }; response: null };
  /** Saves a note when its popup closes, which leaves the popup no time to save it. */
  'highlights/keepNote': { request: { id: string; note: string }; response: null };
  /** Injects the gate into a tab that Offprint may read on click only. */
  'page/ask': { request: { tabId: number }; response: GateReport | null };
  'article/save': {
    request: {
      tabId: number;
      listId?: string;
      tags?: string[];
      /** Title, site, author, date and language as the user edited them before saving. */
      details?: ArticleDetails;
      /** The user agreed to save from a private window. */
      confirmPrivate?: boolean;
      /** The user wants to save the page although it is not an article. */
      confirmNoArticle?: boolean;
    };
    response: SaveOutcome;
  };
  /** Restores the texts that a save replaced. @returns false if that is no longer possible */
  'save/undo': { request: { token: string }; response: boolean };
  /** From a tab: the user pressed a button of a toast. */
  'toast/act': { request: { token: string; act: ToastAction }; response: null };
  /**
   * Saves the reading progress (0–1) when the reader is closed, which leaves it no time to save. `at` is when that was,
   * in ms since 1970: some time may pass while the background starts.
   */
  'article/keepProgress': {
    request: { articleId: string; progress: number; at: number };
    response: null;
  };
  /** Saves every article that is open in a window, or in the tabs selected in its tab strip (`chosen`). */
  'window/save': { request: { windowId: number; chosen?: boolean }; response: WindowOutcome };
  /** Fetches a PDF and stores it under a key for the page that asked; see `stash-file.ts`. */
  'pdf/fetch': {
    request: { url: string };
    response: { ok: true; key: string } | { ok: false; message: string };
  };
  'article/saveLink': { request: { url: string }; response: SaveOutcome };
  /** Saves all pages of the article in a tab, at the user's request only. */
  'pages/save': { request: { tabId: number; confirmPrivate?: boolean }; response: PagesOutcome };
  /** Fetches the missing pages of a saved article. */
  'pages/get': { request: { articleId: string }; response: PagesOutcome };
  /** Fetches images again that failed before. */
  'article/retryImages': { request: { articleId: string }; response: null };
  /**
   * Permanently deletes articles from the trash; null deletes all of them. When the answer arrives, nothing of them is
   * stored anywhere, unless `isFinished` is false: then the change log is still being cleaned.
   */
  'library/purge': {
    request: { ids: readonly string[] | null };
    response: { removed: number; isFinished: boolean };
  };
  /** Wakes the background: one of our pages has queued an import, or texts to fetch. */
  'transfer/wake': { request: null; response: null };
  /**
   * Wakes the background: one of our pages has changed the library. The background writes the change log and, if sync
   * is set up, uploads the change.
   */
  'log/wake': { request: null; response: null };
  /** Writes the daily backup now, and answers when that has succeeded or failed. */
  'backup/now': { request: null; response: null };
  /** The current state of sync. */
  'sync/state': { request: null; response: SyncState };
  /** Tests a sync location and describes its contents. Anything written for the test is removed again. */
  'sync/look': { request: Pick<SyncSetUp, 'place'>; response: SyncOutcome<RemoteContents> };
  /** Creates a library at a sync location, or joins one; the first sync run starts automatically. */
  'sync/setUp': { request: SyncSetUp; response: SyncOutcome<{ sheet: RecoverySheet }> };
  'sync/now': { request: null; response: null };
  /** The user has opened a library page: fetches changes from other devices, at a limited rate. */
  'sync/wake': { request: null; response: null };
  'sync/pause': { request: { paused: boolean }; response: null };
  'sync/pictures': { request: { pictures: SyncPictures }; response: null };
  /** Ends sync on this device. Its library and the files at the sync location are kept. */
  'sync/leave': { request: null; response: null };
  'sync/removeDevice': { request: { id: string }; response: SyncOutcome };
  'sync/changePassphrase': { request: { from: string; to: string }; response: SyncOutcome };
  /** Shows the recovery sheet again, given the passphrase. */
  'sync/sheet': { request: { passphrase: string }; response: SyncOutcome<{ sheet: RecoverySheet }> };
}

export interface Events {
  /** The answer to `sync/state` has changed. */
  'sync/changed': null;
  /** A page of a saved article is being fetched; `total` is null if the number of pages is unknown. */
  'pages/progress': { articleId: string; page: number; total: number | null };
  /** Progress of `window/save`, in tabs. */
  'window/progress': { windowId: number; done: number; total: number };
  /** From a tab: the assistant's report has changed (ready, failed, more clutter hidden). */
  'page/changed': { url: string };
  /** From a tab: its page is not an article (any more). */
  'page/left': { url: string };
}
