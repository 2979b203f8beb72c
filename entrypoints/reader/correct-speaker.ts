import { putSpeakerRight, undoSpeaker } from '../../utils/library/people/put-speaker-right.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections/put-right.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * Puts a speaker right: in the library for a saved article, else in the open page, whose next save keeps it.
 *
 * @returns how to take it back
 */
export async function correctSpeaker(
  document_: Pick<OpenDocument, 'row' | 'tabId' | 'quotes'>,
  correction: SpeakerCorrection,
): Promise<() => Promise<unknown>> {
  const { row, tabId, quotes } = document_;
  if (row !== null) {
    const { index, speaker, everywhere } = correction;
    const undo = await putSpeakerRight(row.id, index, speaker, everywhere);
    return () => undoSpeaker(undo);
  }
  if (tabId === null) return () => Promise.resolve();
  const quote = quotes[correction.index];
  if (quote === undefined) return () => Promise.resolve();
  const { text, start, resolvedSpeaker: former } = quote;
  const { speaker, everywhere } = correction;
  await sendToTab(tabId, 'page/correctSpeaker', { text, start, speaker, everywhere });
  return () => sendToTab(tabId, 'page/correctSpeaker', { text, start, speaker: former, everywhere });
}
