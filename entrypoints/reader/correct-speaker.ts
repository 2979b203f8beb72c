import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import { correctInTab, correctSaved } from '../shared/quotes/correct-in-tab.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * Corrects a speaker: in the library for a saved article, otherwise in the open page, whose next save includes it.
 *
 * @returns a function that undoes it
 */
export async function correctSpeaker(
  document_: Pick<OpenDocument, 'row' | 'tabId' | 'quotes' | 'canonicalUrl' | 'text'>,
  correction: SpeakerCorrection,
): Promise<() => Promise<unknown>> {
  const { row, tabId, quotes } = document_;
  const { indices, ...answer } = correction;
  const wanted = indices.flatMap((index) => quotes[index] ?? []);
  if (row !== null) return correctSaved(row.id, wanted, answer);
  if (tabId === null) return () => Promise.resolve();
  return correctInTab(tabId, document_, correction);
}
