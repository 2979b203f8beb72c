import './panel.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { getQuotationMarks } from '../../utils/quotes/cite/cite-quote.ts';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { listSeparatorFor } from '../../utils/text/text-direction.ts';
import { QuoteImageSheet } from '../quote-picture/QuoteImageSheet.tsx';
import { isMarkedAsNew } from '../stories/OnThisStory.tsx';
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
import { type QuotedArticle, useQuoteHighlighting, useQuoteList } from './KeyQuotes.tsx';
import { QuoteCard, SpeakerDisc } from './QuoteCard.tsx';
import { type CopyFormat, QuoteMenu } from './QuoteMenu.tsx';
import { assignSpeakerColours, type SpeakerColours, speakerColour } from './speaker-colours.ts';
import { getSpeakerLabel } from './speaker-labels.ts';
import { useSpeakerSheets } from './use-speaker-sheets.tsx';

export interface QuotePanelProps {
  article: QuotedArticle;
  /** Jumps to a quote in the article; resolves to false if it was not found. */
  onJump: (index: number) => Promise<boolean>;
  /** Scrolls back to where the user was before jumping; null if that is not possible. */
  onJumpBack: (() => void) | null;
  /** Highlights one quote in the article, or none. */
  onMark: (index: number | null) => void;
  onCopy: (indices: readonly number[], format?: CopyFormat) => Promise<boolean>;
  onCopyPicture: (picture: Promise<Blob>) => Promise<boolean>;
  onSavePicture: (picture: Blob, name: string) => void;
  /** Absent if it is unknown which quotes occur in other saved articles. */
  /** For each quote, whether no other saved article on the story contains it; absent if unknown. */
  newQuotes?: readonly boolean[] | undefined;
  /** Corrects the speaker of quotes and resolves to whether that succeeded; null if it is not possible. */
  onCorrect: ((correction: SpeakerCorrection) => Promise<boolean>) | null;
}

/** The quotes of an article with their speakers; they can be filtered, and grouped by speaker. */
export function QuotePanel(props: QuotePanelProps) {
  const { article, onJump, onJumpBack, onMark, onCopy, newQuotes = [] } = props;
  const { t, count, locale, direction } = useStrings();
  const announce = useAnnounce();
  const highlighting = useQuoteHighlighting(onMark);
  const [arrangement, setArrangement] = useState<Arrangement>('speaker');
  const [query, setQuery] = useState('');
  const [onlySpeaker, setOnlySpeaker] = useState<number | null>(null);
  const [hasJumped, setJumped] = useState(false);
  const [imageIndex, setImageIndex] = useState<number | null>(null);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const controls = useRef<HTMLDivElement>(null);
  useScrollPadding(controls, 'Top');
  const { quotes, voices } = article;
  const colours = useMemo(() => assignSpeakerColours(voices), [voices]);
  const groups = useMemo(
    () => arrangeQuotes(quotes, voices, { arrangement, query, onlySpeaker }),
    [quotes, voices, arrangement, query, onlySpeaker],
  );
  const shownQuotes = groups.flatMap((group) => group.quotes);
  useAnnouncedCount(query, count('panelFilterCount', shownQuotes.length));
  const jumpBack = (): void => {
    setJumped(false);
    highlighting.setJumped(null);
    onJumpBack?.();
  };
  useShortcuts({
    '/': () => filterField.current?.focus(),
    ...(hasJumped ? { b: jumpBack } : undefined),
  });
  const jumpToQuote = useQuoteList(list, highlighting, onJump);
  const jump = async (index: number): Promise<void> => {
    if ((await jumpToQuote(index)) && onJumpBack !== null) setJumped(true);
  };
  // A corrected quote moves to its new speaker, so its card is rendered anew and gets the focus back.
  const correctedStart = useRef<number | null>(null);
  useEffect(() => {
    const quote = quotes.find(({ start }) => start === correctedStart.current);
    if (quote?.evidence !== 'user') return;
    correctedStart.current = null;
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-start="${quote.start}"] .quote-menu button`)?.focus();
  }, [groups, quotes]);
  const correct = async (correction: SpeakerCorrection): Promise<void> => {
    const { indices } = correction;
    correctedStart.current = quotes[indices[0] ?? -1]?.start ?? null;
    const isCorrected = await props.onCorrect?.(correction);
    announce(isCorrected ? count('speakersCorrected', indices.length) : t('speakerNotCorrected'));
  };
  const imageQuote = imageIndex === null ? undefined : quotes[imageIndex];
  const speakerSheets = useSpeakerSheets(article, props.onCorrect === null ? null : correct);
  const renderCard = (index: number, group: QuoteGroup) => {
    const quote = quotes[index];
    if (quote === undefined) return null;
    const details = [
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
          colourIndex={colours.byQuote.get(index) ?? 0}
          lang={article.lang}
          dir={article.dir}
          onJump={() => void jump(index)}
          onCopy={() => onCopy([index])}
          onExplain={() => speakerSheets.explain(index)}
          onHover={(isInside) => highlighting.hover(index, isInside)}
          isNew={isMarkedAsNew(newQuotes, index)}
          renderActions={(textId) => (
            <QuoteMenu
              textId={textId}
              onCopyAs={(format) => onCopy([index], format)}
              onCreatePicture={() => setImageIndex(index)}
              explanation={{
                label: t(quote.resolvedSpeaker === null ? 'whyUnclear' : 'whyThis'),
                onShow: () => speakerSheets.explain(index),
              }}
              onCorrect={props.onCorrect === null ? undefined : () => speakerSheets.correct(index)}
            />
          )}
          {...(group.speaker === null || voices[group.speaker]?.name === null || isProbable(quote)
            ? undefined
            : {
                note: {
                  headingId: `${id}-${group.speaker}`,
                  content: (
                    <span class="quote__place" dir={direction}>
                      {details.join(' · ')}
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
      <SpeakerSummary voices={voices} colours={colours} selected={onlySpeaker} onSelect={setOnlySpeaker} />
      <div class="panel__controls" ref={controls}>
        <SearchField query={query} label={t('panelFilter')} onQueryChange={setQuery} input={filterField} />
        <div class="panel__row">
          <SegmentedControl<Arrangement>
            label={t('panelArrange')}
            options={{ speaker: 'panelByVoice', textOrder: 'panelInOrder' }}
            value={arrangement}
            onChange={setArrangement}
          />
          {shownQuotes.length > 0 && (
            <CopyButton
              onCopy={() => onCopy(shownQuotes)}
              label={t('actionCopyAll')}
              successMessage={count('copiedAllAnnounce', shownQuotes.length)}
            />
          )}
        </div>
      </div>
      <div class="panel__quotes" ref={list}>
        {groups.length === 0 && <p class="note note--quiet">{t('panelFilterNone', query)}</p>}
        {groups.map((group) => {
          const voice = group.speaker === null ? undefined : voices[group.speaker];
          return (
            <section key={group.speaker} class="quote-group">
              {voice !== undefined && (
                <h2 class="quote-group__head">
                  <SpeakerDisc
                    name={voice.name}
                    isUnnamed={voice.unnamed || voice.probable}
                    colourIndex={colours.bySpeaker[group.speaker ?? 0] ?? 0}
                  />
                  <span>
                    <span
                      class="quote-group__name"
                      id={`${id}-${group.speaker}`}
                      data-probable={voice.probable === true}
                      dir="auto"
                    >
                      {getSpeakerLabel(t, voice)}
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
        <QuoteImageSheet
          // An image is shared without explanation, so it shows the speaker only if the attribution is certain.
          quote={isProbable(imageQuote) ? { ...imageQuote, resolvedSpeaker: null, role: null } : imageQuote}
          colourIndex={colours.byQuote.get(imageIndex) ?? 0}
          source={{
            title: article.title,
            source: [
              formatSource(article.siteName, hostOf(article.url)),
              formatDate(article.publishedAt, locale),
            ]
              .filter(Boolean)
              .join(' · '),
            quotationMarks: getQuotationMarks(article.lang),
            dir: article.dir,
          }}
          onCopy={props.onCopyPicture}
          onSave={props.onSavePicture}
          onClose={() => setImageIndex(null)}
        />
      )}
      {speakerSheets.sheets}
      {hasJumped && <JumpBack onJumpBack={jumpBack} />}
    </>
  );
}

/** Maximum number of speakers listed initially, so that a quote is in view in a window 700 px high. */
const MAX_SPEAKERS = 2;

interface SpeakerSummaryProps {
  voices: readonly QuotedSpeaker[];
  colours: SpeakerColours;
  /** Index of the speaker to whose quotes the list is filtered, or null. */
  selected: number | null;
  onSelect: (speaker: number | null) => void;
}

function getKind({ name, probable, unnamed }: QuotedSpeaker): 'named' | 'unnamed' | 'probable' | 'unclear' {
  if (name === null) return 'unclear';
  if (probable) return 'probable';
  return unnamed ? 'unnamed' : 'named';
}

/**
 * Lists who is quoted and how much, with named people apart from unnamed sources. A click on a speaker filters the
 * quotes, and another click removes the filter.
 */
function SpeakerSummary({ voices, colours, selected, onSelect }: SpeakerSummaryProps) {
  const { t, count, formatPercent } = useStrings();
  const [hovered, setHovered] = useState<number | null>(null);
  const [isExpanded, setExpanded] = useState(false);
  const headId = useId();
  const shown = isExpanded || voices.length <= MAX_SPEAKERS + 1 ? voices : voices.slice(0, MAX_SPEAKERS);
  const toggle = (index: number): void => onSelect(selected === index ? null : index);
  const renderRow = ([index, voice]: [number, QuotedSpeaker]) => (
    <li key={getSpeakerLabel(t, voice)}>
      <button
        type="button"
        class="voice-row"
        aria-pressed={selected === index}
        onClick={() => toggle(index)}
        onMouseEnter={() => setHovered(index)}
        onMouseLeave={() => setHovered(null)}
      >
        <SpeakerDisc
          name={voice.name}
          isUnnamed={voice.unnamed || voice.probable}
          colourIndex={colours.bySpeaker[index] ?? 0}
        />
        <span class="voice-row__who">
          <span class="voice-row__name" data-probable={voice.probable === true} dir="auto">
            {getSpeakerLabel(t, voice)}
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
      <ShareBar voices={voices} colours={colours} highlighted={hovered ?? selected} />
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

/** Dimensions of the bar in SVG units, which CSS stretches. */
const BAR_WIDTH = 1000;
const BAR_HEIGHT = 10;
const SEGMENT_GAP = 4;
/** Minimum width of a segment, so that a speaker with one word is visible. */
const MIN_SEGMENT_WIDTH = 10;

interface ShareBarProps {
  voices: readonly QuotedSpeaker[];
  colours: SpeakerColours;
  /** Index of the highlighted speaker; the others are dimmed. */
  highlighted: number | null;
}

/** A bar of segments: each speaker's share of all quoted words. Its accessible name has the percentages. */
function ShareBar({ voices, colours, highlighted }: ShareBarProps) {
  const { t, formatPercent } = useStrings();
  const labels = voices.map((voice) =>
    t('panelShareItem', getSpeakerLabel(t, voice), formatPercent(voice.share)),
  );
  const sharedWidth = BAR_WIDTH - SEGMENT_GAP * (voices.length - 1) - MIN_SEGMENT_WIDTH * voices.length;
  let x = 0;
  return (
    <svg
      class="share-bar"
      viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${t('panelShareLabel')}: ${labels.join(listSeparatorFor(t('panelShareLabel')))}`}
    >
      {voices.map((voice, index) => {
        const width = MIN_SEGMENT_WIDTH + Math.max(0, sharedWidth) * voice.share;
        const start = x;
        x += width + SEGMENT_GAP;
        return (
          <rect
            key={getSpeakerLabel(t, voice)}
            x={start}
            y="0"
            width={width}
            height={BAR_HEIGHT}
            opacity={highlighted === null || highlighted === index ? 1 : 0.25}
            style={{ fill: speakerColour(colours.bySpeaker[index] ?? 0) }}
          >
            <title>{labels[index]}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** A floating button that returns to the scroll position before a jump. */
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

/** Quotes grouped by speaker, or all in text order. */
type Arrangement = 'speaker' | 'textOrder';

/** A group of quotes, which has a heading if they are grouped by speaker. */
interface QuoteGroup {
  /** Index of the speaker; null if the quotes are in text order. */
  speaker: number | null;
  /** Indices into the quotes. */
  quotes: number[];
}

interface QuoteFilter {
  arrangement: Arrangement;
  /** Words that a quote, its speaker or its role must contain. */
  query: string;
  /** Index of the only speaker to show, or null. */
  onlySpeaker: number | null;
}

/**
 * Filters the quotes of an article and groups them.
 *
 * @returns the non-empty groups: one for each speaker, or a single one in text order
 */
export function arrangeQuotes(
  quotes: readonly Quote[],
  voices: readonly QuotedSpeaker[],
  filter: QuoteFilter,
): QuoteGroup[] {
  const { query, onlySpeaker, arrangement } = filter;
  const matches = (index: number): boolean => {
    const quote = quotes[index];
    if (quote === undefined) return false;
    if (query.trim() === '') return true;
    return [quote.text, quote.resolvedSpeaker ?? '', quote.role ?? ''].some(
      (text) => findInText(text, query).length > 0,
    );
  };
  const groups: QuoteGroup[] = voices.flatMap((voice, index) =>
    onlySpeaker === null || onlySpeaker === index
      ? [{ speaker: index, quotes: voice.quotes.filter(matches) }]
      : [],
  );
  if (arrangement === 'speaker') return groups.filter((group) => group.quotes.length > 0);
  const inTextOrder = groups.flatMap((group) => group.quotes).sort((a, b) => a - b);
  return inTextOrder.length === 0 ? [] : [{ speaker: null, quotes: inTextOrder }];
}

/** Returns the 1-based number of the paragraph at a UTF-16 offset. Paragraphs are separated by `\n\n`. */
export function getParagraphNumber(text: string, offset: number): number {
  let paragraph = 1;
  for (let end = text.indexOf('\n\n'); end >= 0 && end < offset; end = text.indexOf('\n\n', end + 2)) {
    paragraph += 1;
  }
  return paragraph;
}
