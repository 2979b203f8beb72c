import { findSaved } from '../../utils/library/articles/articles.ts';
import { PALETTE } from '../../utils/look/palette.ts';
import { browser } from '../../utils/platform/browser.ts';

/** The badge means one thing: the page in this tab is in the library. */
const SAVED = '✓';

/** The badge's ground: `--accent` of `components/ui/base/tokens.css`. */
export const BADGE_COLOUR = PALETTE.accent[0];

/**
 * Shows or clears the badge of one tab. The browser clears it itself when the tab goes elsewhere.
 *
 * @param isWanted whether it still is, once the library has answered
 */
export async function showSavedBadge(
  tabId: number,
  url: string,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const saved = await findSaved(url);
  if (!isWanted()) return;
  await browser.action.setBadgeText({ tabId, text: saved === undefined || saved === null ? '' : SAVED });
}

export function setUpBadge(): void {
  const paint = async (): Promise<void> => {
    await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  };
  paint().catch((error: unknown) => console.warn('offprint: no badge colour', error));
}
