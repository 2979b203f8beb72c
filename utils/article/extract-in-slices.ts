import { type ExtractOptions, extractArticle, extractInSteps } from './extract-article.ts';
import { type Pacing, runInSlices } from './in-slices.ts';
import { PageChangedError } from './read-blocks.ts';
import type { Extraction } from './types.ts';

const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

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

interface Changes {
  start(): void;
  /** Whether anything changed in the root, or the root is no more in the page; null asks of the whole page. */
  touch(root: Element | null): boolean;
  stop(): void;
}

function watchChanges(document_: Document): Changes {
  const Observer = document_.defaultView?.MutationObserver ?? globalThis.MutationObserver;
  const touched: Node[] = [];
  const note = (records: MutationRecord[]): void => {
    for (const { target } of records) touched.push(target);
  };
  const observer = new Observer(note);
  return {
    start: () => observer.observe(document_, CHANGES),
    touch: (root) => {
      note(observer.takeRecords());
      if (root === null) return touched.length > 0;
      return !document_.contains(root) || touched.some((node) => root.contains(node));
    },
    stop: () => observer.disconnect(),
  };
}
