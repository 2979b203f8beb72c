import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { listSeparatorFor } from '../../utils/text/text-direction.ts';
import { TextButton } from '../ui/Button.tsx';
import { getInitials, truncateAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { hueColour, speakerLabel } from './voices.ts';
import './quotes.css';
import './voice-disc.css';

export interface QuoteCardProps {
  quote: Quote;
  hue: number;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** Maximum number of characters before “…”; the whole is one key away. If absent, the whole quote is shown. */
  limit?: number;
  /** Jumps to the quote in the article. */
  onJump: () => void;
  onCopy: () => Promise<boolean>;
  /** Shows why this speaker was identified. */
  onWhy?: () => void;
  /** Highlights the quote in the page while it is hovered or focused. */
  onHover?: (isInside: boolean) => void;
  /** Replaces the attribution if the speaker is named in a heading: the heading's id and the text to show. */
  note?: { headingId: string; content: ComponentChildren };
  /** The number of other articles with the same words, and how to show them. */
  elsewhere?: { articles: number; onShow: () => void } | undefined;
  /** None of the other saved articles on the story has the quote; absent if unknown, or if that is true of all quotes. */
  isNew?: boolean | undefined;
  /** Renders further buttons after the copy button; gets the id of the quote's words. */
  renderActions?: (textId: string) => ComponentChildren;
  /** Marks the parts of the text that match a filter. */
  highlight?: (text: string) => ComponentChildren;
}

/** A pull quote: its words set large beside a bar in the speaker's colour, with the name below. */
export function QuoteCard(props: QuoteCardProps) {
  const { quote, hue, limit, onHover, elsewhere } = props;
  const { t, count } = useStrings();
  const [isExpanded, setExpanded] = useState(false);
  const id = useId();
  const shortened = limit === undefined ? quote.text : truncateAtClause(quote.text, limit);
  const isCut = shortened !== quote.text;
  const text = isExpanded ? quote.text : shortened;
  return (
    <figure
      class="quote"
      dir={props.dir}
      data-known={props.isNew === false}
      style={{ '--hue': hueColour(hue) }}
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
            hue={hue}
          />
        )}
        <span class="quote__who" id={`${id}-who`}>
          {props.note?.content ?? <Attribution quote={quote} onWhy={props.onWhy} />}
          {props.isNew === true && <b class="quote__new">{t('quoteNew')}</b>}
          {isCut && (
            <TextButton class="quote__whole" onClick={() => setExpanded(!isExpanded)}>
              {isExpanded ? t('quoteShowLess') : t('quoteShowWhole')}
            </TextButton>
          )}
          {elsewhere !== undefined && (
            <TextButton
              class="quote__elsewhere"
              aria-haspopup="dialog"
              aria-describedby={id}
              onClick={elsewhere.onShow}
            >
              {count('elsewhere', elsewhere.articles)}
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
  /** Shows why this speaker was identified; absent if that is not available. */
  onWhy?: (() => void) | undefined;
}

/**
 * The speaker's name in bold, the role and the intermediary source. Says so if the speaker is unclear or only
 * probable. The name is a button if an explanation is available.
 */
export function Attribution({ quote, onWhy }: AttributionProps) {
  const { t } = useStrings();
  const isUnclear = quote.resolvedSpeaker === null;
  // A reporting verb links the words to the quote; words that are only nearby would be a guess.
  const cueWords = isUnclear && quote.evidence === 'cue' ? quote.speaker : null;
  const after = [
    isUnclear ? null : quote.role,
    cueWords === null ? null : t('speakerUnclearSays', cueWords),
    quote.via === null ? null : t('asToldBy', quote.via),
  ].filter((part) => part !== null && part !== '');
  const label = speakerLabel(t, quote);
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

interface VoiceDiscProps {
  name: string | null;
  hue: number;
  /** The source has no name: “a spokesman” has no initials. */
  isUnnamed?: boolean | undefined;
}

/** A person's initials on their colour, or a ring for an unnamed source. Decorative: the name is beside it. */
export function SpeakerDisc({ name, hue, isUnnamed = false }: VoiceDiscProps) {
  return (
    <span class="voice-disc" data-unnamed={isUnnamed} style={{ '--hue': hueColour(hue) }} aria-hidden="true">
      {isUnnamed ? '' : name === null ? '?' : getInitials(name)}
    </span>
  );
}
