import { useId, useMemo } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { listSeparatorFor } from '../../utils/text/text-direction.ts';
import { Button, PrimaryButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { type ExcerptPiece, explainSpeaker, type MessageWithArgs } from './explain-speaker.ts';
import { getQuoteSpeakerLabel } from './speaker-labels.ts';
import './speaker-explanation.css';

interface Props {
  quote: Quote;
  article: { text: string; lang: string | null; dir: 'ltr' | 'rtl' };
  /** Absent if the speaker cannot be corrected. */
  onCorrect?: (() => void) | undefined;
  /** Confirms a probable name; absent if there is nothing to confirm. */
  onConfirm?: (() => void) | undefined;
  onClose: () => void;
}

/** Explains why a quote is attributed to its speaker: the evidence in the article, and how reliable that is. */
export function SpeakerExplanationSheet({ quote, article, onCorrect, onConfirm, onClose }: Props) {
  const { t } = useStrings();
  const id = useId();
  const { text, lang } = article;
  const explanation = useMemo(() => explainSpeaker(quote, text, lang), [quote, text, lang]);
  const translate = ([key, ...args]: MessageWithArgs): string => t(key, ...args);
  const name = quote.resolvedSpeaker;
  const renderExcerpt = (pieces: readonly ExcerptPiece[]) => (
    <blockquote class="why__words" lang={lang ?? undefined} dir={article.dir}>
      {pieces.map(({ text: words, kind }, index) => {
        // The pieces are never reordered, so the index is a safe key.
        if (kind === 'name') return <mark key={index}>{words}</mark>;
        return kind === 'cue' ? <u key={index}>{words}</u> : words;
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
                  {isProbable(quote) ? getQuoteSpeakerLabel(t, quote) : <b>{name}</b>}
                  {quote.role !== null && <span>{listSeparatorFor(name) + quote.role}</span>}
                </bdi>
              </p>
            )}
            <p>{translate(explanation.reason)}</p>
            {explanation.cueExcerpt !== null && renderExcerpt(explanation.cueExcerpt)}
            {explanation.named !== null && (
              <>
                <p>{translate(explanation.named.sentence)}</p>
                {explanation.named.words.length > 0 && renderExcerpt(explanation.named.words)}
              </>
            )}
            {explanation.certainty !== null && <p>{translate(explanation.certainty)}</p>}
          </div>
          {(onCorrect !== undefined || onConfirm !== undefined) && (
            <div class="sheet__actions">
              {onConfirm !== undefined && (
                <PrimaryButton
                  onClick={() => {
                    close();
                    onConfirm();
                  }}
                >
                  {t('confirmSpeaker')}
                </PrimaryButton>
              )}
              {onCorrect !== undefined && (
                <Button
                  onClick={() => {
                    close();
                    onCorrect();
                  }}
                >
                  {t('correctSpeaker')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Sheet>
  );
}
