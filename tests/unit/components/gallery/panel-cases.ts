import type { PanelProps } from '../../../../components/quotes/Panel.tsx';
import type { Quote, QuotedSpeaker } from '../../../../utils/quotes/types.ts';
import { idle, nothing } from './idle.ts';
import { ARTICLE, RTL_ARTICLE, sampleQuote } from './samples.ts';

/** The beginning of the sample article, long enough for an article in brief. */
const NEWS = [
  'The ferry to the outer islands of Nordholm was suspended on Friday as ice closed the harbour six weeks early.',
  'The harbour office does not say when it will sail again. It never does.',
  'Nordholm has one tug, in dry dock, and had asked for a second one in March.',
  'The islands have flour for eleven days and one doctor, on the middle island.',
  'The road across the ice opens when the harbour ice is forty centimetres thick.',
].join('\n\n');

const tab = { url: ARTICLE.url, title: ARTICLE.title };

/** The page of an article, for the panel. */
export const panelPage = (article: typeof ARTICLE) =>
  ({ kind: 'article', tab, article, hidden: [], clutterOn: true }) as const;

/** A side panel whose buttons do nothing. */
export const panelProps = (change: Partial<PanelProps> = {}): PanelProps => ({
  page: panelPage({ ...ARTICLE, text: `${NEWS}\n\n${'One.\n\nTwo.\n\n'.repeat(200)}` }),
  onGoTo: nothing,
  onJump: async () => true,
  onJumpBack: nothing,
  onMark: nothing,
  onCopy: async () => true,
  onCopyPicture: async () => true,
  onSavePicture: nothing,
  onCorrect: async () => true,
  ...idle('onTreatAsArticle onTurnSiteOn onAllow'),
  ...change,
});

/** Twelve people, sixty quotes. */
function crowd(): { quotes: Quote[]; voices: QuotedSpeaker[] } {
  const names = 'Aino Bohdan Chiara Dagny Emeka Fenna Gustav Hana Ivo Jun Kofi Lena'.split(' ');
  const quotes = Array.from({ length: 60 }, (_, index) =>
    sampleQuote({
      text: `Sentence number ${index + 1} of a long evening in the town hall`,
      start: index * 90,
      resolvedSpeaker: `${names[index % 12] ?? ''} Example`,
      role: 'member of the council',
    }),
  );
  const voices = names.map((name, voice) => ({
    name: `${name} Example`,
    role: 'member of the council',
    quotes: quotes.flatMap((_, index) => (index % 12 === voice ? [index] : [])),
    words: 55,
    share: 1 / 12,
    keyQuote: voice,
  }));
  return { quotes, voices };
}

export const PANEL_CASES: Record<string, PanelProps> = {
  article: panelProps(),
  crowd: panelProps({ page: panelPage({ ...ARTICLE, ...crowd(), text: '' }) }),
  rtl: panelProps({ page: panelPage({ ...RTL_ARTICLE, text: '' }) }),
  noQuotes: panelProps({ page: panelPage({ ...ARTICLE, quotes: [], voices: [], text: '' }) }),
  reading: panelProps({ page: { kind: 'reading', tab, wait: 'slow' } }),
  notArticle: panelProps({
    page: {
      kind: 'notArticle',
      tab,
      verdict: { isArticle: false, reason: 'searchPage', score: -2 },
    },
  }),
  failed: panelProps({
    page: { kind: 'failed', tab, message: 'The page is larger than Offprint can read.' },
  }),
  noAccess: panelProps({ page: { kind: 'noAccess', tab: null, reason: 'browserPage' } }),
};
