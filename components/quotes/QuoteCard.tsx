import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { listSeparatorFor } from '../../utils/text/text-direction.ts';
import { TextButton } from '../ui/Button.tsx';
import { getInitials, truncateAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { speakerColour } from './speaker-colours.ts';
import { getQuoteSpeakerLabel } from './speaker-labels.ts';
import './quotes.css';
import './voice-disc.css';

/** How many other articles contain a quote, and a function that shows them. */
export interface QuoteCardProps {
  quote: Quote;
  /** Index of the speaker's colour; see `SpeakerColours`. */
  colourIndex: number;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** Maximum length in characters; a longer quote is truncated and can be expanded. No limit if absent. */
  maxLength?: number;
  /** Jumps to the quote in the article. */
  onJump: () => void;
  onCopy: () => Promise<boolean>;
  /** Explains the attribution; absent if that is not possible. */
  onExplain?: () => void;
  /** Called when the pointer or the focus enters or leaves the quote. */
  onHover?: (isInside: boolean) => void;
  /** Shown instead of the attribution if a heading, identified by `headingId`, names the speaker. */
  note?: { headingId: string; content: ComponentChildren };
  /** Whether no other saved article on the story contains the quote; see `isMarkedAsNew`. */
  isNew?: boolean | undefined;
  /** Renders further buttons after the copy button. `textId` is the id of the element with the quote's text. */
  renderActions?: (textId: string) => ComponentChildren;
  /** Marks the parts of the text that match a filter. */
  highlight?: (text: string) => ComponentChildren;
}

/** A quote beside a bar in the speaker's colour, with the speaker's name below. */
export function QuoteCard(props: QuoteCardProps) {
  const { quote, colourIndex, maxLength, onHover } = props;
  const { t } = useStrings();
  const [isExpanded, setExpanded] = useState(false);
  const id = useId();
  const shortened = maxLength === undefined ? quote.text : truncateAtClause(quote.text, maxLength);
  const isTruncated = shortened !== quote.text;
  const text = isExpanded ? quote.text : shortened;
  return (
    <figure
      class="quote"
      dir={props.dir}
      data-known={props.isNew === false}
      style={{ '--hue': speakerColour(colourIndex) }}
      onMouseEnter={() => onHover?.(true)}
      onMouseLeave={() => onHover?.(false)}
    >
      <blockquote class="quote__words" lang={props.lang ?? undefined}>
        <button
          type="button"
          class="quote__jump"
          id={id}
          aria-describedby={`${props.note?.headingId ?? ''} ${id}-who`.trim()}
          title={t('jumpToQuote')}
          onClick={props.onJump}
          onFocus={() => onHover?.(true)}
          onBlur={() => onHover?.(false)}
        >
          <span class="verbatim">{props.highlight === undefined ? text : props.highlight(text)}</span>
        </button>
      </blockquote>
      <figcaption class="quote__foot">
        {props.note === undefined && (
          <SpeakerDisc
            name={quote.resolvedSpeaker}
            isUnnamed={quote.unnamed || isProbable(quote)}
            colourIndex={colourIndex}
          />
        )}
        <span class="quote__who" id={`${id}-who`}>
          {props.note?.content ?? <Attribution quote={quote} onExplain={props.onExplain} />}
          {props.isNew === true && <b class="quote__new">{t('quoteNew')}</b>}
          {isTruncated && (
            <TextButton class="quote__whole" onClick={() => setExpanded(!isExpanded)}>
              {isExpanded ? t('quoteShowLess') : t('quoteShowWhole')}
            </TextButton>
          )}
        </span>
        <span class="quote__tools">
          <CopyButton onCopy={props.onCopy} targetId={id} />
          {props.renderActions?.(id)}
        </span>
      </figcaption>
    </figure>
  );
}

type AttributedQuote = Pick<Quote, 'resolvedSpeaker' | 'sureness' | 'speaker' | 'role' | 'via' | 'evidence'>;

interface AttributionProps {
  quote: AttributedQuote;
  /** Explains the attribution; absent if that is not possible. */
  onExplain?: (() => void) | undefined;
}

/**
 * The attribution of a quote: the speaker's name, the role, and the intermediary source. Says if the speaker is unclear
 * or only probable. The name is a button if the attribution can be explained.
 */
export function Attribution({ quote, onExplain }: AttributionProps) {
  const { t } = useStrings();
  const isUnclear = quote.resolvedSpeaker === null;
  // If a reporting verb links a description to the quote, it is shown although the person is unclear.
  const description = isUnclear && quote.evidence === 'cue' ? quote.speaker : null;
  const details = [
    isUnclear ? null : quote.role,
    description === null ? null : t('speakerUnclearSays', description),
    quote.via === null ? null : t('asToldBy', quote.via),
  ].filter((part) => part !== null && part !== '');
  const label = getQuoteSpeakerLabel(t, quote);
  const comma = listSeparatorFor(label);
  const name = isUnclear ? (
    <i class="attribution__unclear">{label}</i>
  ) : isProbable(quote) ? (
    <span class="attribution__probable">{label}</span>
  ) : (
    <b class="attribution__name">{label}</b>
  );
  return (
    <span class="attribution" dir="auto">
      {onExplain === undefined ? (
        name
      ) : (
        <button
          type="button"
          class="attribution__why"
          title={t(isUnclear ? 'whyUnclear' : 'whyThis')}
          aria-haspopup="dialog"
          onClick={onExplain}
        >
          {name}
        </button>
      )}
      {details.length > 0 && <span class="attribution__role">{comma + details.join(comma)}</span>}
    </span>
  );
}

interface SpeakerDiscProps {
  name: string | null;
  colourIndex: number;
  /** Whether to show a ring instead of initials, for a source that is unnamed (“a spokesman”) or uncertain. */
  isUnnamed?: boolean | undefined;
}

/** A speaker's initials on their colour, or a ring. Decorative, because the name is shown beside it. */
export function SpeakerDisc({ name, colourIndex, isUnnamed = false }: SpeakerDiscProps) {
  return (
    <span
      class="voice-disc"
      data-unnamed={isUnnamed}
      style={{ '--hue': speakerColour(colourIndex) }}
      aria-hidden="true"
    >
      {isUnnamed ? '' : name === null ? '?' : getInitials(name)}
    </span>
  );
}
