import { useMemo } from 'preact/hooks';
import { findNearestSentences } from '../../utils/text/key-sentences.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import './brief.css';

/** How far the browser's own model is with a summary of this article. */
export type SummaryState =
  /** The browser has none, or none for this machine or language. */
  | { kind: 'unavailable'; why: 'missing' | 'unavailable' }
  | { kind: 'ready'; mustFetch: boolean }
  /** `part`: how much of the model the browser has fetched, 0–1; null where it is here. */
  | { kind: 'writing'; part: number | null }
  | { kind: 'written'; sentences: readonly string[] }
  | { kind: 'failed'; message: string };

export interface SummaryProps {
  article: { text: string; lang: string | null };
  state: SummaryState;
  /** Must be called inside the click: the browser may have to fetch its model. */
  onWrite: () => void;
  /** Goes to a place in the article. */
  onGoTo: (start: number, end: number) => void;
}

/** What the browser's model makes of the article; marked as a machine's, each sentence with its place in the text. */
export function Summary(props: SummaryProps) {
  const { t, percent } = useStrings();
  const { state } = props;
  return (
    <section class="summary" aria-labelledby="summary-title">
      <div class="summary__head">
        <h2 class="summary__title" id="summary-title">
          {t('summaryTitle')}
        </h2>
        <span class="brief__note">{t('summaryNote')}</span>
      </div>
      {state.kind === 'unavailable' && (
        <p class="note">{t(state.why === 'missing' ? 'summaryMissing' : 'summaryUnavailableHere')}</p>
      )}
      {state.kind === 'ready' && (
        <>
          {state.mustFetch && <p class="note">{t('summaryDownloadable')}</p>}
          <button type="button" class="button" onClick={props.onWrite}>
            {t('summaryWrite')}
          </button>
        </>
      )}
      {state.kind === 'writing' && (
        <p class="note" role="status">
          {state.part === null ? t('summaryWriting') : t('summaryFetching', percent(state.part))}
        </p>
      )}
      {state.kind === 'failed' && (
        <p class="note note--bad" role="alert">
          {state.message === '' ? t('summaryEmpty') : t('summaryFailed', state.message)}{' '}
          <button type="button" class="text-button" onClick={props.onWrite}>
            {t('actionTryAgain')}
          </button>
        </p>
      )}
      {state.kind === 'written' && <Sentences {...props} sentences={state.sentences} />}
    </section>
  );
}

function Sentences({ article, sentences, onGoTo }: SummaryProps & { sentences: readonly string[] }) {
  const { t } = useStrings();
  const { text, lang } = article;
  const places = useMemo(() => findNearestSentences(sentences, text, lang), [sentences, text, lang]);
  return (
    <ul class="summary__sentences" lang={lang ?? undefined}>
      {sentences.map((sentence, at) => {
        const place = places[at] ?? null;
        return (
          <li key={sentence}>
            {sentence}{' '}
            {place === null ? (
              <span class="summary__nowhere">{t('summaryNowhere')}</span>
            ) : (
              <button
                type="button"
                class="icon-button summary__place"
                aria-label={t('summaryGoTo', place.text)}
                title={place.text}
                onClick={() => onGoTo(place.start, place.end)}
              >
                <Icon name="return" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
