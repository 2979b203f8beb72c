import { useEffect, useState } from 'preact/hooks';
import { readHighlightFromUrl } from '../../components/highlights/HighlightLayer.tsx';
import { Reader } from '../../components/reader/Reader.tsx';
import type { ReaderProps } from '../../components/reader/reader-props.ts';
import { useStrings } from '../../components/ui/base/strings.ts';
import { useKeyBuffer } from '../../components/ui/hooks/key-buffer.ts';
import { useLazyModule } from '../../components/ui/hooks/use-lazy-module.ts';
import { shownDetails, statedDetails } from '../../utils/library/articles/article-details.ts';
import { deleteArticles } from '../../utils/library/articles/delete-articles.ts';
import { formatLocation } from '../../utils/library/lists/library-location.ts';
import { createArticleActions } from '../shared/article-actions.ts';
import { explainError } from '../shared/explain-error.ts';
import { handOverDeleted, handOverLastRead } from '../shared/hand-over.ts';
import { useOnThisStory } from '../shared/quotes/use-on-this-story.ts';
import { saveFile } from '../shared/save-file.ts';
import { useChangeLog } from '../shared/use-change-log.ts';
import { usePrefs } from '../shared/use-prefs.ts';
import { useSyncPolling } from '../shared/use-sync-polling.ts';
import { useUndo } from '../shared/use-undo.ts';
import { useOpenDocument } from './open-document.ts';
import { createPositionStore, findStartPosition, type StoredPosition } from './stored-positions.ts';
import { useDownload } from './use-download.ts';
import { useHighlights } from './use-highlights.ts';
import { locationHashInUrl, useNextArticle } from './use-next-article.ts';
import { useReaderPages } from './use-reader-pages.ts';
import { useSavedActions, useTagsAndLists } from './use-saved-actions.ts';

/** Loaded on demand, because it includes the code of all citation formats. */
const loadCopying = () => import('../shared/quotes/copy-quote.ts');

const LIBRARY_URL = 'library.html';

/** The paragraph where the user stopped reading, and the sentence where they stopped listening. */
const READING_POSITIONS = createPositionStore<StoredPosition>('reading', 500);
const SPOKEN_POSITIONS = createPositionStore<number>('spoken', 50);

/** The reader: `?id=` shows a saved article, `?tab=` the open page of a tab. */
export function App() {
  const strings = useStrings();
  const { t, count } = strings;
  const [prefs, setPrefs] = usePrefs();
  useChangeLog();
  useSyncPolling();
  const [isAtHighlight] = useState(() => readHighlightFromUrl() !== null);
  const [revision, setRevision] = useState(0);
  const opened = useOpenDocument(revision);
  const undo = useUndo();
  const actions = useSavedActions(
    opened.state === 'ready' ? opened.document : null,
    () => setRevision((before) => before + 1),
    undo,
  );

  const pages = useReaderPages(opened.state === 'ready' ? opened.document : null, actions.row, () =>
    setRevision(revision + 1),
  );

  const ready = opened.state === 'ready' ? opened.document : null;
  const articleActions = createArticleActions(undo.act, strings);
  const tagsAndLists = useTagsAndLists(actions.row, articleActions);
  const [isEditing, setEditing] = useState(false);
  const EditDetailsSheet = useLazyModule(
    isEditing,
    () => import('../../components/library/EditDetailsSheet.tsx'),
  )?.EditDetailsSheet;
  useKeyBuffer(isEditing ? 'details' : null, EditDetailsSheet !== undefined);
  const next = useNextArticle(ready?.row?.id ?? null);
  const story = useOnThisStory(ready?.row?.id ?? null, `${ready?.row?.id} ${revision}`);
  const { highlights, actions: highlightActions } = useHighlights(ready?.row?.id ?? null, undo);

  const ReaderNotFound = useLazyModule(
    opened.state === 'missing',
    () => import('../../components/reader/ReaderUnavailable.tsx'),
  )?.ReaderNotFound;
  const download = useDownload(ready?.row ?? null, actions.row, () => setRevision(revision + 1));
  const ReaderNotDownloaded = useLazyModule(
    download !== null,
    () => import('../../components/reader/ReaderUnavailable.tsx'),
  )?.ReaderNotDownloaded;
  const readId = ready?.row?.id ?? null;
  useEffect(() => {
    if (readId !== null) handOverLastRead(readId);
  }, [readId]);
  const { row } = actions;
  const title = row?.title ?? ready?.article.title ?? '';
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);

  if (opened.state === 'waiting') return null;
  if (opened.state === 'missing') {
    const message = opened.error === null ? null : explainError(opened.error, t);
    return ReaderNotFound && <ReaderNotFound libraryHref={LIBRARY_URL} message={message} />;
  }
  const { document: shown } = opened;
  if (download !== null) {
    return (
      ReaderNotDownloaded && (
        <ReaderNotDownloaded
          article={row === null ? shown.article : { ...shown.article, ...shownDetails(row) }}
          url={shown.canonicalUrl}
          state={download.state}
          onDownload={download.start}
          libraryHref={LIBRARY_URL + locationHashInUrl()}
        />
      )
    );
  }
  const spokenKey = shown.row?.id ?? shown.canonicalUrl;
  // Includes edits made since the article was opened.
  const article = row === null ? shown.article : { ...shown.article, ...shownDetails(row) };
  const cited = { ...article, canonicalUrl: shown.canonicalUrl, text: shown.text };
  const props: ReaderProps = {
    article,
    body: shown.body,
    text: shown.text,
    quotes: shown.quotes,
    voices: shown.voices,
    leadImageUrl: shown.leadImageUrl,
    saved: actions.saved,
    prefs,
    startAt: {
      ...findStartPosition(shown.row && READING_POSITIONS.get(shown.row.id), shown.row),
      isAtHighlight,
    },
    storedProgress: row?.progress ?? 0,
    lastSpokenSentence: SPOKEN_POSITIONS.get(spokenKey),
    libraryHref: LIBRARY_URL + locationHashInUrl(),
    next,
    saveError: actions.saveError,
    pages,
    undo: undo.undo === null ? null : { ...undo.undo, onDismiss: undo.dismiss },
    highlights,
    highlightActions,
    async onCopyHighlights() {
      const { formatHighlightsAsMarkdown } = await import('./highlights-as-markdown.ts');
      return (await loadCopying()).copyText(formatHighlightsAsMarkdown(highlights, shown));
    },
    onCopyPassage: async ({ start, end }) =>
      (await loadCopying()).copyPassage(shown.text.slice(start, end), start, cited),
    async onCorrect(correction) {
      const reopen = (): void => setRevision(revision + 1);
      try {
        const { correctInTab, correctInLibrary } = await import('../shared/quotes/correct-in-tab.ts');
        // Corrects the saved article, or the open page if it is not saved; saving it later includes the correction.
        const takeBack =
          shown.tabId === null
            ? await correctInLibrary(shown.row?.id ?? '', shown.quotes, correction)
            : await correctInTab(shown.tabId, shown, correction);
        undo.offer({
          message: count('speakersCorrected', correction.indices.length),
          undo: () => takeBack().then(reopen),
        });
        reopen();
        return true;
      } catch (error) {
        undo.fail(error);
        return false;
      }
    },
    onPrefsChange: setPrefs,
    onProgress(progress, position, isLeaving) {
      actions.keepProgress(progress, isLeaving);
      if (shown.row === null) return;
      const heardAt = (row ?? shown.row).openedAt;
      READING_POSITIONS.set(shown.row.id, position === null ? null : { ...position, progress, heardAt });
    },
    onSentenceSpoken: (sentence) => SPOKEN_POSITIONS.set(spokenKey, sentence),
    onFavourite: actions.toggleFavourite,
    onArchive: actions.toggleArchived,
    tagsAndLists,
    onEditDetails: () => setEditing(true),
    onExport: () => row !== null && articleActions.onExport(row),
    onDelete() {
      if (row === null) return;
      deleteArticles([row.id])
        .then(() => {
          handOverDeleted({ id: row.id, title: row.title });
          location.assign(LIBRARY_URL + locationHashInUrl());
        })
        .catch(undo.fail);
    },
    onSave: actions.save,
    onRetryImages: actions.retryImages,
    onCopyPicture: async (picture) => (await loadCopying()).copyPicture(picture),
    onSavePicture: saveFile,
    storyLink: shown.story && {
      href: LIBRARY_URL + formatLocation({ screen: 'stories', story: shown.story.id }),
      otherCount: shown.story.otherCount,
    },
    story: story && {
      ...story,
      onNotThisStory: () => {
        const articleId = shown.row?.id;
        if (articleId === undefined) return;
        const reopen = (): void => setRevision((before) => before + 1);
        undo.act(async () => {
          const { removeFromStory, undoStoryDecision } = await import(
            '../../utils/library/stories/decide-stories.ts'
          );
          const decision = await removeFromStory([articleId]);
          reopen();
          return {
            message: count('storyRemoved', 1),
            undo: () => undoStoryDecision(decision).then(reopen),
          };
        });
      },
    },
    onCopy: async (indices, format) =>
      (await loadCopying()).copyQuotes(
        indices.flatMap((index) => shown.quotes[index] ?? []),
        cited,
        format,
      ),
  };
  return (
    <>
      <Reader {...props} />
      {isEditing && EditDetailsSheet !== undefined && row !== null && (
        <EditDetailsSheet
          currentDetails={shownDetails(row)}
          pageDetails={statedDetails(row)}
          onSave={(details) => articleActions.onEditDetails(row.id, details)}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
