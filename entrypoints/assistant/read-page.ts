import { extractInSlices } from '../../utils/article/extract-in-slices.ts';
import type { Extraction } from '../../utils/article/types.ts';
import { findInSlices } from '../../utils/clutter/find/find-clutter.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { pageModelInSteps } from '../../utils/clutter/find/page-model.ts';
import { bodyOf } from '../../utils/page/dom-access.ts';
import { readLive } from '../../utils/page/read-live.ts';
import { watchChanges } from '../../utils/page/watch-changes.ts';
import { bareBrowser } from '../../utils/platform/bare-browser.ts';

type FailureKey = 'errorExtract' | 'errorClearing';

/** Describes a failure for the user; details go to the console. */
export function describeFailure(key: FailureKey, error: unknown): string {
  console.error('offprint:', key, error);
  return bareBrowser().i18n.getMessage(key, error instanceof Error ? error.message : String(error));
}

/** One reading of the page: the article, or why there is none. */
export type Reading = { extraction: Extraction; error: null } | { extraction: null; error: string };

/** A reading, and a model of the page; null if the page has changed since. */
interface ReadPage {
  reading: Reading;
  model: PageModel | null;
}

/**
 * Extracts the article from the live page. Clutter is found first and is not part of the article. It is found
 * independently of the extraction, so that clutter which extraction would take for text is still hidden.
 *
 * @param anyText the user saves the page although it is no article; see `ExtractOptions`
 * @returns within one task for pages of usual size; large ones are read in slices. Never throws: a page that breaks the
 *   reading results in an error message
 */
export async function readPage(document_: Document, url: string, anyText = false): Promise<ReadPage> {
  const changes = watchChanges(document_);
  const onPause = changes.start;
  try {
    const model = await surveyPage(document_, onPause);
    const promos = await findBegging(document_, model, onPause);
    const extraction = await extractInSlices(document_, url, { promos, anyText }, { onPause });
    const reading: Reading =
      extraction === null
        ? { extraction, error: bareBrowser().i18n.getMessage('errorNoText') }
        : { extraction, error: null };
    return { reading, model: changes.hasChanged(null) ? null : model };
  } catch (error) {
    return { reading: { extraction: null, error: describeFailure('errorExtract', error) }, model: null };
  } finally {
    changes.stop();
  }
}

/** The model that clutter is found in; null if the page has no body or can't be read. */
async function surveyPage(document_: Document, onPause: () => void): Promise<PageModel | null> {
  const body = bodyOf(document_);
  if (body === null) return null;
  try {
    const read = () => pageModelInSteps(body);
    return await readLive(document_, read, (model) => model, { onPause });
  } catch (error) {
    console.warn('offprint: the page could not be surveyed', error);
    return null;
  }
}

async function findBegging(
  document_: Document,
  model: PageModel | null,
  onPause: () => void,
): Promise<Element[]> {
  try {
    if (model === null) return [];
    return (await findInSlices(document_, { model }, { onPause })).map(({ element }) => element);
  } catch (error) {
    // The article then contains clutter, which is better than no article.
    console.warn('offprint: nothing left out of the article', error);
    return [];
  }
}
