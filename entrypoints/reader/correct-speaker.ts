import { putSpeakerRight, undoSpeaker } from '../../utils/library/people/put-speaker-right.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections/put-right.ts';
import { correctInTab } from '../shared/correct-in-tab.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * Puts a speaker right: in the library for a saved article, else in the open page, whose next save keeps it.
 *
 * @returns how to take it back
 */
export async function correctSpeaker(
  document_: Pick<OpenDocument, 'row' | 'tabId' | 'quotes' | 'canonicalUrl'>,
  correction: SpeakerCorrection,
): Promise<() => Promise<unknown>> {
  const { row, tabId } = document_;
  if (row !== null) {
    const undo = await putSpeakerRight(row.id, correction.indices, correction.speaker);
    return () => undoSpeaker(undo);
  }
  if (tabId === null) return () => Promise.resolve();
  return correctInTab(tabId, document_, correction);
}
