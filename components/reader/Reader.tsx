import { IconButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { HighlightLayer } from '../highlights/HighlightLayer.tsx';
import type { PickerKind } from '../library/TagListPicker.tsx';
import { assignSpeakerColours } from '../quotes/speaker-colours.ts';
import { getQuoteSpeakerLabel } from '../quotes/speaker-labels.ts';
import { useSpeakerSheets } from '../quotes/use-speaker-sheets.tsx';
import { useReadAloud } from '../read-aloud/use-read-aloud.ts';
import { chooseMarkedParagraphs, OnThisStory } from '../stories/OnThisStory.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import { UndoBar } from '../ui/UndoBar.tsx';
import {
  READER_SHORTCUTS,
  type ReaderPanelName,
  useQuoteNavigation,
  useReaderKeys,
} from './hooks/use-reader-keys.ts';
import { useParagraphFocus, useReadingProgress } from './hooks/use-reading-progress.ts';
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
  const [quoteElements, setQuoteElements] = useState<Map<number, HTMLElement[]>>(new Map());
  const [panel, setPanel] = useState<ReaderPanelName | null>(null);
  const [openHighlightId, setOpenHighlightId] = useState<string | null>(null);
  const [isShortcutSheetOpen, setShortcutSheetOpen] = useState(false);
  const [zoomedImage, setZoomedImage] = useState<HTMLImageElement | null>(null);
  const [footnote, setFootnote] = useState<{ mark: HTMLElement; note: HTMLElement } | null>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  const storyFrame = useRef<HTMLDivElement>(null);
  const colours = useMemo(() => assignSpeakerColours(voices), [voices]);
  const outline = useMemo(() => (root === null ? [] : readOutline(root)), [root]);
  useParagraphFocus(root, prefs.focus);
  const spokenRoots = useMemo(
    () => (root === null ? null : [...(headline.current === null ? [] : [headline.current]), root]),
    [root],
  );
  const aloud = useReadAloud({
    roots: spokenRoots,
    lang: article.lang,
    prefs: prefs.speech,
    startSentence: props.lastSpokenSentence,
    onPositionChange: props.onSentenceSpoken,
  });
  const { progress, markOwnScroll, resumeOffer } = useReadingProgress(
    root,
    props.startAt,
    props.storedProgress,
    props.onProgress,
  );

  const onQuotesPlaced = useCallback((body: HTMLElement, elements: Map<number, HTMLElement[]>) => {
    setRoot(body);
    setQuoteElements(elements);
  }, []);
  const story = props.story && { ...props.story, marksParagraphs: prefs.marks };
  const newParagraphs = props.story && chooseMarkedParagraphs(props.story.found.newParagraphs);
  useEffect(() => {
    if (root === null || !newParagraphs) return;
    return markNewParagraphs(root, props.text, newParagraphs, t('storyNewParagraph'));
  }, [root, quoteElements, newParagraphs]);
  const announce = useAnnounce();
  const navigation = useQuoteNavigation(quoteElements, (index) => {
    const quote = quotes[index];
    if (quote !== undefined) announce(`${getQuoteSpeakerLabel(t, quote)}: ${quote.text}`);
  });
  const { selectedIndex, close, selectQuote, highlightQuote } = navigation;
  const jumpToHeading = ({ element }: OutlineEntry): void => {
    element.scrollIntoView({ block: 'start' });
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const togglePanel = (name: ReaderPanelName): void => setPanel(panel === name ? null : name);
  const isSpeakersOpen = panel === 'speakers';
  const HighlightList = useLazyModule(
    panel === 'highlights',
    () => import('../highlights/HighlightList.tsx'),
  )?.HighlightList;
  const ImageZoom = useLazyModule(zoomedImage !== null, () => import('./ReaderOverlays.tsx'))?.ImageZoom;
  const ReadAloudBar = useLazyModule(
    aloud.state !== null,
    () => import('../read-aloud/ReadAloudBar.tsx'),
  )?.ReadAloudBar;
  const Footnote = useLazyModule(footnote !== null, () => import('./ReaderOverlays.tsx'))?.Footnote;
  const ResumeBar = useLazyModule(resumeOffer !== null, () => import('./ReaderOverlays.tsx'))?.ResumeBar;
  const ShortcutSheet = useLazyModule(
    isShortcutSheetOpen,
    () => import('../ui/ShortcutSheet.tsx'),
  )?.ShortcutSheet;
  const QuotePanel = useLazyModule(isSpeakersOpen, () => import('../quotes/QuotePanel.tsx'))?.QuotePanel;
  const menuRef = useRef<HTMLSpanElement>(null);
  // Anchored to the bar's menu, because the line of tags may be far from the user's reading position.
  const openPicker = (kind: PickerKind): void => {
    if (menuRef.current !== null) props.tagsAndLists?.onOpen({ kind, anchor: menuRef.current });
  };
  useReaderKeys({
    reader: props,
    onOpenPicker: openPicker,
    aloud,
    navigation,
    panel,
    onPanelChange: setPanel,
    onShowShortcuts: () => setShortcutSheetOpen(true),
  });

  const selectedQuote = selectedIndex === null ? undefined : quotes[selectedIndex];
  const isPopoverShown = selectedQuote !== undefined && selectedIndex !== null && panel === null;
  const QuotePopover = useLazyModule(isPopoverShown, () => import('./ReaderOverlays.tsx'))?.QuotePopover;
  const speakerSheets = useSpeakerSheets({ ...article, text: props.text, quotes, voices }, props.onCorrect);
  const textStart = props.text.slice(0, 400);
  return (
    <div
      class="reader"
      data-width={prefs.width}
      data-marks={prefs.marks}
      data-face={prefs.face}
      data-spacing={prefs.spacing}
      data-focus={prefs.focus}
      data-voices={panel !== null}
      style={{ '--reader-size': `${prefs.size / 16}rem` }}
    >
      <ReaderBar
        {...props}
        progress={progress}
        hasQuotes={quotes.length > 0}
        isSpeakersOpen={isSpeakersOpen}
        onToggleSpeakers={() => togglePanel('speakers')}
        highlightCount={props.highlights.length}
        isHighlightsOpen={panel === 'highlights'}
        onToggleHighlights={() => togglePanel('highlights')}
        outline={outline}
        onJumpToHeading={jumpToHeading}
        isReadingAloud={aloud.state !== null}
        onToggleReadAloud={aloud.state === null ? aloud.toggle : aloud.close}
        onShortcuts={() => setShortcutSheetOpen(true)}
        menuRef={menuRef}
        onOpenPicker={openPicker}
      />
      {saved === null && <ReaderUnsaved {...props} />}
      <div class="reader__page">
        <main class="reader__column">
          <article>
            <ReaderHead
              {...props}
              headline={headline}
              showsExcerpt={article.excerpt !== null && !textStart.startsWith(article.excerpt.slice(0, 80))}
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
              onQuotesPlaced={onQuotesPlaced}
              onQuote={selectQuote}
              onZoomImage={setZoomedImage}
              onFootnote={(mark, note) => setFootnote({ mark, note })}
            />
          </article>
          <ReaderEnd {...props} />
          <div ref={storyFrame} tabIndex={-1}>
            {story !== null && (
              <OnThisStory
                {...story}
                hasStoryLine={props.storyLink !== null}
                onNotThisStory={() => {
                  // The button is removed with the story, so the focus moves to where it was.
                  storyFrame.current?.focus({ preventScroll: true });
                  story.onNotThisStory?.();
                }}
              />
            )}
          </div>
        </main>
        {prefs.marks && panel === null && (
          <MarginNotes
            quotes={quotes}
            colours={colours}
            quoteElements={quoteElements}
            body={root}
            onSelect={selectQuote}
          />
        )}
      </div>
      {panel === 'speakers' && (
        <ReaderPanel title={t('panelTitle')} onClose={() => setPanel(null)}>
          {QuotePanel !== undefined && (
            <QuotePanel
              {...props}
              article={{ ...article, text: props.text, quotes, voices }}
              onJump={async (index) => navigation.goTo(index)}
              onJumpBack={null}
              onMark={highlightQuote}
              newQuotes={props.story?.found.newQuotes}
            />
          )}
        </ReaderPanel>
      )}
      {panel === 'highlights' && (
        <ReaderPanel title={t('highlightsTitle')} onClose={() => setPanel(null)}>
          {HighlightList !== undefined && (
            <HighlightList
              highlights={props.highlights}
              onOpen={setOpenHighlightId}
              onDelete={(id) => props.highlightActions?.onDelete(id)}
              onCopyAll={props.onCopyHighlights}
            />
          )}
        </ReaderPanel>
      )}
      <HighlightLayer
        {...props}
        body={root}
        contentVersion={quoteElements}
        actions={props.highlightActions}
        openId={openHighlightId}
        onOpen={setOpenHighlightId}
        onScrolledToHighlight={markOwnScroll}
      />
      {isPopoverShown && QuotePopover !== undefined && (
        <QuotePopover
          quote={selectedQuote}
          colourIndex={colours.byQuote.get(selectedIndex) ?? 0}
          quoteElements={quoteElements.get(selectedIndex) ?? []}
          onCopy={() => props.onCopy([selectedIndex])}
          onExplain={() => speakerSheets.explain(selectedIndex)}
          onClose={close}
        />
      )}
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
          onPrefsChange={(speech) => props.onPrefsChange({ ...prefs, speech })}
        />
      )}
      {props.tagsAndLists !== null && <ReaderPicker {...props.tagsAndLists} />}
      {props.undo !== null && <UndoBar {...props.undo} />}
      {props.undo === null && resumeOffer !== null && ResumeBar !== undefined && (
        <ResumeBar {...resumeOffer} />
      )}
      {isShortcutSheetOpen && ShortcutSheet !== undefined && (
        <ShortcutSheet rows={READER_SHORTCUTS} onClose={() => setShortcutSheetOpen(false)} />
      )}
    </div>
  );
}

interface ReaderPanelProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A panel beside the text: speakers or highlights. */
function ReaderPanel({ title, onClose, children }: ReaderPanelProps) {
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
