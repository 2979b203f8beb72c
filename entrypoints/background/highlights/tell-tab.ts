import { NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type { TabMessages } from '../../../utils/messaging/protocol.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';

/** Has the assistant of a tab ask once more for the highlights of its page; see `highlights/changed`. */
export async function tellTabOfHighlights(
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
