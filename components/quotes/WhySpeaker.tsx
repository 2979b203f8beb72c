import { useId, useMemo } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/sureness.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { commaFor } from '../../utils/text/text-direction.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import type { ExcerptPiece } from './excerpt.ts';
import { speakerLabel } from './speaker-label.ts';
import { explainSpeaker, type Sentence } from './why-speaker.ts';
import './why-speaker.css';

interface Props {
  quote: Quote;
  article: { text: string; lang: string | null; dir: 'ltr' | 'rtl' };
  /** Absent where nothing can be put right. */
  onCorrect?: (() => void) | undefined;
  /** Says that a probable name is right; absent where there is nothing to confirm. */
  onConfirm?: (() => void) | undefined;
  onClose: () => void;
}

/** Why a quote has the name it has: the words of the article that say so, and how sure that is. */
export function WhySpeaker({ quote, article, onCorrect, onConfirm, onClose }: Props) {
  const { t } = useStrings();
  const id = useId();
  const { text, lang } = article;
  const why = useMemo(() => explainSpeaker(quote, text, lang), [quote, text, lang]);
  const say = ([key, ...words]: Sentence): string => t(key, ...words);
  const name = quote.resolvedSpeaker;
  const excerpt = (pieces: readonly ExcerptPiece[]) => (
    <blockquote class="why__words" lang={lang ?? undefined} dir={article.dir}>
      {pieces.map(({ text: words, kind }, at) => {
        // Pieces stay where they are: the place is the only key they have.
        if (kind === 'name') return <mark key={at}>{words}</mark>;
        return kind === 'cue' ? <u key={at}>{words}</u> : words;
      })}
    </blockquote>
  );
  return (
    <Sheet title={t(name === null ? 'whyUnclear' : 'whyThis')} describedBy={id} onClose={onClose}>
      {(close) => (
        <>
          <div class="why" id={id}>
            {name !== null && (
              <p class="why__name">
                <bdi>
                  {isProbable(quote) ? speakerLabel(t, quote) : <b>{name}</b>}
                  {quote.role !== null && <span>{commaFor(name) + quote.role}</span>}
                </bdi>
              </p>
            )}
            <p>{say(why.because)}</p>
            {why.says !== null && excerpt(why.says)}
            {why.named !== null && (
              <>
                <p>{say(why.named.sentence)}</p>
                {why.named.words.length > 0 && excerpt(why.named.words)}
              </>
            )}
            {why.sure !== null && <p>{say(why.sure)}</p>}
          </div>
          {(onCorrect !== undefined || onConfirm !== undefined) && (
            <div class="sheet__actions">
              {onConfirm !== undefined && (
                <button
                  type="button"
                  class="button button--primary"
                  onClick={() => {
                    close();
                    onConfirm();
                  }}
                >
                  {t('confirmSpeaker')}
                </button>
              )}
              {onCorrect !== undefined && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    close();
                    onCorrect();
                  }}
                >
                  {t('correctSpeaker')}
                </button>
              )}
            </div>
          )}
        </>
      )}
    </Sheet>
  );
}
