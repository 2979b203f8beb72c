import { wantsExtras } from '../../utils/clutter/find/extra-kinds.ts';
import { knownLanguage, type LanguageCode } from '../../utils/languages/language-code.ts';
import { PALETTE } from '../../utils/look/palette.ts';
import type { BackgroundMessages, GateAnswer } from '../../utils/messaging/protocol.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import type { QuoteLanguage } from '../../utils/quotes/languages/choose-language.ts';
import { userSays } from '../../utils/settings/override.ts';
import { clutterKinds, siteSettings } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { showSavedBadge } from './badge.ts';

/** The mark in both themes; a highlight can't change the layout of the page. */
const [MARK_CSS_LIGHT, MARK_CSS_DARK] = ([0, 1] as const).map(
  (side) => `::highlight(offprint-quote){background-color:${PALETTE.mark[side]};color:${PALETTE.ink[side]}}`,
);
const MARK_CSS = `${MARK_CSS_LIGHT}\n@media (prefers-color-scheme:dark){${MARK_CSS_DARK}}`;

/**
 * The scripts with what sites print and beg with in some languages.
 *
 * @param languages codes from a tab, which may be anything; those that are not known here are left out
 */
export function phraseScripts(languages: readonly (string | null)[]): TabScript[] {
  const known = new Set(languages.map(knownLanguage).filter((language) => language !== null));
  return [...known].map((language): TabScript => `/phrases-${language}.js`);
}

/**
 * What the assistant will need at once. Had it to ask for that, the user would see for a moment what is about to go.
 *
 * @param lang what the page says its language is
 */
function foresee(settings: Settings, { url, lang }: GateAnswer): TabScript[] {
  const words = phraseScripts(['en', lang ?? null]);
  return wantsExtras(clutterKinds(settings, url)) ? [...words, '/extras.js'] : words;
}

/** Puts the assistant into a tab, or starts it afresh there; it asks for what it lacks. */
async function putAssistant(
  tabId: number,
  first: readonly TabScript[] = phraseScripts(['en']),
): Promise<void> {
  await putBeside(tabId, [...first, '/assistant.js']);
}

/** Colours the marks of quotes in a tab. Not before there are any: a large page is styled anew for each style sheet. */
export async function putMarkColours(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [0] }, css: MARK_CSS });
}

/** Scripts with parts that most articles never need. */
export type TabScript =
  | '/assistant.js'
  | '/quotes.js'
  | `/quotes-${QuoteLanguage}.js`
  | '/anchors.js'
  | `/phrases-${LanguageCode}.js`
  | '/extras.js'
  | '/site.js';

/** Puts more of our scripts beside the assistant of a tab, in this order. */
export async function putBeside(tabId: number, files: readonly TabScript[]): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: [...files],
    injectImmediately: true,
  });
}

/** The gate says that a tab shows an article, or none any more; the user's word comes first. */
export async function handleVerdict(answer: GateAnswer, tabId: number): Promise<void> {
  // Neither waits for the other: a library that can't be opened must not cost the user the article.
  showSavedBadge(tabId, answer.url).catch((error: unknown) => console.warn('offprint: no badge', error));
  const settings = await loadSettings();
  if (siteSettings(settings, answer.url).off === true) return;
  const said = userSays(settings, answer.url);
  if (said === 'article' || (said === undefined && answer.verdict.isArticle))
    await putAssistant(tabId, foresee(settings, answer));
}

/** The user says that the page in a tab is an article, whatever the gate thought. */
export async function treatAsArticle(
  tabId: number,
): Promise<BackgroundMessages['page/treatAsArticle']['response']> {
  try {
    await putAssistant(tabId);
    return { ok: true, message: null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Asks the gate of a tab, and puts it there first where the browser lets us in on click only.
 *
 * @returns null where no script may run (the browser's own pages, stores, files)
 */
export async function askGate(tabId: number): Promise<GateAnswer | null> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      // Where access is given on click, nothing of ours is in the page: the user's word isn't either.
      files: ['/gate.js', '/override.js'],
      injectImmediately: true,
    });
    return await sendToTab(tabId, 'gate/ask', null);
  } catch (error) {
    console.warn('offprint: no access to the tab', error);
    return null;
  }
}
