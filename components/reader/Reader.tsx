import type { ReaderProps } from './reader-props.ts';
import '../ui/base/base.css';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/sureness.ts';
import { HighlightLayer } from '../highlights/HighlightLayer.tsx';
import type { Shelf } from '../library/ShelfPicker.tsx';
import { speakerLabel } from '../quotes/speaker-label.ts';
import { assignHues } from '../quotes/voices.ts';
import { useReadAloud } from '../read-aloud/use-read-aloud.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useLazy } from '../ui/hooks/use-lazy.ts';
import { UndoBar } from '../ui/UndoBar.tsx';
import { useParagraphFocus } from './hooks/use-paragraph-focus.ts';
import { useQuoteSteps } from './hooks/use-quote-steps.ts';
import { type Aside, READER_KEYS, useReaderKeys } from './hooks/use-reader-keys.ts';
import { useReadingProgress } from './hooks/use-reading-progress.ts';
import { useSpreads } from './hooks/use-spreads.ts';
import { MarginNotes } from './MarginNotes.tsx';
import { type OutlineEntry, readOutline } from './outline.ts';
import { ReaderAside } from './ReaderAside.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { ReaderBody } from './ReaderBody.tsx';
import { ReaderEnd } from './ReaderEnd.tsx';
import { ReaderHead } from './ReaderHead.tsx';
import { ReaderLead } from './ReaderLead.tsx';
import { ReaderShelfPicker } from './ReaderShelf.tsx';
import { ReaderUnsaved } from './ReaderUnsaved.tsx';
import '../quotes/quotes.css';
import './reader.css';
import './reader-print.css';

/** One article, set for reading. */
export function Reader(props: ReaderProps) {
  const { t } = useStrings();
  const { article, quotes, voices, prefs, saved } = props;
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [pieces, setPieces] = useState<Map<number, HTMLElement[]>>(new Map());
  const [aside, setAside] = useState<Aside | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [footnote, setFootnote] = useState<{ mark: HTMLElement; note: HTMLElement } | null>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  const hues = useMemo(() => assignHues(voices), [voices]);
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
    startAt: props.spokenAt,
    onPlace: props.onSpoken,
  });
  const { progress, onJump, further } = useReadingProgress(
    root,
    props.startAt,
    props.keptProgress,
    props.onProgress,
  );

  const onPlaced = useCallback((element: HTMLElement, placed: Map<number, HTMLElement[]>) => {
    setRoot(element);
    setPieces(placed);
  }, []);
  const announce = useAnnounce();
  const steps = useQuoteSteps(pieces, (index) => {
    const quote = quotes[index];
    if (quote !== undefined) announce(`${speakerLabel(t, quote)}: ${quote.text}`);
  });
  const { current, close, pick, light } = steps;
  const closeFootnote = useCallback(() => setFootnote(null), []);
  const goToHeading = ({ element }: OutlineEntry): void => {
    element.scrollIntoView({ block: 'start' });
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const toggle = (which: Aside): void => setAside(aside === which ? null : which);
  const voicesOpen = aside === 'voices';
  const HighlightList = useLazy(
    aside === 'highlights',
    async () => (await import('../highlights/HighlightList.tsx')).HighlightList,
  );
  const PictureZoom = useLazy(picture !== null, async () => (await import('./PictureZoom.tsx')).PictureZoom);
  const ReadAloudBar = useLazy(
    aloud.state !== null,
    async () => (await import('../read-aloud/ReadAloudBar.tsx')).ReadAloudBar,
  );
  const Footnote = useLazy(footnote !== null, async () => (await import('./Footnote.tsx')).Footnote);
  const FurtherBar = useLazy(further !== null, async () => (await import('./FurtherBar.tsx')).FurtherBar);
  const ShortcutSheet = useLazy(sheet, async () => (await import('../ui/ShortcutSheet.tsx')).ShortcutSheet);
  const QuotePanel = useLazy(voicesOpen, async () => (await import('../quotes/QuotePanel.tsx')).QuotePanel);
  const more = useRef<HTMLSpanElement>(null);
  // Under the bar's menu: the line of tags may be far from where the user reads.
  const openShelf = (shelf: Shelf): void => {
    if (more.current !== null) props.shelf?.onOpen({ shelf, anchor: more.current });
  };
  useReaderKeys({
    reader: props,
    onShelf: openShelf,
    aloud,
    steps,
    aside,
    onAside: setAside,
    onSheet: () => setSheet(true),
  });

  const shown = current === null ? undefined : quotes[current];
  const isQuoteShown = shown !== undefined && current !== null && aside === null;
  const QuotePopover = useLazy(isQuoteShown, async () => (await import('./QuotePopover.tsx')).QuotePopover);
  const [doubted, setDoubted] = useState<number | null>(null);
  const doubtedQuote = doubted === null ? undefined : quotes[doubted];
  const WhySpeaker = useLazy(
    doubted !== null,
    async () => (await import('../quotes/WhySpeaker.tsx')).WhySpeaker,
  );
  const [told, setTold] = useState<number | null>(null);
  const toldQuote = told === null ? undefined : quotes[told];
  const Elsewhere = useLazy(told !== null, async () => (await import('../quotes/Elsewhere.tsx')).Elsewhere);
  const elsewhereOf = (index: number) => {
    const articles = props.elsewhere.get(index)?.length ?? 0;
    return articles === 0 ? undefined : { articles, onShow: () => setTold(index) };
  };
  const begins = props.text.slice(0, 400);
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
        article={article}
        saved={saved}
        prefs={prefs}
        progress={progress}
        hasQuotes={quotes.length > 0}
        voicesOpen={voicesOpen}
        libraryHref={props.libraryHref}
        onPrefs={props.onPrefs}
        onVoices={() => toggle('voices')}
        highlightCount={props.highlights.length}
        highlightsOpen={aside === 'highlights'}
        onHighlights={() => toggle('highlights')}
        onFavourite={props.onFavourite}
        onArchive={props.onArchive}
        outline={outline}
        onHeading={goToHeading}
        isAloud={aloud.state !== null}
        onAloud={aloud.state === null ? aloud.toggle : aloud.close}
        onShortcuts={() => setSheet(true)}
        more={more}
        onShelf={(shelf) => openShelf(shelf)}
        onEditDetails={props.onEditDetails}
        onDelete={props.onDelete}
      />
      {saved === null && <ReaderUnsaved saveError={props.saveError} onSave={props.onSave} />}
      <div class="reader__page">
        <main class="reader__column">
          <article>
            <ReaderHead
              article={article}
              saved={saved}
              headline={headline}
              showExcerpt={article.excerpt !== null && !begins.startsWith(article.excerpt.slice(0, 80))}
              onRetryImages={props.onRetryImages}
              pages={props.pages ?? null}
              shelf={props.shelf}
            />
            {props.leadImageUrl !== null && <ReaderLead url={props.leadImageUrl} onPicture={setPicture} />}
            <ReaderBody
              body={props.body}
              text={props.text}
              quotes={quotes}
              hues={hues}
              lang={article.lang}
              dir={article.dir}
              onPlaced={onPlaced}
              onQuote={pick}
              onPicture={setPicture}
              onFootnote={(mark, note) => setFootnote({ mark, note })}
            />
          </article>
          <ReaderEnd saved={saved} next={props.next} shelf={props.shelf} onArchive={props.onArchive} />
        </main>
        {prefs.marks && !prefs.columns && aside === null && (
          <MarginNotes quotes={quotes} hues={hues} pieces={pieces} body={root} onNote={pick} />
        )}
      </div>
      {aside === 'voices' && (
        <ReaderAside title={t('panelTitle')} onClose={() => setAside(null)}>
          {QuotePanel !== null && (
            <QuotePanel
              article={{ ...article, text: props.text, quotes, voices }}
              onJump={async (index) => steps.goTo(index)}
              onJumpBack={null}
              onMark={light}
              onCopy={props.onCopy}
              onCopyPicture={props.onCopyPicture}
              onSavePicture={props.onSavePicture}
              onCorrect={props.onCorrect}
              elsewhere={{ lineOf: elsewhereOf }}
            />
          )}
        </ReaderAside>
      )}
      {aside === 'highlights' && (
        <ReaderAside title={t('highlightsTitle')} onClose={() => setAside(null)}>
          {HighlightList !== null && (
            <HighlightList
              highlights={props.highlights}
              onGo={setOpened}
              onDelete={(id) => props.highlightActions?.onDelete(id)}
              onCopyAll={props.onCopyHighlights}
            />
          )}
        </ReaderAside>
      )}
      <HighlightLayer
        body={root}
        text={props.text}
        ready={pieces}
        highlights={props.highlights}
        actions={props.highlightActions}
        open={opened}
        onOpen={setOpened}
        onJump={onJump}
        onCopyWords={props.onCopyWords}
      />
      {isQuoteShown && QuotePopover !== null && (
        <QuotePopover
          quote={shown}
          hue={hues.ofQuote.get(current) ?? 0}
          pieces={pieces.get(current) ?? []}
          onCopy={() => props.onCopy([current])}
          onWhy={() => setDoubted(current)}
          elsewhere={elsewhereOf(current)}
          onClose={close}
        />
      )}
      {told !== null && toldQuote !== undefined && Elsewhere !== null && (
        <Elsewhere
          quote={toldQuote}
          saidAt={props.saidAt}
          article={article}
          places={props.elsewhere.get(told) ?? []}
          hrefOf={props.hrefOfQuote}
          onClose={() => setTold(null)}
        />
      )}
      {doubtedQuote !== undefined && WhySpeaker !== null && (
        <WhySpeaker
          quote={doubtedQuote}
          article={{ ...article, text: props.text }}
          onConfirm={
            props.onCorrect === null || doubted === null || !isProbable(doubtedQuote)
              ? undefined
              : () => void props.onCorrect?.([doubted], doubtedQuote.resolvedSpeaker)
          }
          onClose={() => setDoubted(null)}
        />
      )}
      {footnote !== null && Footnote !== null && <Footnote {...footnote} onClose={closeFootnote} />}
      {picture !== null && PictureZoom !== null && (
        <PictureZoom image={picture} onClose={() => setPicture(null)} />
      )}
      {ReadAloudBar !== null && (
        <ReadAloudBar
          aloud={aloud}
          lang={article.lang}
          prefs={prefs.speech}
          onPrefs={(speech) => props.onPrefs({ ...prefs, speech })}
        />
      )}
      {props.shelf !== null && <ReaderShelfPicker {...props.shelf} />}
      {props.undo !== null && <UndoBar {...props.undo} />}
      {props.undo === null && further !== null && FurtherBar !== null && <FurtherBar {...further} />}
      {sheet && ShortcutSheet !== null && (
        <ShortcutSheet lines={READER_KEYS} onClose={() => setSheet(false)} />
      )}
    </div>
  );
}
