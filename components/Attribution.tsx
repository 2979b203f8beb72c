import type { Quote } from '../utils/quotes/types.ts';
import { useStrings } from './strings.ts';

type Attributed = Pick<Quote, 'resolvedSpeaker' | 'speaker' | 'role' | 'via'>;

/** Who said it: the name in bold, the role, and through whom it came. Says so where the speaker is unclear. */
export function Attribution({ quote }: { quote: Attributed }) {
  const { t } = useStrings();
  const after = [
    quote.resolvedSpeaker === null ? null : quote.role,
    quote.resolvedSpeaker === null && quote.speaker !== null ? t('speakerUnclearSays', quote.speaker) : null,
    quote.via === null ? null : t('asToldBy', quote.via),
  ].filter((part) => part !== null && part !== '');
  return (
    <span class="attribution" dir="auto">
      {quote.resolvedSpeaker === null ? (
        <i class="attribution__unclear">{t('speakerUnclear')}</i>
      ) : (
        <b class="attribution__name">{quote.resolvedSpeaker}</b>
      )}
      {after.length > 0 && <span class="attribution__role">, {after.join(', ')}</span>}
    </span>
  );
}
