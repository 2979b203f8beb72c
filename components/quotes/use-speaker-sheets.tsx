import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Article } from '../../utils/article/types.ts';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';

/** Corrects a speaker or a role; null if that is not possible. */
export type OnCorrect = ((correction: SpeakerCorrection) => Promise<unknown>) | null;

/** The fields of an article that the sheets need. */
type AttributedArticle = Pick<Article, 'text' | 'lang' | 'dir'> & {
  quotes: readonly Quote[];
  voices: readonly QuotedSpeaker[];
};

/** Returns functions that explain or correct the speaker of the quote at an index, and the sheet that they open. */
export function useSpeakerSheets(
  article: AttributedArticle,
  onCorrect: OnCorrect,
): { explain: (index: number) => void; correct: (index: number) => void; sheets: VNode | null } {
  const { quotes, voices } = article;
  const [open, setOpen] = useState<{ sheet: 'explain' | 'correct'; index: number } | null>(null);
  const ExplanationSheet = useLazyModule(
    open?.sheet === 'explain',
    () => import('./SpeakerExplanationSheet.tsx'),
  )?.SpeakerExplanationSheet;
  const CorrectionSheet = useLazyModule(
    open?.sheet === 'correct',
    () => import('./CorrectSpeakerSheet.tsx'),
  )?.CorrectSpeakerSheet;
  const explain = (index: number): void => setOpen({ sheet: 'explain', index });
  const correct = (index: number): void => setOpen({ sheet: 'correct', index });
  // The explanation reports that it has closed after the correction has been opened, which must stay open.
  const close = (sheet: 'explain' | 'correct') => (): void =>
    setOpen((current) => (current?.sheet === sheet ? null : current));
  const quote = open === null ? undefined : quotes[open.index];
  let sheets: VNode | null = null;
  if (open?.sheet === 'explain' && quote !== undefined && ExplanationSheet !== undefined) {
    const { index } = open;
    sheets = (
      <ExplanationSheet
        quote={quote}
        article={article}
        onCorrect={onCorrect === null ? undefined : () => correct(index)}
        onConfirm={
          onCorrect === null || !isProbable(quote)
            ? undefined
            : () => void onCorrect({ indices: [index], speaker: quote.resolvedSpeaker })
        }
        onClose={close('explain')}
      />
    );
  } else if (
    open?.sheet === 'correct' &&
    quote !== undefined &&
    onCorrect !== null &&
    CorrectionSheet !== undefined
  ) {
    sheets = (
      <CorrectionSheet
        quote={quote}
        index={open.index}
        quotes={quotes}
        voices={voices}
        onCorrect={(correction) => void onCorrect(correction)}
        onClose={close('correct')}
      />
    );
  }
  return { explain, correct, sheets };
}
