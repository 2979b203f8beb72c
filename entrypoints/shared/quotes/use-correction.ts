import { useStrings } from '../../../components/ui/base/strings.ts';
import type { SpeakerCorrection } from '../../../utils/quotes/corrections.ts';
import type { useSaving } from '../saving/use-saving.ts';
import type { useWatchedPage } from '../use-page.ts';
import type { useUndo } from '../use-undo.ts';

/** Corrects speakers and roles in the article of a tab, and offers to undo that. Resolves to whether it succeeded. */
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
      const takeBack = await correctInTab(page.tab.id, page.article, correction);
      // “Undo” would be mistaken for undoing the save.
      saving.settle();
      undo.offer({ message: count('speakersCorrected', correction.indices.length), undo: takeBack });
      return true;
    } catch (error) {
      console.error('offprint: speaker not corrected', error);
      return false;
    }
  };
}
