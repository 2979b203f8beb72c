import { IconButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { HighlightLayer } from '../highlights/HighlightLayer.tsx';
import type { PickerKind } from '../library/TagListPicker.tsx';
import { assignSpeakerColours } from '../quotes/speaker-colours.ts';
import { getQuoteSpeakerLabel } from '../quotes/speaker-labels.ts';
import { useQuoteOccurrences } from '../quotes/use-quote-occurrences.tsx';
import { useSpeakerSheets } from '../quotes/use-speaker-sheets.tsx';
import { useReadAloud } from '../read-aloud/use-read-aloud.ts';
import { OnThisStory, paragraphsToMark } from '../stories/OnThisStory.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import { UndoBar } from '../ui/UndoBar.tsx';
import { type Aside, READER_KEYS, useQuoteSteps, useReaderKeys } from './hooks/use-reader-keys.ts';
import { useParagraphFocus, useReadingProgress } from './hooks/use-reading-progress.ts';
import { useSpreads } from './hooks/use-spreads.ts';
import { MarginNotes } from './MarginNotes.tsx';
import { type OutlineEntry, ReaderBar, readOutline } from './ReaderBar.tsx';
import { markNewParagraphs, ReaderBody } from './ReaderBody.tsx';
import { LeadImage, ReaderEnd, ReaderHead, ReaderPicker, ReaderUnsaved } from './ReaderHead.tsx';
import type { ReaderProps } from './reader-props.ts';
import '../quotes/quotes.css';
import './reader.css';
import './reader-print.css';

/** The reading view of one article. */
export function Reader(props: ReaderProps) {
  const { t } = useStrings();
  const { article, quotes, voices, prefs, saved } = props;
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [pieces, setPieces] = useState<Map<number, HTMLElement[]>>(new Map());
  const [aside, setAside] = useState<Aside | null>(null);
  const [openedQuote, setOpenedQuote] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  const [zoomedImage, setZoomedImage] = useState<HTMLImageElement | null>(null);
  const [footnote, setFootnote] = useState<{ mark: HTMLElement; note: HTMLElement } | null>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  const storyPlace = useRef<HTMLDivElement>(null);
  const colours = useMemo(() => assignSpeakerColours(voices), [voices]);
  const outline = useMemo(() => (root === null ? [] : readOutline(root)), [root]);
  useParagraphFocus(root, prefs.focus);
  useSpreads(root, prefs.columns, `${prefs.size} ${prefs.face} ${prefs.spacing}`, pieces);
  const spoken = useMemo(
    () => (root === null ? null : [...(headline.current === null ? [] : [headline.current]), root]),
    [root],
  );
  const aloud = useReadAloud({
    roots: spoken,
    lang: article.lang,
    prefs: prefs.speech,
    startSentence: props.spokenAt,
    onPositionChange: props.onSpoken,
  });
  const { progress, onJump, further } = useReadingProgress(
    root,
    props.startAt,
    props.storedProgress,
    props.onProgress,
  );

  const onPlaced = useCallback((element: HTMLElement, onQuotesPlaced: Map<number, HTMLElement[]>) => {
    setRoot(element);
    setPieces(onQuotesPlaced);
  }, []);
  const story = props.story && { ...props.story, marksParagraphs: prefs.marks };
  const newParagraphs = props.story && paragraphsToMark(props.story.found.newParagraphs);
  useEffect(() => {
    if (root === null || !newParagraphs) return;
    return markNewParagraphs(root, props.text, newParagraphs, t('storyNewParagraph'));
  }, [root, pieces, newParagraphs]);
  const announce = useAnnounce();
  const steps = useQuoteSteps(pieces, (index) => {
    const quote = quotes[index];
    if (quote !== undefined) announce(`${getQuoteSpeakerLabel(t, quote)}: ${quote.text}`);
  });
  const { current, close, selectQuote, highlightQuote } = steps;
  const goToHeading = ({ element }: OutlineEntry): void => {
    element.scrollIntoView({ block: 'start' });
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const toggle = (panel: Aside): void => setAside(aside === panel ? null : panel);
  const isSpeakersOpen = aside === 'voices';
  const HighlightList = useLazyModule(
    aside === 'highlights',
    () => import('../highlights/HighlightList.tsx'),
  )?.HighlightList;
  const ImageZoom = useLazyModule(zoomedImage !== null, () => import('./ReaderOverlays.tsx'))?.ImageZoom;
  const ReadAloudBar = useLazyModule(
    aloud.state !== null,
    () => import('../read-aloud/ReadAloudBar.tsx'),
  )?.ReadAloudBar;
  const Footnote = useLazyModule(footnote !== null, () => import('./ReaderOverlays.tsx'))?.Footnote;
  const ResumeBar = useLazyModule(further !== null, () => import('./ReaderOverlays.tsx'))?.ResumeBar;
  const ShortcutSheet = useLazyModule(sheet, () => import('../ui/ShortcutSheet.tsx'))?.ShortcutSheet;
  const QuotePanel = useLazyModule(isSpeakersOpen, () => import('../quotes/QuotePanel.tsx'))?.QuotePanel;
  const more = useRef<HTMLSpanElement>(null);
  // Anchored to the bar's menu, since the line of tags may be far from where the user reads.
  const openPicker = (kind: PickerKind): void => {
    if (more.current !== null) props.tagsAndLists?.onOpen({ kind, anchor: more.current });
  };
  useReaderKeys({
    reader: props,
    onOpenPicker: openPicker,
    aloud,
    steps,
    aside,
    onAside: setAside,
    onSheet: () => setSheet(true),
  });

  const shown = current === null ? undefined : quotes[current];
  const isQuoteShown = shown !== undefined && current !== null && aside === null;
  const QuotePopover = useLazyModule(isQuoteShown, () => import('./ReaderOverlays.tsx'))?.QuotePopover;
  const speakerSheets = useSpeakerSheets({ ...article, text: props.text, quotes, voices }, props.onCorrect);
  const occurrenceLinks = useQuoteOccurrences(article, quotes, props.saidAt, props.occurrences);
  const startLine = props.text.slice(0, 400);
  return (
    <div
      class="reader"
      data-width={prefs.width}
      data-marks={prefs.marks}
      data-face={prefs.face}
      data-spacing={prefs.spacing}
      data-justified={prefs.justified}
      data-focus={prefs.focus}
      data-columns={prefs.columns}
      data-voices={aside !== null}
      style={{ '--reader-size': `${prefs.size / 16}rem` }}
    >
      <ReaderBar
        {...props}
        progress={progress}
        hasQuotes={quotes.length > 0}
        isSpeakersOpen={isSpeakersOpen}
        onToggleSpeakers={() => toggle('voices')}
        highlightCount={props.highlights.length}
        highlightsOpen={aside === 'highlights'}
        onHighlights={() => toggle('highlights')}
        outline={outline}
        onHeading={goToHeading}
        isReadingAloud={aloud.state !== null}
        onToggleReadAloud={aloud.state === null ? aloud.toggle : aloud.close}
        onShortcuts={() => setSheet(true)}
        menuRef={more}
        onOpenPicker={openPicker}
      />
      {saved === null && <ReaderUnsaved {...props} />}
      <div class="reader__page">
        <main class="reader__column">
          <article>
            <ReaderHead
              {...props}
              headline={headline}
              showExcerpt={article.excerpt !== null && !startLine.startsWith(article.excerpt.slice(0, 80))}
              story={story}
            />
            {props.leadImageUrl !== null && (
              <LeadImage url={props.leadImageUrl} onZoomImage={setZoomedImage} />
            )}
            <ReaderBody
              {...props}
              colours={colours}
              lang={article.lang}
              dir={article.dir}
              onPlaced={onPlaced}
              onQuote={selectQuote}
              onZoomImage={setZoomedImage}
              onFootnote={(mark, note) => setFootnote({ mark, note })}
            />
          </article>
          <ReaderEnd {...props} />
          <div ref={storyPlace} tabIndex={-1}>
            {story !== null && (
              <OnThisStory
                {...story}
                hasLine
                onNotThisStory={() => {
                  // The button goes with the story; keyboard users stay where it was.
                  storyPlace.current?.focus({ preventScroll: true });
                  story.onNotThisStory?.();
                }}
              />
            )}
          </div>
        </main>
        {prefs.marks && !prefs.columns && aside === null && (
          <MarginNotes quotes={quotes} colours={colours} pieces={pieces} body={root} onNote={selectQuote} />
        )}
      </div>
      {aside === 'voices' && (
        <ReaderPanel title={t('panelTitle')} onClose={() => setAside(null)}>
          {QuotePanel !== undefined && (
            <QuotePanel
              {...props}
              article={{ ...article, text: props.text, quotes, voices }}
              onJump={async (index) => steps.goTo(index)}
              onJumpBack={null}
              onMark={highlightQuote}
              occurrenceLinks={occurrenceLinks}
              newQuotes={props.story?.found.newQuotes}
            />
          )}
        </ReaderPanel>
      )}
      {aside === 'highlights' && (
        <ReaderPanel title={t('highlightsTitle')} onClose={() => setAside(null)}>
          {HighlightList !== undefined && (
            <HighlightList
              highlights={props.highlights}
              onGo={setOpenedQuote}
              onDelete={(id) => props.highlightActions?.onDelete(id)}
              onCopyAll={props.onCopyHighlights}
            />
          )}
        </ReaderPanel>
      )}
      <HighlightLayer
        {...props}
        body={root}
        ready={pieces}
        actions={props.highlightActions}
        open={openedQuote}
        onOpen={setOpenedQuote}
        onJump={onJump}
      />
      {isQuoteShown && QuotePopover !== undefined && (
        <QuotePopover
          quote={shown}
          colourIndex={colours.byQuote.get(current) ?? 0}
          pieces={pieces.get(current) ?? []}
          onCopy={() => props.onCopy([current])}
          onExplain={() => speakerSheets.explain(current)}
          occurrenceLink={occurrenceLinks.getLink(current)}
          onClose={close}
        />
      )}
      {occurrenceLinks.sheet}
      {speakerSheets.sheets}
      {footnote !== null && Footnote !== undefined && (
        <Footnote {...footnote} onClose={() => setFootnote(null)} />
      )}
      {zoomedImage !== null && ImageZoom !== undefined && (
        <ImageZoom image={zoomedImage} onClose={() => setZoomedImage(null)} />
      )}
      {ReadAloudBar !== undefined && (
        <ReadAloudBar
          aloud={aloud}
          lang={article.lang}
          prefs={prefs.speech}
          onPrefsChange={(speech) => props.onPrefs({ ...prefs, speech })}
        />
      )}
      {props.tagsAndLists !== null && <ReaderPicker {...props.tagsAndLists} />}
      {props.undo !== null && <UndoBar {...props.undo} />}
      {props.undo === null && further !== null && ResumeBar !== undefined && <ResumeBar {...further} />}
      {sheet && ShortcutSheet !== undefined && (
        <ShortcutSheet rows={READER_KEYS} onClose={() => setSheet(false)} />
      )}
    </div>
  );
}

interface ReaderAsideProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A panel beside the text: speakers or highlights. */
function ReaderPanel({ title, onClose, children }: ReaderAsideProps) {
  const { t } = useStrings();
  return (
    <aside class="reader__voices" aria-label={title}>
      <div class="section-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={t('actionClose')} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
