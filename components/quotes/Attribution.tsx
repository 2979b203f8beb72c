import { isProbable } from '../../utils/quotes/sureness.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { commaFor } from '../../utils/text/text-direction.ts';
import { useStrings } from '../ui/base/strings.ts';
import { speakerLabel } from './speaker-label.ts';

type Attributed = Pick<Quote, 'resolvedSpeaker' | 'sureness' | 'speaker' | 'role' | 'via' | 'evidence'>;

interface Props {
  quote: Attributed;
  /** Tells why it is this name; absent where nobody can be asked. */
  onWhy?: (() => void) | undefined;
}

/**
 * Who said it: the name in bold, the role, and through whom it came. Says so where the speaker is unclear, or only probable. The name is
 * a button where it can be asked why.
 */
export function Attribution({ quote, onWhy }: Props) {
  const { t } = useStrings();
  const isUnclear = quote.resolvedSpeaker === null;
  // A verb of speech ties the words to the quote; what merely stands near would be a guess after all.
  const says = isUnclear && quote.evidence === 'cue' ? quote.speaker : null;
  const after = [
    isUnclear ? null : quote.role,
    says === null ? null : t('speakerUnclearSays', says),
    quote.via === null ? null : t('asToldBy', quote.via),
  ].filter((part) => part !== null && part !== '');
  const label = speakerLabel(t, quote);
  const comma = commaFor(label);
  const name = isUnclear ? (
    <i class="attribution__unclear">{label}</i>
  ) : isProbable(quote) ? (
    <span class="attribution__probable">{label}</span>
  ) : (
    <b class="attribution__name">{label}</b>
  );
  return (
    <span class="attribution" dir="auto">
      {onWhy === undefined ? (
        name
      ) : (
        <button
          type="button"
          class="attribution__why"
          title={t(isUnclear ? 'whyUnclear' : 'whyThis')}
          aria-haspopup="dialog"
          onClick={onWhy}
        >
          {name}
        </button>
      )}
      {after.length > 0 && <span class="attribution__role">{comma + after.join(comma)}</span>}
    </span>
  );
}
