import { browser } from '../../utils/platform/browser.ts';

/** Runs scripts of ours in a tab's top frame, one after the other, however much of the page is loaded. */
export async function inject(tabId: number, ...files: string[]): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files,
    injectImmediately: true,
  });
}

/** Starts the assistant in a tab, or restarts it there. */
export const injectAssistant = (tabId: number): Promise<void> => inject(tabId, '/assistant.js');
