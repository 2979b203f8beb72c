import './panel.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { getQuotationMarks } from '../../utils/quotes/cite/cite-quote.ts';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { listSeparatorFor } from '../../utils/text/text-direction.ts';
import { QuotePicture } from '../quote-picture/QuotePicture.tsx';
import { markAsNew } from '../stories/OnThisStory.tsx';
import { useAnnounce, useAnnouncedCount } from '../ui/announcer.tsx';
import { Button, TextButton } from '../ui/Button.tsx';
import { formatDate, hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useScrollPadding } from '../ui/hooks/use-scroll-padding.ts';
import { useShortcutHints, useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { formatSource } from '../ui/SourceName.tsx';
import { findInText, markRanges } from './find-in-text.ts';
import { type QuotedArticle, useQuoteList, useQuoteMarker } from './KeyQuotes.tsx';
import { QuoteCard, SpeakerDisc } from './QuoteCard.tsx';
import { type CopyFormat, QuoteMenu } from './QuoteMenu.tsx';
import type { OtherOccurrences } from './use-other-articles.tsx';
import { useSpeakerSheets } from './use-speaker-sheets.tsx';
import { assignHues, hueColour, type VoiceHues, voiceLabel } from './voices.ts';

export interface QuotePanelProps {
  article: QuotedArticle;
  onJump: (index: number) => Promise<boolean>;
  /** Null if there is no position to return to. */
  onJumpBack: (() => void) | null;
  onMark: (index: number | null) => void;
  onCopy: (indices: readonly number[], format?: CopyFormat) => Promise<boolean>;
  onCopyPicture: (picture: Promise<Blob>) => Promise<boolean>;
  onSavePicture: (picture: Blob, name: string) => void;
  /** Which quotes occur in other saved articles; absent if unknown. */
  elsewhere?: OtherOccurrences | undefined;
  /** By index of the quote, whether no other saved article on the story has it; absent if unknown. */
  newQuotes?: readonly boolean[] | undefined;
  /** Corrects the speaker of some quotes; null if that is not possible. */
  onCorrect: ((correction: SpeakerCorrection) => Promise<boolean>) | null;
}

/** The quotes of one article, with filter, order and speakers. */
export function QuotePanel(props: QuotePanelProps) {
  const { article, onJump, onJumpBack, onMark, onCopy, elsewhere, newQuotes = [] } = props;
  const { t, count, locale, direction } = useStrings();
  const announce = useAnnounce();
  const mark = useQuoteMarker(onMark);
  const [arrangement, setArrangement] = useState<Arrangement>('voice');
  const [query, setQuery] = useState('');
  const [onlyVoice, setOnlyVoice] = useState<number | null>(null);
  const [hasJumped, setJumped] = useState(false);
  const [imageIndex, setImageIndex] = useState<number | null>(null);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const controls = useRef<HTMLDivElement>(null);
  useScrollPadding(controls, 'Top');
  const { quotes, voices } = article;
  const hues = useMemo(() => assignHues(voices), [voices]);
  const groups = useMemo(
    () => arrangeQuotes(quotes, voices, { arrangement, query, only: onlyVoice }),
    [quotes, voices, arrangement, query, onlyVoice],
  );
  const shown = groups.flatMap((group) => group.quotes);
  useAnnouncedCount(query, count('panelFilterCount', shown.length));
  const jumpBack = (): void => {
    setJumped(false);
    mark.setJumped(null);
    onJumpBack?.();
  };
  useShortcuts({
    '/': () => filter.current?.focus(),
    ...(hasJumped ? { b: jumpBack } : undefined),
  });
  const jumpTo = useQuoteList(list, mark, onJump);
  const jump = async (index: number): Promise<void> => {
    if ((await jumpTo(index)) && onJumpBack !== null) setJumped(true);
  };
  // A corrected quote is rendered again under its new speaker; its card gets the focus back.
  const focusAfterCorrection = useRef<number | null>(null);
  useEffect(() => {
    const quote = quotes.find(({ start }) => start === focusAfterCorrection.current);
    if (quote?.evidence !== 'user') return;
    focusAfterCorrection.current = null;
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-start="${quote.start}"] .quote-menu button`)?.focus();
  }, [groups, quotes]);
  const correct = async (correction: SpeakerCorrection): Promise<void> => {
    const { indices } = correction;
    focusAfterCorrection.current = quotes[indices[0] ?? -1]?.start ?? null;
    const isCorrected = await props.onCorrect?.(correction);
    announce(isCorrected ? count('speakersCorrected', indices.length) : t('speakerNotCorrected'));
  };
  const imageQuote = imageIndex === null ? undefined : quotes[imageIndex];
  const speaker = useSpeakerSheets(article, props.onCorrect === null ? null : correct);
  const renderCard = (index: number, group: QuoteGroup) => {
    const quote = quotes[index];
    if (quote === undefined) return null;
    const place = [
      t('panelParagraph', String(getParagraphNumber(article.text, quote.start))),
      quote.evidence === 'user'
        ? t('panelByUser')
        : quote.evidence === 'continues'
          ? t('panelContinues')
          : quote.cue,
      quote.via === null ? null : t('asToldBy', quote.via),
      quote.pulledOut === true ? t('pulledOut') : null,
    ].filter(Boolean);
    return (
      <li key={quote.start} data-start={quote.start}>
        <QuoteCard
          quote={quote}
          hue={hues.ofQuote.get(index) ?? 0}
          lang={article.lang}
          dir={article.dir}
          onJump={() => void jump(index)}
          onCopy={() => onCopy([index])}
          onWhy={() => speaker.explain(index)}
          onHover={(inside) => mark.hover(index, inside)}
          elsewhere={elsewhere?.findLine(index)}
          isNew={markAsNew(newQuotes, index)}
          renderActions={(about) => (
            <QuoteMenu
              textId={about}
              onCopyAs={(format) => onCopy([index], format)}
              onPicture={() => setImageIndex(index)}
              why={{
                label: t(quote.resolvedSpeaker === null ? 'whyUnclear' : 'whyThis'),
                onShow: () => speaker.explain(index),
              }}
              onCorrect={props.onCorrect === null ? undefined : () => speaker.correct(index)}
            />
          )}
          {...(group.voice === null || voices[group.voice]?.name === null || isProbable(quote)
            ? undefined
            : {
                note: {
                  headingId: `${id}-${group.voice}`,
                  content: (
                    <span class="quote__place" dir={direction}>
                      {place.join(' · ')}
                    </span>
                  ),
                },
              })}
          {...(query === ''
            ? undefined
            : { highlight: (text: string) => markRanges(text, findInText(text, query)) })}
        />
      </li>
    );
  };
  return (
    <>
      <SpeakerSummary voices={voices} hues={hues} only={onlyVoice} onOnly={setOnlyVoice} />
      <div class="panel__controls" ref={controls}>
        <SearchField query={query} label={t('panelFilter')} onQueryChange={setQuery} input={filter} />
        <div class="panel__row">
          <SegmentedControl<Arrangement>
            label={t('panelArrange')}
            options={{ voice: 'panelByVoice', order: 'panelInOrder' }}
            value={arrangement}
            onChange={setArrangement}
          />
          {shown.length > 0 && (
            <CopyButton
              onCopy={() => onCopy(shown)}
              label={t('actionCopyAll')}
              successMessage={count('copiedAllAnnounce', shown.length)}
            />
          )}
        </div>
      </div>
      <div class="panel__quotes" ref={list}>
        {groups.length === 0 && <p class="note note--quiet">{t('panelFilterNone', query)}</p>}
        {groups.map((group) => {
          const voice = group.voice === null ? undefined : voices[group.voice];
          return (
            <section key={group.voice} class="quote-group">
              {voice !== undefined && (
                <h2 class="quote-group__head">
                  <SpeakerDisc
                    name={voice.name}
                    isUnnamed={voice.unnamed || voice.probable}
                    hue={hues.ofVoice[group.voice ?? 0] ?? 0}
                  />
                  <span>
                    <span
                      class="quote-group__name"
                      id={`${id}-${group.voice}`}
                      data-probable={voice.probable === true}
                      dir="auto"
                    >
                      {voiceLabel(t, voice)}
                    </span>
                    {voice.role !== null && (
                      <span class="quote-group__role" dir="auto">
                        {voice.role}
                      </span>
                    )}
                    {voice.about !== undefined && (
                      <span class="quote-group__role">
                        {t('speaksOf', new Intl.ListFormat(locale).format(voice.about))}
                      </span>
                    )}
                  </span>
                </h2>
              )}
              <ol class="quote-list">{group.quotes.map((index) => renderCard(index, group))}</ol>
            </section>
          );
        })}
      </div>
      {imageIndex !== null && imageQuote !== undefined && (
        <QuotePicture
          // An image is shared without explanation, so it bears only certain names.
          quote={isProbable(imageQuote) ? { ...imageQuote, resolvedSpeaker: null, role: null } : imageQuote}
          hue={hues.ofQuote.get(imageIndex) ?? 0}
          source={{
            title: article.title,
            source: [
              formatSource(article.siteName, hostOf(article.url)),
              formatDate(article.publishedAt, locale),
            ]
              .filter(Boolean)
              .join(' · '),
            marks: getQuotationMarks(article.lang),
            dir: article.dir,
          }}
          onCopy={props.onCopyPicture}
          onSave={props.onSavePicture}
          onClose={() => setImageIndex(null)}
        />
      )}
      {speaker.sheets}
      {hasJumped && <JumpBack onJumpBack={jumpBack} />}
    </>
  );
}

/** Maximum number of speakers listed before “more”, so that a quote is in view in a window 700 px high. */
const MAX_SPEAKERS = 2;

interface SpeakerSummaryProps {
  voices: readonly QuotedSpeaker[];
  hues: VoiceHues;
  /** Index of the only speaker whose quotes are shown, or null for all. */
  only: number | null;
  onOnly: (voice: number | null) => void;
}

function getKind({ name, probable, unnamed }: QuotedSpeaker): 'named' | 'unnamed' | 'probable' | 'unclear' {
  if (name === null) return 'unclear';
  if (probable) return 'probable';
  return unnamed ? 'unnamed' : 'named';
}

/**
 * Who is quoted and how much, named people apart from unnamed sources. A click on a speaker filters by them, another
 * click shows all.
 */
function SpeakerSummary({ voices, hues, only, onOnly }: SpeakerSummaryProps) {
  const { t, count, formatPercent } = useStrings();
  const [hovered, setHovered] = useState<number | null>(null);
  const [isExpanded, setExpanded] = useState(false);
  const headId = useId();
  const shown = isExpanded || voices.length <= MAX_SPEAKERS + 1 ? voices : voices.slice(0, MAX_SPEAKERS);
  const toggleOnly = (voice: number): void => onOnly(only === voice ? null : voice);
  const renderRow = ([index, voice]: [number, QuotedSpeaker]) => (
    <li key={voiceLabel(t, voice)}>
      <button
        type="button"
        class="voice-row"
        aria-pressed={only === index}
        onClick={() => toggleOnly(index)}
        onMouseEnter={() => setHovered(index)}
        onMouseLeave={() => setHovered(null)}
      >
        <SpeakerDisc
          name={voice.name}
          isUnnamed={voice.unnamed || voice.probable}
          hue={hues.ofVoice[index] ?? 0}
        />
        <span class="voice-row__who">
          <span class="voice-row__name" data-probable={voice.probable === true} dir="auto">
            {voiceLabel(t, voice)}
          </span>
          {voice.role !== null && (
            <span class="voice-row__role" dir="auto">
              {voice.role}
            </span>
          )}
        </span>
        <span class="voice-row__figures">
          {count('quotesShare', voice.quotes.length, formatPercent(voice.share))}
        </span>
      </button>
    </li>
  );
  return (
    <section class="voice-summary" aria-label={t('panelWhoIsQuoted')}>
      <ShareBar voices={voices} hues={hues} highlighted={hovered ?? only} />
      {[...Map.groupBy(shown.entries(), ([, voice]) => getKind(voice))].map(([kind, list]) => (
        <div key={kind} class="voice-list__section">
          {kind === 'unnamed' && (
            <h3 class="voice-list__head" id={headId}>
              {t('voicesUnnamed')}
            </h3>
          )}
          <ul class="voice-list" aria-labelledby={kind === 'unnamed' ? headId : undefined}>
            {list.map(renderRow)}
          </ul>
        </div>
      ))}
      {shown.length < voices.length && (
        <TextButton onClick={() => setExpanded(true)}>
          {count('panelMoreVoices', voices.length - shown.length)}
        </TextButton>
      )}
    </section>
  );
}

/** In units of the drawing, which CSS stretches. */
const WIDTH = 1000;
const HEIGHT = 10;
const GAP = 4;
/** Minimum width, so that a speaker with one word is visible. */
const MIN_WIDTH = 10;

interface ShareBarProps {
  voices: readonly QuotedSpeaker[];
  hues: VoiceHues;
  /** Index of the highlighted speaker; the others are dimmed. */
  highlighted: number | null;
}

/** Each speaker's share of all quoted words, as one bar. A screen reader gets the percentages. */
function ShareBar({ voices, hues, highlighted }: ShareBarProps) {
  const { t, formatPercent } = useStrings();
  const figures = voices.map((voice) =>
    t('panelShareItem', voiceLabel(t, voice), formatPercent(voice.share)),
  );
  const room = WIDTH - GAP * (voices.length - 1) - MIN_WIDTH * voices.length;
  let x = 0;
  return (
    <svg
      class="share-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${t('panelShareLabel')}: ${figures.join(listSeparatorFor(t('panelShareLabel')))}`}
    >
      {voices.map((voice, index) => {
        const width = MIN_WIDTH + Math.max(0, room) * voice.share;
        const from = x;
        x += width + GAP;
        return (
          <rect
            key={voiceLabel(t, voice)}
            x={from}
            y="0"
            width={width}
            height={HEIGHT}
            opacity={highlighted === null || highlighted === index ? 1 : 0.25}
            style={{ fill: hueColour(hues.ofVoice[index] ?? 0) }}
          >
            <title>{figures[index]}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** Returns to the scroll position before a jump. Floats over the lower edge of the quotes. */
function JumpBack({ onJumpBack }: { onJumpBack: () => void }) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const button = useRef<HTMLButtonElement>(null);
  useScrollPadding(button, 'Bottom');
  return (
    <Button
      class="panel__back"
      ref={button}
      aria-keyshortcuts={shortcutHints.ariaShortcut('b')}
      onClick={onJumpBack}
    >
      <Icon name="return" />
      {t('panelJumpBack')}
    </Button>
  );
}

type Arrangement = 'voice' | 'order';

/** Quotes under one heading; `voice` is an index into the speakers, or null if the order is the text's. */
interface QuoteGroup {
  voice: number | null;
  /** Indices into the quotes. */
  quotes: number[];
}

interface QuoteFilter {
  arrangement: Arrangement;
  /** Words that a quote, its speaker or its role must contain. */
  query: string;
  /** Index of the only speaker to show, or null. */
  only: number | null;
}

/**
 * Filters the quotes and arranges them in groups.
 *
 * @returns the groups that are not empty
 */
export function arrangeQuotes(
  quotes: readonly Quote[],
  voices: readonly QuotedSpeaker[],
  filter: QuoteFilter,
): QuoteGroup[] {
  const { query, only, arrangement } = filter;
  const matches = (index: number): boolean => {
    const quote = quotes[index];
    if (quote === undefined) return false;
    if (query.trim() === '') return true;
    return [quote.text, quote.resolvedSpeaker ?? '', quote.role ?? ''].some(
      (text) => findInText(text, query).length > 0,
    );
  };
  const groups: QuoteGroup[] = voices.flatMap((voice, index) =>
    only === null || only === index ? [{ voice: index, quotes: voice.quotes.filter(matches) }] : [],
  );
  if (arrangement === 'voice') return groups.filter((group) => group.quotes.length > 0);
  const inOrder = groups.flatMap((group) => group.quotes).sort((a, b) => a - b);
  return inOrder.length === 0 ? [] : [{ voice: null, quotes: inOrder }];
}

/** The 1-based number of the paragraph at an offset. Paragraphs are separated by `\n\n`. */
export function getParagraphNumber(text: string, offset: number): number {
  let paragraph = 1;
  for (let at = text.indexOf('\n\n'); at >= 0 && at < offset; at = text.indexOf('\n\n', at + 2)) {
    paragraph += 1;
  }
  return paragraph;
}
