import { type ExtractOptions, extractArticle, extractInSteps } from './extract-article.ts';
import { type Pacing, PageChangedError, runInSlices } from './in-slices.ts';
import type { Extraction } from './types.ts';
import { watchChanges } from './watch-changes.ts';

/** An extraction, and whether the page had its turn meanwhile: what was read of it before may not hold any more. */
export interface SlicedExtraction {
  extraction: Extraction | null;
  paused: boolean;
}

/**
 * Reads the article out of a live page in slices, so that the page stays responsive however large it is. Where the
 * article was changed meanwhile it is read once more, at once.
 *
 * @param url the page's address; relative links count from it
 */
export async function extractInSlices(
  document_: Document,
  url: string,
  options: ExtractOptions = {},
  pacing: Pacing = {},
): Promise<SlicedExtraction> {
  const changes = watchChanges(document_);
  let paused = false;
  const onPause = (): void => {
    paused = true;
    changes.start();
    pacing.onPause?.();
  };
  try {
    const extraction = await runInSlices(extractInSteps(document_, url, options), { ...pacing, onPause });
    if (!paused || !changes.touch(extraction?.root ?? null)) return { extraction, paused };
  } catch (error) {
    if (!(error instanceof PageChangedError)) throw error;
  } finally {
    changes.stop();
  }
  return { extraction: extractArticle(document_, url, options), paused };
}
