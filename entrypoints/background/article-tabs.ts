import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import type { GateReport, TabMessages } from '../../utils/messaging/protocol.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { firefoxVersion } from '../../utils/platform/optional-apis.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { findDisabledFeatures, overrideFor } from '../../utils/settings/site-settings.ts';
import { inject, injectAssistant } from './inject.ts';
import { MARK_CSS, writeUnderlineCss } from './mark-css.ts';
import { showSavedBadge } from './status-badge.ts';

/** Older versions of Firefox draw no lines under a custom highlight (bug 1845446), so quotes get a tint there. */
const MIN_FIREFOX_WITH_LINES = 146;

async function underlineCss(): Promise<string> {
  const version = await firefoxVersion();
  return writeUnderlineCss(version === null || version >= MIN_FIREFOX_WITH_LINES);
}

/** Adds the styles of quote marks to a tab. Called only once there are marks: a large page is restyled for each style sheet. */
export async function injectMarkStyles(tabId: number): Promise<void> {
  const css = `${await underlineCss()}\n${MARK_CSS}`;
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [0] }, css });
}

/** Handles the gate's verdict on the page in a tab. The user's override comes first. */
export async function handleVerdict(answer: GateReport, tabId: number): Promise<void> {
  // Independent of each other: a library that can't be opened must not keep the assistant out.
  showSavedBadge(tabId, answer.url).catch((error: unknown) => console.warn('offprint: no badge', error));
  const settings = await loadSettings();
  const { off } = await findDisabledFeatures(settings, answer.url, answer.canonicalUrl ?? null);
  if (off === true) return;
  const said = overrideFor(settings, answer.url);
  if (said === 'article' || (said === undefined && answer.verdict.isArticle)) await injectAssistant(tabId);
}

/**
 * Asks the gate of a tab, injecting it first if the browser grants access on click only.
 *
 * @returns null if no script may run there (the browser's own pages, stores, files)
 */
export async function askGate(tabId: number): Promise<GateReport | null> {
  try {
    // If access is granted on click, nothing of ours is in the page yet, including the user's override.
    await inject(tabId, '/gate.js', '/override.js');
    return await sendToTab(tabId, 'gate/ask', null);
  } catch (error) {
    console.warn('offprint: no access to the tab', error);
    return null;
  }
}

/** Has the assistant of a tab reload the highlights of its page; see `highlights/changed`. */
export async function notifyHighlightsChanged(
  tabId: number,
  reason: TabMessages['highlights/changed']['request']['reason'] = 'changed',
): Promise<void> {
  try {
    await sendToTab(tabId, 'highlights/changed', { reason });
  } catch (error) {
    // The page was left meanwhile.
    if (!(error instanceof NoReceiverError)) throw error;
  }
}
