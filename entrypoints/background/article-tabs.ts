import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import type { GateReport, TabMessages } from '../../utils/messaging/protocol.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { firefoxVersion } from '../../utils/platform/optional-apis.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { findDisabledFeatures, findOverride } from '../../utils/settings/site-settings.ts';
import { inject, injectAssistant } from './inject.ts';
import { createUnderlineCss, MARKED_PASSAGE_CSS } from './quote-css.ts';
import { showSavedBadge } from './status-badge.ts';

/** First Firefox version that underlines custom highlights (bug 1845446). Older ones get a tinted background instead. */
const MIN_FIREFOX_WITH_UNDERLINES = 146;

async function underlineCss(): Promise<string> {
  const version = await firefoxVersion();
  return createUnderlineCss(version === null || version >= MIN_FIREFOX_WITH_UNDERLINES);
}

/**
 * Adds the styles of underlined and selected quotes to a tab. Called only when the first is shown, because each style
 * sheet makes the browser restyle the page, which is slow if it is large.
 */
export async function injectQuoteStyles(tabId: number): Promise<void> {
  const css = `${await underlineCss()}\n${MARKED_PASSAGE_CSS}`;
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [0] }, css });
}

/** Handles the gate's verdict on the page in a tab. The user's override takes precedence. */
export async function handleVerdict(answer: GateReport, tabId: number): Promise<void> {
  // Independent of each other: a library that can't be opened must not keep the assistant out.
  showSavedBadge(tabId, answer.url).catch((error: unknown) => console.warn('offprint: no badge', error));
  const settings = await loadSettings();
  const { off } = await findDisabledFeatures(settings, answer.url, answer.canonicalUrl ?? null);
  if (off === true) return;
  const userOverride = findOverride(settings, answer.url);
  if (userOverride === 'article' || (userOverride === undefined && answer.verdict.isArticle))
    await injectAssistant(tabId);
}

/**
 * Asks the gate of a tab for its verdict, injecting the gate first.
 *
 * @returns null if no script may run there (the browser's own pages, stores, files)
 */
export async function askGate(tabId: number): Promise<GateReport | null> {
  try {
    // If access is granted on click, none of our scripts is in the page yet, so `override.js` is injected too.
    await inject(tabId, '/gate.js', '/override.js');
    return await sendToTab(tabId, 'gate/ask', null);
  } catch (error) {
    console.warn('offprint: no access to the tab', error);
    return null;
  }
}

/** Tells the assistant in a tab to reload the page's highlights; see `highlights/changed`. */
export async function notifyHighlightsChanged(
  tabId: number,
  reason: TabMessages['highlights/changed']['request']['reason'] = 'changed',
): Promise<void> {
  try {
    await sendToTab(tabId, 'highlights/changed', { reason });
  } catch (error) {
    // The user has left the page.
    if (!(error instanceof NoReceiverError)) throw error;
  }
}
