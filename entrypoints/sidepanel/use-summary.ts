import { useEffect, useRef, useState } from 'preact/hooks';
import type { SummaryProps, SummaryState } from '../../components/quotes/Panel.tsx';
import type { Article } from '../../utils/article/types.ts';
import { getSummaryAvailability, summarise } from '../../utils/platform/summarizer.ts';
import { splitSentences } from '../../utils/text/segment-text.ts';

const splitIntoSentences = (lines: readonly string[], lang: string | null): string[] =>
  lines.flatMap((line) => splitSentences(line, lang).map(({ start, end }) => line.slice(start, end)));

/**
 * A summary of an article by the browser's built-in model.
 *
 * @param article null if there is none, or if the user has not switched summaries on
 */
export function useSummary(
  article: Pick<Article, 'canonicalUrl' | 'text' | 'lang'> | null,
  onGoTo: SummaryProps['onGoTo'],
): Omit<SummaryProps, 'article'> | null {
  const [state, setState] = useState<SummaryState | null>(null);
  const controller = useRef(new AbortController());
  const address = article?.canonicalUrl ?? null;
  const lang = article?.lang ?? null;
  useEffect(() => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    setState(null);
    if (address === null) return;
    getSummaryAvailability(lang)
      .then((answer) => {
        if (signal.aborted) return;
        setState(
          answer === 'missing' || answer === 'unavailable'
            ? { kind: 'unavailable', reason: answer }
            : { kind: 'ready', needsDownload: answer === 'downloadable' },
        );
      })
      .catch((error: unknown) => console.warn('offprint: summariser not asked', error));
    return () => controller.current.abort();
  }, [address, lang]);
  if (state === null || article === null) return null;

  const writeSummary = async (): Promise<void> => {
    const { signal } = controller.current;
    const show = (next: SummaryState): void => {
      if (!signal.aborted) setState(next);
    };
    try {
      const summary = summarise(
        article.text,
        lang,
        (share) => show({ kind: 'writing', downloadProgress: share < 1 ? share : null }),
        signal,
      );
      show({ kind: 'writing', downloadProgress: null });
      const sentences = splitIntoSentences(await summary, lang);
      show(sentences.length === 0 ? { kind: 'failed', message: '' } : { kind: 'written', sentences });
    } catch (error) {
      console.error('offprint: no summary', error);
      show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return { state, onWrite: () => void writeSummary(), onGoTo };
}
