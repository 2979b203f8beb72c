import { extractInSlices } from '../../utils/article/extract-in-slices.ts';
import type { SitePhrases } from '../../utils/article/site-phrases.ts';
import type { Extraction } from '../../utils/article/types.ts';
import { findInSlices } from '../../utils/clutter/find/find-clutter.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { pageModelInSteps } from '../../utils/clutter/find/page-model.ts';
import { bodyOf } from '../../utils/page/dom-access.ts';
import { readLive } from '../../utils/page/read-live.ts';
import { watchChanges } from '../../utils/page/watch-changes.ts';
import { bareBrowser } from '../../utils/platform/bare-browser.ts';

type FailureKey = 'errorExtract' | 'errorClearing';

/** Returns an error message for the user, and logs the error to the console. */
export function describeFailure(key: FailureKey, error: unknown): string {
  console.error('offprint:', key, error);
  return bareBrowser().i18n.getMessage(key, error instanceof Error ? error.message : String(error));
}

/** The result of an extraction: the article, or an error message for the user. */
export type ExtractionResult = { extraction: Extraction; error: null } | { extraction: null; error: string };

interface ExtractedPage {
  result: ExtractionResult;
  /** The model of the page; null if there is none, or if the page has changed since. */
  model: PageModel | null;
}

/**
 * Extracts the article from the live page, in slices if it is large. Finds clutter first, which is left out of the article.
 * Since it is found independently of the extraction, clutter that extraction would mistake for text is hidden, too. Never
 * throws; errors result in an error message.
 *
 * @param phrases those of the page's language
 * @param anyText whether to extract the main part of a page that isn't an article; see `ExtractOptions`
 */
export async function extractFromPage(
  document_: Document,
  url: string,
  phrases: SitePhrases,
  anyText = false,
): Promise<ExtractedPage> {
  const changes = watchChanges(document_);
  const onPause = changes.start;
  try {
    const model = await tryModelPage(document_, phrases, onPause);
    const promos = await findPromos(document_, model, onPause);
    const extraction = await extractInSlices(document_, url, { promos, anyText, phrases }, { onPause });
    const result: ExtractionResult =
      extraction === null
        ? { extraction, error: bareBrowser().i18n.getMessage('errorNoText') }
        : { extraction, error: null };
    return { result, model: changes.hasChanged(null) ? null : model };
  } catch (error) {
    return { result: { extraction: null, error: describeFailure('errorExtract', error) }, model: null };
  } finally {
    changes.stop();
  }
}

/** Builds the model of the page; returns null if the page has no body or can't be read. */
async function tryModelPage(
  document_: Document,
  { cues }: SitePhrases,
  onPause: () => void,
): Promise<PageModel | null> {
  const body = bodyOf(document_);
  if (body === null) return null;
  try {
    const startReading = () => pageModelInSteps(body, cues);
    return await readLive(document_, startReading, (model) => model, { onPause });
  } catch (error) {
    console.warn('offprint: could not build the model of the page', error);
    return null;
  }
}

async function findPromos(
  document_: Document,
  model: PageModel | null,
  onPause: () => void,
): Promise<Element[]> {
  try {
    if (model === null) return [];
    return (await findInSlices(document_, { model }, { onPause })).map(({ element }) => element);
  } catch (error) {
    // An article with clutter is better than no article.
    console.warn('offprint: could not find clutter to leave out of the article', error);
    return [];
  }
}
