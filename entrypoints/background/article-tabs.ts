import type { BackgroundMessages, GateAnswer } from '../../utils/messaging/protocol.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { firefoxVersion } from '../../utils/platform/optional-apis.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { overrideFor, switchedOff } from '../../utils/settings/site-settings.ts';
import { showSavedBadge } from './badge.ts';
import { MARK_CSS } from './mark-css.ts';
import { writeUnderlineCss } from './underline-css.ts';

/** Older versions of Firefox draw no lines under a custom highlight (bug 1845446): the words have a tint there. */
const FIRST_WITH_LINES = 146;

async function underlineCss(): Promise<string> {
  const version = await firefoxVersion();
  return writeUnderlineCss(version === null || version >= FIRST_WITH_LINES);
}

/** Puts the assistant into a tab, or starts it afresh there. */
async function putAssistant(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: ['/assistant.js'],
    injectImmediately: true,
  });
}

/** Colours the marks of quotes in a tab. Not before there are any: a large page is styled anew for each style sheet. */
export async function putMarkColours(tabId: number): Promise<void> {
  const css = `${await underlineCss()}\n${MARK_CSS}`;
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [0] }, css });
}

/** The gate says that a tab shows an article, or none any more; the user's word comes first. */
export async function handleVerdict(answer: GateAnswer, tabId: number): Promise<void> {
  // Neither waits for the other: a library that can't be opened must not cost the user the article.
  showSavedBadge(tabId, answer.url).catch((error: unknown) => console.warn('offprint: no badge', error));
  const settings = await loadSettings();
  const { off } = await switchedOff(settings, answer.url, answer.canonicalUrl ?? null);
  if (off === true) return;
  const said = overrideFor(settings, answer.url);
  if (said === 'article' || (said === undefined && answer.verdict.isArticle)) await putAssistant(tabId);
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
