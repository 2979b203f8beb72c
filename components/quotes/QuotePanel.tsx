import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { quotationMarksOf } from '../../utils/quotes/cite/cite-quote.ts';
import { isProbable } from '../../utils/quotes/sureness.ts';
import { QuotePicture } from '../quote-picture/QuotePicture.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { formatDate, hostOf } from '../ui/base/format.ts';
import { clickInFocused, moveFocus } from '../ui/base/move-focus.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { usePlaceMark } from '../ui/hooks/use-place-mark.ts';
import { useScrollPadding } from '../ui/hooks/use-scroll-padding.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { useSpokenCount } from '../ui/hooks/use-spoken-count.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import { sourceLine } from '../ui/SourceName.tsx';
import { type Arrangement, arrangeQuotes, paragraphAt, type QuoteGroup } from './arrange-quotes.ts';
import { CorrectSpeaker } from './CorrectSpeaker.tsx';
import type { CopyFormat } from './copy-formats.ts';
import { findInText, markRanges } from './find-in-text.ts';
import { JumpBack } from './JumpBack.tsx';
import type { QuotedArticle } from './KeyQuotes.tsx';
import { QuoteCard } from './QuoteCard.tsx';
import { QuoteMenu } from './QuoteMenu.tsx';
import { voiceLabel } from './speaker-label.ts';
import { VoiceDisc } from './VoiceDisc.tsx';
import { VoiceSummary } from './VoiceSummary.tsx';
import { assignHues } from './voices.ts';
import { WhySpeaker } from './WhySpeaker.tsx';
import './panel.css';

/** What the cards of quotes say of other articles. */
export interface QuotesElsewhere {
  findLine: (index: number) => { articles: number; onShow: () => void } | undefined;
}

export interface QuotePanelProps {
  article: QuotedArticle;
  onJump: (index: number) => Promise<boolean>;
  /** Null where there is no place to go back to. */
  onJumpBack: (() => void) | null;
  onMark: (index: number | null) => void;
  onCopy: (indices: readonly number[], format?: CopyFormat) => Promise<boolean>;
  onCopyPicture: (picture: Promise<Blob>) => Promise<boolean>;
  onSavePicture: (picture: Blob, name: string) => void;
  /** Which quotes stand in other saved articles; absent where that is not known. */
  elsewhere?: QuotesElsewhere | undefined;
  /** The user says who said some quotes; null where nothing can be put right. */
  onCorrect: ((indices: readonly number[], speaker: string | null) => Promise<boolean>) | null;
}

/** The quote summary of one article. */
export function QuotePanel(props: QuotePanelProps) {
  const { article, onJump, onJumpBack, onMark, onCopy, elsewhere } = props;
  const { t, count, locale, direction } = useStrings();
  const announce = useAnnounce();
  const mark = usePlaceMark(onMark);
  const [arrangement, setArrangement] = useState<Arrangement>('voice');
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<number | null>(null);
  const [hasJumped, setJumped] = useState(false);
  const [pictured, setPictured] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [doubted, setDoubted] = useState<number | null>(null);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const controls = useRef<HTMLDivElement>(null);
  useScrollPadding(controls, 'Top');
  const { quotes, voices } = article;
  const hues = useMemo(() => assignHues(voices), [voices]);
  const groups = useMemo(
    () => arrangeQuotes(quotes, voices, { arrangement, query, only }),
    [quotes, voices, arrangement, query, only],
  );
  const shown = groups.flatMap((group) => group.quotes);
  useSpokenCount(query, count('panelFilterCount', shown.length));
  const jumpBack = (): void => {
    setJumped(false);
    mark.settle(null);
    onJumpBack?.();
  };
  useShortcuts({
    '/': () => filter.current?.focus(),
    ArrowDown: () => moveFocus(list.current, '.quote__jump', 1),
    ArrowUp: () => moveFocus(list.current, '.quote__jump', -1),
    j: () => moveFocus(list.current, '.quote__jump', 1),
    k: () => moveFocus(list.current, '.quote__jump', -1),
    c: () => clickInFocused('.quote', '.copy-button'),
    ...(hasJumped ? { b: jumpBack } : undefined),
  });
  const jump = async (index: number): Promise<void> => {
    // Before the answer: the pointer may leave meanwhile.
    mark.settle(index);
    const found = await onJump(index);
    if (!found) mark.settle(null);
    if (found && onJumpBack !== null) setJumped(true);
    announce(t(found ? 'jumpedAnnounce' : 'jumpNotFound'));
  };
  // A quote that changes hands is drawn anew under its speaker, and would leave the keyboard with nothing.
  const corrected = useRef<number | null>(null);
  useEffect(() => {
    const quote = quotes.find(({ start }) => start === corrected.current);
    if (quote?.evidence !== 'user') return;
    corrected.current = null;
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-start="${quote.start}"] .quote-menu button`)?.focus();
  }, [groups, quotes]);
  const correct = async (indices: readonly number[], speaker: string | null): Promise<void> => {
    corrected.current = quotes[indices[0] ?? -1]?.start ?? null;
    const worked = await props.onCorrect?.(indices, speaker);
    announce(worked ? count('speakersCorrected', indices.length) : t('speakerNotCorrected'));
  };
  const picturedQuote = pictured === null ? undefined : quotes[pictured];
  const askedQuote = asked === null ? undefined : quotes[asked];
  const doubtedQuote = doubted === null ? undefined : quotes[doubted];
  const card = (index: number, group: QuoteGroup) => {
    const quote = quotes[index];
    if (quote === undefined) return null;
    const place = [
      t('panelParagraph', String(paragraphAt(article.text, quote.start))),
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
          onWhy={() => setDoubted(index)}
          onHover={(inside) => mark.point(index, inside)}
          elsewhere={elsewhere?.findLine(index)}
          more={(about) => (
            <QuoteMenu
              about={about}
              onCopyAs={(format) => onCopy([index], format)}
              onPicture={() => setPictured(index)}
              why={{
                label: t(quote.resolvedSpeaker === null ? 'whyUnclear' : 'whyThis'),
                onAsk: () => setDoubted(index),
              }}
              onCorrect={props.onCorrect === null ? undefined : () => setAsked(index)}
            />
          )}
          {...(group.voice === null || voices[group.voice]?.name === null || isProbable(quote)
            ? undefined
            : {
                note: {
                  under: `${id}-${group.voice}`,
                  is: (
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
      <VoiceSummary voices={voices} hues={hues} only={only} onOnly={setOnly} />
      <div class="panel__controls" ref={controls}>
        <SearchField query={query} label={t('panelFilter')} onQuery={setQuery} input={filter} />
        <div class="panel__row">
          <SegmentedChoice<Arrangement>
            label={t('panelArrange')}
            options={[
              { value: 'voice', label: t('panelByVoice') },
              { value: 'order', label: t('panelInOrder') },
            ]}
            value={arrangement}
            onChange={setArrangement}
          />
          {shown.length > 0 && (
            <CopyButton
              wide
              onCopy={() => onCopy(shown)}
              label={t('actionCopyAll')}
              done={count('copiedAllAnnounce', shown.length)}
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
                  <VoiceDisc
                    name={voice.name}
                    unnamed={voice.unnamed || voice.probable}
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
              <ol class="quote-list">{group.quotes.map((index) => card(index, group))}</ol>
            </section>
          );
        })}
      </div>
      {pictured !== null && picturedQuote !== undefined && (
        <QuotePicture
          // A picture is passed on without its small print: it bears no name that is not sure.
          quote={
            isProbable(picturedQuote)
              ? { ...picturedQuote, resolvedSpeaker: null, role: null }
              : picturedQuote
          }
          hue={hues.ofQuote.get(pictured) ?? 0}
          source={{
            title: article.title,
            source: [
              sourceLine(article.siteName, hostOf(article.url)),
              formatDate(article.publishedAt, locale),
            ]
              .filter(Boolean)
              .join(' · '),
            marks: quotationMarksOf(article.lang),
            dir: article.dir,
          }}
          onCopy={props.onCopyPicture}
          onSave={props.onSavePicture}
          onClose={() => setPictured(null)}
        />
      )}
      {asked !== null && askedQuote !== undefined && (
        <CorrectSpeaker
          quote={askedQuote}
          voices={voices}
          others={quotes.flatMap(({ text, resolvedSpeaker }, index) =>
            index !== asked && resolvedSpeaker === askedQuote.resolvedSpeaker ? [{ index, text }] : [],
          )}
          onCorrect={(speaker, others) => {
            void correct([asked, ...others], speaker);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {doubted !== null && doubtedQuote !== undefined && (
        <WhySpeaker
          quote={doubtedQuote}
          article={article}
          onCorrect={props.onCorrect === null ? undefined : () => setAsked(doubted)}
          onConfirm={
            props.onCorrect === null || !isProbable(doubtedQuote)
              ? undefined
              : () => void correct([doubted], doubtedQuote.resolvedSpeaker)
          }
          onClose={() => setDoubted(null)}
        />
      )}
      {hasJumped && <JumpBack onJumpBack={jumpBack} />}
    </>
  );
}
