import type { Extraction } from '../../utils/article/types.ts';
import { receiveInTab } from '../../utils/messaging/tab-side.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { PageMarks } from './page-marks.ts';
import type { PageText } from './page-text.ts';

/** Answers requests to scroll to passages of the article and to mark them, until the signal aborts. */
export function answerPlaces(marks: PageMarks, text: PageText, signal: AbortSignal): void {
  const extraction = (): Extraction | null => text.reading?.extraction ?? null;
  /** If the page was redrawn, it is read again before a quote counts as gone. */
  const jumpTo = async (place: Quotation): Promise<{ found: boolean }> => {
    const jump = (): boolean => marks.show(extraction(), place, 'jumpTo');
    if (jump()) return { found: true };
    if (!text.isBehind) return { found: false };
    await text.readAgain();
    return { found: jump() };
  };
  receiveInTab(
    {
      'page/jumpToPlace': jumpTo,
      'page/markPlace': ({ place }) => {
        if (place !== null) return { found: marks.show(extraction(), place, 'mark') };
        marks.clear();
        return { found: true };
      },
      'page/jumpBack': () => {
        marks.jumpBack();
        return null;
      },
    },
    signal,
  );
}
