import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/sureness.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { cutAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Attribution } from './Attribution.tsx';
import { VoiceDisc } from './VoiceDisc.tsx';
import { hueColour } from './voices.ts';
import './quotes.css';

interface Props {
  quote: Quote;
  hue: number;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** Characters shown before "…"; the whole is one key away. Without it the quote is shown whole. */
  limit?: number;
  /** Goes to the quote in the article. */
  onJump: () => void;
  onCopy: () => Promise<boolean>;
  /** Tells why it is this speaker. */
  onWhy?: () => void;
  /** Marks the place in the page while the quote is under the pointer or in focus. */
  onHover?: (inside: boolean) => void;
  /** Instead of the attribution, where the speaker stands above already: the id of the name there, and what to say. */
  note?: { under: string; is: ComponentChildren };
  /** The same words in other articles: how many have them, and what shows them. */
  elsewhere?: { articles: number; onShow: () => void } | undefined;
  /** Further buttons, after the one that copies; is given the id of the quote's words. */
  more?: (about: string) => ComponentChildren;
  /** The part of the text a filter asked for. */
  highlight?: (text: string) => ComponentChildren;
}

/** One quote as a pull quote: its words set large beside a bar in the speaker's colour, the name under it. */
export function QuoteCard(props: Props) {
  const { quote, hue, limit, onHover, elsewhere } = props;
  const { t, count } = useStrings();
  const [whole, setWhole] = useState(false);
  const id = useId();
  const short = limit === undefined ? quote.text : cutAtClause(quote.text, limit);
  const isCut = short !== quote.text;
  const text = whole ? quote.text : short;
  return (
    <figure
      class="quote"
      dir={props.dir}
      style={{ '--hue': hueColour(hue) }}
      onMouseEnter={() => onHover?.(true)}
      onMouseLeave={() => onHover?.(false)}
    >
      <blockquote class="quote__words" lang={props.lang ?? undefined}>
        <button
          type="button"
          class="quote__jump"
          id={id}
          aria-describedby={`${props.note?.under ?? ''} ${id}-who`.trim()}
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
          <VoiceDisc name={quote.resolvedSpeaker} unnamed={quote.unnamed || isProbable(quote)} hue={hue} />
        )}
        <span class="quote__who" id={`${id}-who`}>
          {props.note?.is ?? <Attribution quote={quote} onWhy={props.onWhy} />}
          {isCut && (
            <button type="button" class="text-button quote__whole" onClick={() => setWhole(!whole)}>
              {whole ? t('quoteShowLess') : t('quoteShowWhole')}
            </button>
          )}
          {elsewhere !== undefined && (
            <button
              type="button"
              class="text-button quote__elsewhere"
              aria-haspopup="dialog"
              aria-describedby={id}
              onClick={elsewhere.onShow}
            >
              {count('elsewhere', elsewhere.articles)}
            </button>
          )}
        </span>
        <span class="quote__tools">
          <CopyButton
            onCopy={props.onCopy}
            label={t('copyWithCitation')}
            done={t('copiedAnnounce')}
            about={id}
          />
          {props.more?.(id)}
        </span>
      </figcaption>
    </figure>
  );
}
