import { useStrings } from '../../../components/ui/base/strings.ts';
import type { SpeakerCorrection } from '../../../utils/quotes/corrections.ts';
import type { useSaving } from '../saving/use-saving.ts';
import type { useUndo } from '../use-undo.ts';
import type { useWatchedPage } from '../use-watched-page.ts';

/** Returns a function that corrects speakers and roles in the article of a tab and offers undo; resolves to its success. */
export function useCorrection(
  page: ReturnType<typeof useWatchedPage>['shown'],
  saving: Pick<ReturnType<typeof useSaving>, 'settle'>,
  undo: Pick<ReturnType<typeof useUndo>, 'offer'>,
): (correction: SpeakerCorrection) => Promise<boolean> {
  const { count } = useStrings();
  return async (correction) => {
    if (page.kind !== 'article') return false;
    try {
      const { correctInTab } = await import('./correct-in-tab.ts');
      const undoCorrection = await correctInTab(page.tab.id, page.article, correction);
      // Withdraws the undo button of the save, so that there is only one.
      saving.settle();
      undo.offer({ message: count('speakersCorrected', correction.indices.length), undo: undoCorrection });
      return true;
    } catch (error) {
      console.error('offprint: speaker not corrected', error);
      return false;
    }
  };
}
