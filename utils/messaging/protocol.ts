/**
 * Every message there is. Three directions:
 *
 *   popup, side panel, library ──▶ background      BackgroundMessages
 *   popup, side panel, background ──▶ a tab         TabMessages     (gate and assistant answer)
 *   a tab or the background ──▶ whoever listens     Events          (no answer)
 *
 * A tab's scripts share a process with the page, so what they send is not trusted: each background handler
 * says whether tabs may call it (`fromTab`).
 */

import type { Article, ArticlePages, Verdict } from '../article/types.ts';
import type { Fingerprint } from '../clutter/memory/block-fingerprint.ts';
import type { SiteMemory } from '../clutter/memory/site-memory.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { HiddenItem, HiddenWhich } from '../clutter/types.ts';
import type { PlacedAnchor } from '../library/articles/anchor-highlight.ts';
import type { HighlightColour } from '../library/articles/highlight-colours.ts';
import type { HighlightRow } from '../library/user-types.ts';
import type { Replacement } from '../library/view-types.ts';
import type { PlacedCorrection } from '../quotes/corrections/correct-quotes.ts';
import type { Quotation, Quote } from '../quotes/types.ts';
import type { Underline } from '../quotes/underline.ts';
import type { Theme, TreatAs } from '../settings/schema.ts';
import type { SiteView } from '../settings/site-view.ts';
import type {
  PlaceContents,
  RecoverySheet,
  SyncOutcome,
  SyncPictures,
  SyncSetUp,
  SyncState,
} from '../sync/sync-types.ts';

/** What the assistant knows about the page it is in. */
export interface PageReport {
  /** `reading` while the assistant has not finished; `failed` when it could not. */
  state: 'reading' | 'article' | 'failed';
  /** Where the page is. */
  url: string;
  /**
   * Text, headline and address do not belong together yet: `article` is not to be kept under this address. Where its
   * text is the one that was read before, it has that one's.
   */
  isStale?: boolean;
  verdict: Verdict;
  article: Article | null;
  /** The address on another host that the background was asked with for what is switched off here. */
  canonicalUrl?: string;
  /** The page's place, where the article is split over several. */
  pages: ArticlePages | null;
  /** What the user corrected in the article's quotes since the page was opened, in that order. */
  corrections: PlacedCorrection[];
  /** What one of our pages found in this article before, uncorrected; null where none has looked. */
  known: Quote[] | null;
  hidden: HiddenItem[];
  /** False where the user turned clearing off, here or everywhere. */
  clutterOn: boolean;
  /** The page is left alone for now, since it kept reloading itself right after something was hidden. */
  clutterPaused: boolean;
  /** What failed, in words for the user, or null. The rest of the report still holds. */
  error: string | null;
  /** Own work in milliseconds; `gate` is 0 where the gate did not run. */
  ms: { gate: number; assistant: number };
}

/** What the gate answers where the assistant is not in the page. */
export interface GateAnswer {
  url: string;
  verdict: Verdict;
  ms: number;
  /** Where an article says that its address is on another host. */
  canonicalUrl?: string;
  /** The address has just changed, and there is next to nothing at the new one yet. */
  isComing?: boolean;
}

/**
 * Why an article was not saved; `newer`: another text of it is saved, ask the user and save again with `evenNewer`;
 * `private`: a private window, ask the user and save again with `evenPrivate`. Each
 * has a sentence `saveError_<code>` in `locales`.
 */
export type SaveFailureCode =
  | 'private'
  | 'newer'
  | 'noArticle'
  /** The user keeps the page although it is no article, and there is no text in it. */
  | 'noText'
  | 'noAccess'
  | 'noStorage'
  | 'diskFull'
  | 'failed'
  /** What the tab's scripts say of the page can't be so. */
  | 'badReport'
  /** The page went to another address while it was read. */
  | 'changed'
  /** The address has changed, and the text has not followed. */
  | 'stillLoading'
  /** The page's thread is busy: nobody answers. */
  | 'busy'
  /** The page is not there, or the browser keeps it closed to extensions. */
  | 'notLoaded'
  /** Of a page behind a link. */
  | 'linkNoArticle'
  | 'linkNoAccess'
  | 'linkNeedsLogin'
  | 'linkNotPublic'
  | 'linkGone'
  | 'linkNoAnswer';

export interface SaveFailure {
  ok: false;
  code: SaveFailureCode;
  /** In words for the user. */
  message: string;
  /** With `newer`: what would be replaced. */
  replaced?: Replacement;
}

export type SaveOutcome =
  /**
   * `url`: the address that was saved; `updated`: the article was in the library already; `isSeparate`: another
   * article that was saved from this address stays beside it; `isSame`: its text is the one that was here.
   */
  | {
      ok: true;
      articleId: string;
      updated: boolean;
      isSeparate?: boolean;
      isSame?: boolean;
      url: string;
      title: string;
    }
  | SaveFailure;

/** What is saved of an article's pages, after the rest of them were asked for. */
export type PagesOutcome =
  /** `problem`: why the page after the last did not come, in words, or null. */
  | {
      ok: true;
      articleId: string;
      /** The article's address. */
      url: string;
      from: number;
      to: number;
      total: number | null;
      problem: string | null;
    }
  | SaveFailure;

/** What became of the tabs of a window: saved, no articles, and those that could not be saved. */
export interface WindowOutcome {
  saved: number;
  notArticles: number;
  /** `title`: what the tab is called; `why`: in words for the user. */
  failed: { title: string; why: string }[];
}

export interface ReportRequest {
  /** False leaves the body out, for those who do not show or save it. */
  html: boolean;
  /** Reads the page as it is at this moment: a save keeps what is there now. */
  isFresh?: boolean;
  /**
   * Answers when the page is read, and with `isFresh` when its text belongs to its address, or after some seconds as it
   * stands then.
   */
  waits?: boolean;
  /** The user keeps the page although it is no article: whatever text its main part has is taken for one from now on. */
  anyText?: boolean;
}

/** A highlight as a page's tab may know it: what the user wrote about it stays outside. */
export type PageHighlight = Pick<
  HighlightRow,
  'id' | 'text' | 'prefix' | 'suffix' | 'start' | 'end' | 'colour'
>;

/** What a tab may know of the library's highlights: those of its own page. */
export interface HighlightsHere {
  highlights: PageHighlight[];
  /** Selected words are offered to be highlighted, right beside them. */
  offers: boolean;
  theme: Theme;
}

/** What is selected in a page. */
export interface SelectedHere {
  /** The words as they stand in the article's text; null where nothing of it is selected. */
  words: PlacedAnchor | null;
  /** Something is selected. */
  isAny: boolean;
  /** They are highlighted already, and what can be done with that is open. */
  isOpened: boolean;
}

export interface TabMessages {
  'gate/ask': { request: null; response: GateAnswer };
  'page/report': { request: ReportRequest; response: PageReport };
  /**
   * Scrolls to a stretch of the article's text and marks it; `found: false` says it is not in the page (any more).
   */
  'page/jumpToPlace': { request: Quotation; response: { found: boolean } };
  /** Marks one without scrolling (hovering a list); null takes the mark away. */
  'page/markPlace': { request: { place: Quotation | null }; response: { found: boolean } };
  /** Back to where the user was before the first jump. */
  'page/jumpBack': { request: null; response: null };
  /** The user says who said some quotes; holds until the page is left, and for every save until then. */
  'page/correctSpeaker': { request: PlacedCorrection[]; response: null };
  /** Takes back what was said last of the quotes with these words at these places. */
  'page/takeBackSpeaker': { request: Pick<PlacedCorrection, 'text' | 'start'>[]; response: null };
  /** Whether there is an article whose quotes nobody has looked for. */
  'page/lacksQuotes': { request: null; response: boolean };
  /** What was found in a text of that length: whoever asks next has it at once. */
  'page/keepQuotes': { request: { quotes: Quote[]; length: number }; response: null };
  'page/setHidden': { request: { id: HiddenWhich; hidden: boolean }; response: HiddenItem[] };
  /** Brings an item back for good: a rule for the site; an item that a rule of the user's hides loses its rule. */
  'page/neverHide': { request: { id: number }; response: HiddenItem[] };
  /** Takes back the last `page/neverHide` of this page, then the one before; null where none is left, as after a reload. */
  'page/undoNeverHide': { request: null; response: HiddenItem[] | null };
  /** Hides things in a page that is left alone since it kept reloading itself; false where it cannot. */
  'page/resumeHiding': { request: null; response: boolean };
  /** Outlines a hidden item's place while its row is hovered; null ends it. */
  'page/outlineHidden': { request: { id: number | null }; response: null };
  /** What `site/ask` answers is not what it was. */
  'site/changed': { request: null; response: null };
  'page/selection': { request: null; response: SelectedHere };
  /**
   * What `highlights/ask` answers is not what it was. `made`: what is selected became a highlight, and is let
   * go.
   */
  'highlights/changed': { request: { why: 'made' | 'changed' }; response: null };
}

/** What the buttons of a toast do. */
export const TOAST_ACTS = [
  'undo',
  'tags',
  'lists',
  'note',
  'open',
  'newer',
  'undoNewer',
  'keep',
  'undoHighlight',
  'noteHighlight',
] as const;
export type ToastAct = (typeof TOAST_ACTS)[number];

export interface BackgroundMessages {
  /** From the gate, on its own: the page is an article, or is none any more. */
  'gate/verdict': { request: GateAnswer; response: null };
  /** From the gate, when an article comes back from the history as it was left. */
  'page/returned': { request: { url: string }; response: null };
  /** From the assistant, before the first mark: gives marks their colours. */
  'page/colourMarks': { request: null; response: null };
  /** From the assistant, where quotes are always underlined: those of the article in its tab, with their colours. */
  'page/findUnderlines': { request: null; response: Underline[] };
  /** Puts the assistant into a tab although the gate refused the page, or has not run. */
  'page/treatAsArticle': { request: { tabId: number }; response: { ok: boolean; message: string | null } };
  /** The user's word on the page in a tab or on its whole site, kept and acted on at once; null forgets it. */
  'page/override': {
    request: { tabId: number; url: string; scope: 'page' | 'site'; treatAs: TreatAs | null };
    response: { ok: boolean; message: string | null };
  };
  /** Puts the picker into a tab, with which the user points at what is to be hidden. */
  'page/pick': { request: { tabId: number }; response: { ok: boolean; message: string | null } };
  /**
   * From a tab, which can't read the browser's storage: the settings as far as they concern the site the message comes
   * from, and what is remembered of that site.
   */
  'site/ask': {
    request: { canonicalUrl: string } | null;
    response: { settings: SiteView; memory: SiteMemory };
  };
  /**
   * From a tab: whether its page loads itself again and again, which pages do whose boxes are hidden; `opened`: when it
   * was this time, in ms since 1970.
   */
  'page/loaded': { request: { opened: number }; response: { keepsLoading: boolean } };
  /** From a tab: something in its page was hidden, `at` a time in ms since 1970; `opened` as above. */
  'page/hidden': { request: { opened: number; at: number }; response: null };
  /** From a tab: its page is about to load itself again, without the user. */
  'page/reloads': { request: { opened: number }; response: null };
  /** From a tab: the user wants things hidden although its page reloads itself. */
  'page/hideAnyway': { request: { opened: number }; response: null };
  /** From a tab: a page of its site to be remembered; `opened`: when it was, in ms since 1970. */
  'site/remember': { request: { fingerprint: Fingerprint; opened: number }; response: null };
  /** From the assistant: a rule the user made, for the site the message comes from. */
  'rules/add': { request: { rule: UserRule }; response: null };
  'rules/drop': { request: { id: string }; response: null };
  /** From the assistant: the highlights of the page in the sender's tab. */
  'highlights/ask': { request: null; response: HighlightsHere };
  /** From the assistant: the user highlighted words of the page in the sender's tab, which saves it where it is not. */
  'highlights/add': {
    /** The address is that of the text which the words are from: the page may be another when the message arrives. */
    request: { url: string; words: PlacedAnchor; colour: HighlightColour };
    /** Once the library has it, or the user was told why not. */
    response: null;
  };
  /** From the assistant, of highlights of the page in the sender's tab: another colour, gone, its note to be opened. */
  'highlights/colour': { request: { id: string; colour: HighlightColour }; response: null };
  'highlights/remove': { request: { id: string }; response: null };
  'highlights/note': { request: { id: string }; response: null };
  /** What is written of a note when its popup closes: that has no time to keep it. */
  'highlights/keepNote': { request: { id: string; note: string }; response: null };
  /** Puts the gate into a tab where the user gave access on click only. */
  'page/ask': { request: { tabId: number }; response: GateAnswer | null };
  'article/save': {
    request: {
      tabId: number;
      listId?: string;
      tags?: string[];
      evenPrivate?: boolean;
      /** The user said that the page's text is to take the place of the one that is saved. */
      evenNewer?: boolean;
      /** With `evenNewer`: whose text that is. Nothing is saved where the page has become another article's. */
      over?: string;
      /** The user keeps the page although it is no article. */
      evenNoArticle?: boolean;
    };
    response: SaveOutcome;
  };
  /** From a tab: a button of the toast that a save put there was pressed. `fromTab`. */
  'toast/act': { request: { token: string; act: ToastAct }; response: null };
  /**
   * How far the user has read, 0–1, when the reader is left: that has no time to keep it. `at` is when that was, which
   * may be a while ago where the background had to start first.
   */
  'article/keepProgress': {
    request: { articleId: string; progress: number; at: number };
    response: null;
  };
  /** Saves every article that is open in a window, or those of the tabs chosen in its tab strip. */
  'window/save': { request: { windowId: number; chosen?: boolean }; response: WindowOutcome };
  /** Fetches a PDF and puts it aside for whoever asks; see `put-aside.ts`. */
  'pdf/fetch': {
    request: { url: string };
    response: { ok: true; key: string } | { ok: false; message: string };
  };
  'article/saveLink': { request: { url: string }; response: SaveOutcome };
  /** Saves all pages of the article in a tab: only when the user asks for it. */
  'pages/save': { request: { tabId: number; evenPrivate?: boolean }; response: PagesOutcome };
  /** Fetches the pages that a saved article lacks. */
  'pages/get': { request: { articleId: string }; response: PagesOutcome };
  /** Tries the images again that could not be fetched. */
  'article/retryImages': { request: { articleId: string }; response: null };
  /**
   * Deletes for good what was deleted already, null for all of it: nothing of it is stored anywhere when the answer
   * comes, but where `isFinished` is false and the change log is still being cleaned.
   */
  'library/purge': {
    request: { ids: readonly string[] | null };
    response: { removed: number; isFinished: boolean };
  };
  /** There may be an import to run, or texts to fetch: from the page that wrote it into the library. */
  'transfer/wake': { request: null; response: null };
  /**
   * The library was changed by one of our pages: the background, which may sleep, keeps the change log, and has it go to
   * the user's other devices where sync is set up.
   */
  'log/wake': { request: null; response: null };
  /** Writes the daily backup now, and answers when that is over, however it went. */
  'backup/now': { request: null; response: null };
  /** How sync stands. */
  'sync/state': { request: null; response: SyncState };
  /** Tests a place, and says what is there. Nothing that it writes stays. */
  'sync/look': { request: Pick<SyncSetUp, 'place'>; response: SyncOutcome<PlaceContents> };
  /** Begins a library at a place, or joins one; the first run follows by itself. */
  'sync/setUp': { request: SyncSetUp; response: SyncOutcome<{ sheet: RecoverySheet }> };
  'sync/now': { request: null; response: null };
  /** A page of the library is looked at: what other devices did meanwhile is asked for, but not time and again. */
  'sync/wake': { request: null; response: null };
  'sync/pause': { request: { paused: boolean }; response: null };
  'sync/pictures': { request: { pictures: SyncPictures }; response: null };
  /** Ends sync on this device, which keeps its library; what is at the place stays there. */
  'sync/leave': { request: null; response: null };
  'sync/removeDevice': { request: { id: string }; response: SyncOutcome };
  'sync/changePassphrase': { request: { from: string; to: string }; response: SyncOutcome };
  /** The recovery sheet once more, for who knows the passphrase. */
  'sync/sheet': { request: { passphrase: string }; response: SyncOutcome<{ sheet: RecoverySheet }> };
}

export interface Events {
  /** Sync goes on, or stands otherwise than before: ask `sync/state`. */
  'sync/changed': { tabId: number | null };
  /** A page of a saved article is being fetched; `total` is null where nobody knows how many there are. */
  'pages/progress': { tabId: number | null; articleId: string; page: number; total: number | null };
  /** So many tabs of a window have been dealt with, as its articles are saved. */
  'window/progress': { tabId: number | null; windowId: number; done: number; total: number };
  /** The assistant's report for this tab changed (ready, failed, more clutter hidden). `fromTab`. */
  'page/changed': { tabId: number | null; url: string };
  /** The page in this tab is no article (any more). */
  'page/left': { tabId: number | null; url: string };
}
