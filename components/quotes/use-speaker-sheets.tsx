import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Article } from '../../utils/article/types.ts';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';

/** Corrects a speaker or a role. Resolves to whether that succeeded; null if it is not possible. */
export type OnCorrect = ((correction: SpeakerCorrection) => Promise<unknown>) | null;

/** The parts of an article that the sheets need. */
type SpokenArticle = Pick<Article, 'text' | 'lang' | 'dir'> & {
  quotes: readonly Quote[];
  voices: readonly QuotedSpeaker[];
};

/** The sheets about the speaker of a quote: why it has this name, and who said it instead. */
export function useSpeakerSheets(
  article: SpokenArticle,
  onCorrect: OnCorrect,
): { explain: (index: number) => void; correct: (index: number) => void; sheets: VNode | null } {
  const { quotes, voices } = article;
  const [open, setOpen] = useState<{ sheet: 'why' | 'correct'; index: number } | null>(null);
  const Why = useLazyModule(open?.sheet === 'why', () => import('./WhySpeaker.tsx'))?.SpeakerExplanationSheet;
  const Correct = useLazyModule(
    open?.sheet === 'correct',
    () => import('./CorrectSpeaker.tsx'),
  )?.CorrectSpeaker;
  const explain = (index: number): void => setOpen({ sheet: 'why', index });
  const correct = (index: number): void => setOpen({ sheet: 'correct', index });
  // A sheet closes before it answers, and the next one may be open by then.
  const close = (sheet: 'why' | 'correct') => (): void =>
    setOpen((current) => (current?.sheet === sheet ? null : current));
  const quote = open === null ? undefined : quotes[open.index];
  let sheets: VNode | null = null;
  if (open?.sheet === 'why' && quote !== undefined && Why !== undefined) {
    const { index } = open;
    sheets = (
      <Why
        quote={quote}
        article={article}
        onCorrect={onCorrect === null ? undefined : () => correct(index)}
        onConfirm={
          onCorrect === null || !isProbable(quote)
            ? undefined
            : () => void onCorrect({ indices: [index], speaker: quote.resolvedSpeaker })
        }
        onClose={close('why')}
      />
    );
  } else if (
    open?.sheet === 'correct' &&
    quote !== undefined &&
    onCorrect !== null &&
    Correct !== undefined
  ) {
    sheets = (
      <Correct
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
