import { browser } from '../../utils/platform/browser.ts';

/** Runs our scripts in a tab's top frame in sequence, without waiting for the page to load. */
export async function inject(tabId: number, ...files: string[]): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files,
    injectImmediately: true,
  });
}

/** Starts the assistant in a tab, or restarts it there. */
export const injectAssistant = (tabId: number): Promise<void> => inject(tabId, '/assistant.js');
