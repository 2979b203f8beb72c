/**
 * All messages. There are three directions:
 *
 *   popup, side panel, library ──▶ background      BackgroundMessages
 *   popup, side panel, background ──▶ a tab         TabMessages     (handled by the gate or the assistant)
 *   a tab or the background ──▶ all listeners       Events          (no reply)
 *
 * Content scripts share a process with the page, so their messages are untrusted: the background accepts only those
 * with a schema in `schemas.ts`.
 */

import type { Article, ArticlePages, Verdict } from '../article/types.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { HiddenItem, HiddenSelection } from '../clutter/types.ts';
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
  /** The page's current URL. */
  url: string;
  /**
   * True while the content lags behind the URL, as after a same-document navigation; `article` must not be saved under
   * this URL then. If the text is still that of the previous article, `article` has the previous URL.
   */
  isStale?: boolean;
  verdict: Verdict;
  article: Article | null;
  /** The page's canonical URL if it is on another host, whose site settings also apply to this page. */
  canonicalUrl?: string;
  /** The position of this page in an article with several pages, otherwise null. */
  pages: ArticlePages | null;
  /** The user's corrections of speakers since the page was opened, oldest first. */
  corrections: LocatedCorrection[];
  /** The article's quotes, without corrections; null until one of our pages has extracted them. */
  known: Quote[] | null;
  hidden: HiddenItem[];
  /** False if the user turned hiding off, for this site or everywhere. */
  clutterOn: boolean;
  /** Hiding is paused because the page kept reloading itself right after something was hidden. */
  clutterPaused: boolean;
  /** An error message for the user, or null. The rest of the report is valid in either case. */
  error: string | null;
  /** Running times of our scripts in milliseconds; `gate` is 0 if the gate did not run. */
  ms: { gate: number; assistant: number };
}

/** The gate's report, used while the assistant is not in the page. */
export interface GateReport {
  url: string;
  verdict: Verdict;
  /** The gate's running time in milliseconds. */
  ms: number;
  /** The article's canonical URL, if it is on another host. */
  canonicalUrl?: string;
  /** True if the URL has just changed and the new page is still nearly empty. */
  isComing?: boolean;
}

/**
 * Why an article was not saved. If the code is `private` (a private window), ask the user, and save again with
 * `confirmPrivate` if they agree. Each code has a message `saveError_<code>` in `locales`.
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
  /** The page navigated to another URL while it was being read. */
  | 'changed'
  /** The URL has changed, but the text has not been updated yet. */
  | 'stillLoading'
  /** The page's main thread is busy, so our content scripts don't reply. */
  | 'busy'
  /** The page did not load, or the browser does not let extensions read it. */
  | 'notLoaded'
  /** These codes are for saving a link instead of an open page. */
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
   * - `url`: the URL under which the article was saved
   * - `updated`: the article was already in the library
   * - `isSeparate`: a different article was saved from this URL before, and is kept as well
   * - `isSame`: the text is unchanged
   * - `replaced`: how the text differs from the saved one, which is now an earlier version
   * - `undo`: a token with which `save/undo` restores the earlier version
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
   * `problem`: why the next page could not be fetched, as a message for the user, or null. `replaced` and `undo` are as
   * in `SaveOutcome`.
   */
  | {
      ok: true;
      articleId: string;
      /** The article's URL. */
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
  /** A token with which `save/undo` restores the earlier texts; absent if there are none. */
  undo?: string;
}

export interface ReportRequest {
  /** False omits the article's HTML, for callers that neither show nor save it. */
  html: boolean;
  /** Reads the page again, so that a save contains what is there now. */
  isFresh?: boolean;
  /**
   * Delays the response until the page has been read and, with `isFresh`, until its text matches its URL, but at most
   * for some seconds.
   */
  waits?: boolean;
  /** The user wants to save the page although it is not an article; from now on, its main text is treated as one. */
  anyText?: boolean;
}

/** The part of a highlight that is sent to tabs. The user's note is withheld. */
export type PageHighlight = Pick<
  HighlightRow,
  'id' | 'text' | 'prefix' | 'suffix' | 'start' | 'end' | 'colour'
>;

/** The highlights that are sent to a tab: those of its own page. */
export interface TabHighlights {
  highlights: PageHighlight[];
  /** Whether a highlight button is shown beside selected text. */
  offers: boolean;
  theme: Theme;
}

/** The current selection in a page. */
export interface PageSelection {
  /** The selected part of the article's text, or null. */
  words: LocatedAnchor | null;
  /** True if anything is selected, inside or outside the article. */
  isAny: boolean;
  /** True if the selection is already highlighted, in which case this request has opened the highlight's menu. */
  isOpened: boolean;
}

export interface TabMessages {
  'gate/ask': { request: null; response: GateReport };
  'page/report': { request: ReportRequest; response: PageReport };
  /** Scrolls to a passage of the article and marks it. `found` is false if the page does not contain it (any more). */
  'page/jumpToPlace': { request: Quotation; response: { found: boolean } };
  /** Marks a passage without scrolling, while the pointer is over its entry in a list. Null removes the mark. */
  'page/markPlace': { request: { place: Quotation | null }; response: { found: boolean } };
  /** Scrolls back to where the user was before the first jump. */
  'page/jumpBack': { request: null; response: null };
  /** Corrects the speakers of quotes until the user leaves the page. A save in the meantime includes the corrections. */
  'page/correctSpeaker': { request: LocatedCorrection[]; response: null };
  /** Undoes the latest correction of the quotes with these texts and positions. */
  'page/takeBackSpeaker': { request: Pick<LocatedCorrection, 'text' | 'start'>[]; response: null };
  /** True if the page has an article whose quotes have not been extracted yet. */
  'page/lacksQuotes': { request: null; response: boolean };
  /** Caches the extracted quotes for later callers. `length` is that of the text, in UTF-16 code units. */
  'page/keepQuotes': { request: { quotes: Quote[]; length: number }; response: null };
  'page/setHidden': { request: { id: HiddenSelection; hidden: boolean }; response: HiddenItem[] };
  /** Shows an item permanently: adds a rule for the site, or removes the user's rule that hides the item. */
  'page/neverHide': { request: { id: number }; response: HiddenItem[] };
  /** Undoes the latest `page/neverHide` request on this page; null if none is left, for example after a reload. */
  'page/undoNeverHide': { request: null; response: HiddenItem[] | null };
  /** Resumes hiding that was paused (`clutterPaused`). False if that is not possible. */
  'page/resumeHiding': { request: null; response: boolean };
  /** Outlines the position of a hidden item while the pointer is over its entry. Null removes the outline. */
  'page/outlineHidden': { request: { id: number | null }; response: null };
  /** The response to `site/ask` has changed. */
  'site/changed': { request: null; response: null };
  'page/selection': { request: null; response: PageSelection };
  /** Shows a toast over the page. Handled by `toast.js`, once. */
  'toast/show': { request: PageToast; response: null };
  /** The response to `highlights/ask` has changed. `made`: the selection was highlighted and must be cleared. */
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

/** A button in a toast. Pressing it sends `act` to the background. */
export interface ToastButton {
  act: ToastAction;
  label: string;
}

export interface PageToast {
  text: string;
  isBad: boolean;
  /** A secret shared with the background; see `toast-actions.ts`. */
  token: string;
  buttons: ToastButton[];
  /** True after a keyboard command: focuses the button without side effects, otherwise the first except “Undo”. */
  takesFocus: boolean;
  dir: Direction;
  theme: Theme;
  /** How long the toast is shown, in ms; longer while the pointer is over it. */
  stay: number;
}

export interface BackgroundMessages {
  /** From the gate, without a request: the page is an article, or is no longer one. */
  'gate/verdict': { request: GateReport; response: null };
  /** From the gate: the browser restored an article from its back/forward cache. */
  'page/returned': { request: { url: string }; response: null };
  /** From the assistant, before the first mark is shown: injects the style sheet for marks. */
  'page/colourMarks': { request: null; response: null };
  /** From the assistant, if quotes are always underlined: returns the article's quotes with their colours. */
  'page/findUnderlines': { request: null; response: Underline[] };
  /** Injects the assistant into a tab even if the gate rejected the page or has not run. */
  'page/treatAsArticle': { request: { tabId: number }; response: null };
  /** Stores and applies the user's override for a page or its whole site; null removes the override. */
  'page/override': {
    request: { tabId: number; url: string; scope: 'page' | 'site'; treatAs: TreatAs | null };
    response: null;
  };
  /** Injects the picker into a tab, so that the user can choose an element to hide. */
  'page/pick': { request: { tabId: number }; response: null };
  /** From a tab, which can't read the browser's storage: returns the settings for the sender's site. */
  'site/ask': {
    request: { canonicalUrl: string } | null;
    response: { settings: SiteView };
  };
  /**
   * From a tab: asks whether its page is in a reload loop, since some pages reload themselves when an element is hidden.
   * `opened` is when the page was loaded, in ms since 1970.
   */
  'page/loaded': { request: { opened: number }; response: { keepsLoading: boolean } };
  /** From a tab: something in its page was hidden. `at` is when, in ms since 1970; `opened` is as above. */
  'page/hidden': { request: { opened: number; at: number }; response: null };
  /** From a tab: its page is about to reload itself, without input by the user. */
  'page/reloads': { request: { opened: number }; response: null };
  /** From a tab: the user wants clutter hidden although the page reloads itself. */
  'page/hideAnyway': { request: { opened: number }; response: null };
  /** From the assistant: adds a user rule for the sender's site. */
  'rules/add': { request: { rule: UserRule }; response: null };
  'rules/drop': { request: { id: string }; response: null };
  /** From the assistant: returns the highlights of the page in the sender's tab. */
  'highlights/ask': { request: null; response: TabHighlights };
  /** From the assistant: highlights a passage of the page in the sender's tab, and saves the page if necessary. */
  'highlights/add': {
    /** `url`: the URL at the moment of selection. The tab may have navigated before the message arrives. */
    request: { url: string; words: LocatedAnchor; colour: HighlightColour };
    /** Sent when the highlight is stored, or when an error has been shown to the user. */
    response: null;
  };
  /** From the assistant: changes or removes a highlight of the page in the sender's tab, or opens its note. */
  'highlights/colour': { request: { id: string; colour: HighlightColour }; response: null };
  'highlights/remove': { request: { id: string }; response: null };
  'highlights/note': { request: { id: string }; response: null };
  /** Saves a note when its popup closes, because the popup then has no time to save it itself. */
  'highlights/keepNote': { request: { id: string; note: string }; response: null };
  /** Injects the gate into a tab that Offprint may read only on click. */
  'page/ask': { request: { tabId: number }; response: GateReport | null };
  'article/save': {
    request: {
      tabId: number;
      /** Title, site, author, date and language as the user edited them before saving. */
      details?: ArticleDetails;
      /** The user has agreed to save from a private window. */
      confirmPrivate?: boolean;
      /** The user wants to save the page although it is not an article. */
      confirmNoArticle?: boolean;
    };
    response: SaveOutcome;
  };
  /** Restores the texts that a save replaced. False if that is no longer possible. */
  'save/undo': { request: { token: string }; response: boolean };
  /** From a tab: the user pressed a button of a toast. */
  'toast/act': { request: { token: string; act: ToastAction }; response: null };
  /**
   * Saves the reading progress (0–1) when the reader closes, because it then has no time to save it itself. `at` is when
   * it was closed, in ms since 1970; starting the background may take some time.
   */
  'article/keepProgress': {
    request: { articleId: string; progress: number; at: number };
    response: null;
  };
  /** Saves all articles that are open in a window, or only those in the tabs selected in its tab strip (`chosen`). */
  'window/save': { request: { windowId: number; chosen?: boolean }; response: WindowOutcome };
  /** Fetches a PDF, and stores it under a key for the requesting page; see `stash-file.ts`. */
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
   * Permanently deletes articles from the trash; null deletes all of them. When the response arrives, no trace of them is
   * stored, unless `isFinished` is false, which means that they are still being erased from the change log.
   */
  'library/purge': {
    request: { ids: readonly string[] | null };
    response: { removed: number; isFinished: boolean };
  };
  /** Wakes the background, because one of our pages has queued an import or texts to fetch. */
  'transfer/wake': { request: null; response: null };
  /**
   * Wakes the background, because one of our pages has changed the library. The background writes the change log and, if
   * sync is set up, uploads the change.
   */
  'log/wake': { request: null; response: null };
  /** Returns the current state of sync. */
  'sync/state': { request: null; response: SyncState };
  /** Tests a sync location, and describes its contents. The test file is deleted again. */
  'sync/look': { request: Pick<SyncSetUp, 'place'>; response: SyncOutcome<RemoteContents> };
  /** Creates a library at a sync location, or joins one; the first sync run starts automatically. */
  'sync/setUp': { request: SyncSetUp; response: SyncOutcome<{ sheet: RecoverySheet }> };
  'sync/now': { request: null; response: null };
  /** Fetches changes from other devices, at a limited rate, because the user has opened the library or the reader. */
  'sync/wake': { request: null; response: null };
  'sync/pause': { request: { paused: boolean }; response: SyncOutcome };
  'sync/pictures': { request: { pictures: SyncPictures }; response: SyncOutcome };
  /** Turns off sync on this device. Its library and the files at the sync location are kept. */
  'sync/leave': { request: null; response: SyncOutcome };
  'sync/removeDevice': { request: { id: string }; response: SyncOutcome };
  'sync/changePassphrase': { request: { from: string; to: string }; response: SyncOutcome };
  /** Returns the recovery sheet again, given the passphrase. */
  'sync/sheet': { request: { passphrase: string }; response: SyncOutcome<{ sheet: RecoverySheet }> };
}

export interface Events {
  /** The response to `sync/state` has changed. */
  'sync/changed': null;
  /** A page of a saved article is being fetched; `total` is null if the number of pages is unknown. */
  'pages/progress': { articleId: string; page: number; total: number | null };
  /** Progress of `window/save`, in tabs. */
  'window/progress': { windowId: number; done: number; total: number };
  /** From a tab: the assistant's report has changed (for example ready, failed, or more clutter hidden). */
  'page/changed': { url: string };
  /** From a tab: its page is not an article (any more). */
  'page/left': { url: string };
}
