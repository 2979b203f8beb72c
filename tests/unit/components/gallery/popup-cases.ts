import type { PopupProps } from '../../../../components/popup/Popup.tsx';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/schema.ts';
import { idle, nothing } from './idle.ts';
import {
  ARTICLE,
  HIDDEN,
  LONG_ARTICLE,
  MORE_HIDDEN,
  RECENT,
  RTL_ARTICLE,
  UKRAINIAN_ARTICLE,
} from './samples.ts';

const everywhere = DEFAULT_SETTINGS.clutter;
const KINDS = { host: 'courier.example', onSite: { ...everywhere, comments: true }, defaults: everywhere };

const url = 'https://courier.example/2026/11/ice';
const tab = { url, title: ARTICLE.title };
const untitled = { url, title: '' };

const page = (article: typeof ARTICLE, hidden = HIDDEN, clutterOn = true) =>
  ({ kind: 'article', tab, article, hidden, clutterOn }) as const;

/** A popup whose buttons do nothing. */
export const popupProps = (change: Partial<PopupProps> = {}): PopupProps => ({
  page: page(ARTICLE),
  kinds: KINDS,
  save: { kind: 'unsaved' },
  recent: RECENT,
  ...idle('onEditDetails onSave onCancelSave onRead onAllQuotes'),
  onJump: async () => true,
  onMark: nothing,
  onCopy: async () => true,
  ...idle('onSetHidden onNeverHide onToggleKind onPick onOutline onToggleClutter onHideAnyway'),
  ...idle('onTurnSiteOn onTreatAsArticle onAllow onRetry onSavePdf onOpenSaved onOpenLibrary'),
  ...idle('onOpenOptions'),
  ...change,
});

const savedAt = Date.UTC(2026, 10, 20);

export const POPUP_CASES: Record<string, PopupProps> = {
  article: popupProps(),
  coming: popupProps({
    page: { ...page({ ...ARTICLE, quotes: [], voices: [] }), pendingQuotations: ARTICLE.quotes },
  }),
  hidden: popupProps({ page: page(ARTICLE, MORE_HIDDEN) }),
  saved: popupProps({ save: { kind: 'saved', articleId: 'a', savedAt } }),
  savedPrivate: popupProps({ save: { kind: 'saved', articleId: 'a', savedAt, isUnreachable: true } }),
  changed: popupProps({ save: { kind: 'changed', articleId: 'a', savedAt } }),
  private: popupProps({ save: { kind: 'askPrivate' } }),
  saveFailed: popupProps({
    save: { kind: 'failed', message: 'The disk is full. Free some space and try again.' },
  }),
  long: popupProps({ page: page(LONG_ARTICLE) }),
  noQuotes: popupProps({ page: page({ ...ARTICLE, quotes: [], voices: [] }, []) }),
  rtl: popupProps({ page: page(RTL_ARTICLE) }),
  ukrainian: popupProps({ page: page(UKRAINIAN_ARTICLE, [], false) }),
  reading: popupProps({ page: { kind: 'reading', tab, wait: 'reading' } }),
  following: popupProps({ page: { kind: 'reading', tab, wait: 'following' } }),
  busy: popupProps({ page: { kind: 'reading', tab, wait: 'busy' } }),
  failed: popupProps({
    page: { kind: 'failed', tab, message: 'The page is larger than Offprint can read.' },
  }),
  treatedInVain: popupProps({
    page: {
      kind: 'failed',
      tab: { url, title: 'Fish prices on the quay' },
      message: 'No article text was found on this page.',
      isUserDecision: true,
    },
    onOverride: nothing,
    save: { kind: 'failed', message: 'There is no text on this page to save.' },
  }),
  notArticle: popupProps({
    page: {
      kind: 'notArticle',
      tab: untitled,
      verdict: { isArticle: false, reason: 'frontPage', score: -3 },
    },
  }),
  pdf: popupProps({ page: { kind: 'pdf', tab: untitled } }),
  siteOff: popupProps({ page: { kind: 'siteOff', tab: untitled, addresses: [url], canonicalUrl: null } }),
  sitesOff: popupProps({
    page: {
      kind: 'siteOff',
      tab: untitled,
      canonicalUrl: null,
      addresses: [
        'https://telephones.thecourierofthelowerharbour.example/ice',
        'https://news.thecourierofthelowerharbour.example/ice',
      ],
    },
  }),
  noAccess: popupProps({ page: { kind: 'noAccess', tab: untitled, reason: 'site' } }),
  savingWindow: popupProps({
    saveWindow: { state: { kind: 'saving', done: 3, total: 12 }, selectedTabs: null, onSave: nothing },
  }),
  savedWindow: popupProps({
    saveWindow: {
      state: {
        kind: 'saved',
        saved: 9,
        notArticles: 1,
        failed: [
          {
            title: 'Eels climb the new pass in the first week',
            reason: 'The page did not load, or the browser does not let extensions read it.',
          },
          {
            title: 'سوق السمك في سالتمير',
            reason: 'The browser has put this tab to sleep. Open it and save again.',
          },
        ],
      },
      selectedTabs: null,
      onSave: nothing,
    },
  }),
  browserPage: popupProps({
    page: { kind: 'noAccess', tab: { url: 'about:addons', title: '' }, reason: 'browserPage' },
    recent: [],
  }),
};
