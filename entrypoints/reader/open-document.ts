import { useLayoutEffect, useState } from 'preact/hooks';
import type { ReaderArticle } from '../../components/reader/reader-props.ts';
import { isSameDocument } from '../../utils/article/metadata/page-address.ts';
import type { ArticlePages } from '../../utils/article/types.ts';
import { openSavedArticle, replaceImageSources } from '../../utils/library/articles/open-saved-article.ts';
import { readStoryLink } from '../../utils/library/stories/read-story-link.ts';
import type { StoryLink } from '../../utils/library/stories/story-views.ts';
import type { ArticleRow, ImageFailure } from '../../utils/library/types.ts';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { findTab } from '../../utils/platform/active-tab.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { summariseSpeakers } from '../../utils/quotes/speakers/people/summarise-speakers.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';
import { askForQuotes } from '../shared/quotes/find-quotes-in-worker.ts';
import { quotePage } from '../shared/quotes/page-quotes.ts';

/** An article for the reader, saved or not. */
export interface OpenDocument {
  article: ReaderArticle;
  canonicalUrl: string;
  body: DocumentFragment;
  text: string;
  quotes: readonly Quote[];
  voices: readonly QuotedSpeaker[];
  leadImageUrl: string | null;
  /** The library's row when it was opened; null if the article is not saved. */
  row: ArticleRow | null;
  /** The story of a saved article; null if no other saved article is on it. */
  story: StoryLink | null;
  /** The tab that the article was read from; null if it is from the library. */
  tabId: number | null;
  /** The page's position, if it was read from a tab and the article has several pages. */
  pages: ArticlePages | null;
  release: () => void;
}

function describeMissingImage(reason: ImageFailure | 'waiting' | null): string {
  if (reason === 'waiting') return readMessage('readerImageWaiting');
  if (reason === null) return readMessage('readerPictureMissing');
  // Message keys contain no hyphens.
  return readMessage(`readerImage_${reason.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`);
}

/** Opens a saved article; null if the library has no article with this id. */
async function openFromLibrary(id: string): Promise<OpenDocument | null> {
  const [saved, story] = await Promise.all([
    openSavedArticle(id, { describeMissing: describeMissingImage }),
    readStoryLink(id),
  ]);
  if (saved === null) return null;
  const { article: row, body, leadImageUrl } = saved;
  const isInBody =
    leadImageUrl !== null &&
    [...body.querySelectorAll('img')].some((image) => image.getAttribute('src') === leadImageUrl);
  return {
    article: row,
    canonicalUrl: row.canonicalUrl,
    body,
    text: saved.text,
    quotes: saved.quotes,
    voices: summariseSpeakers(saved.quotes),
    leadImageUrl: isInBody ? null : leadImageUrl,
    row,
    story,
    tabId: null,
    pages: null,
    release: saved.release,
  };
}

/** Opens the article of a tab; null if it has none. @throws NoReceiverError if none of our scripts runs in the tab */
async function openFromTab(tabId: number): Promise<OpenDocument | null> {
  const report = await sendToTab(tabId, 'page/report', { html: true, waits: true });
  const { article, pages } = report;
  const tab = await findTab(tabId);
  if (article === null || tab === null || !isSameDocument(tab.url, report.url)) return null;
  const { quotes, voices } = await quotePage(tabId, { ...report, article }, askForQuotes);
  const body = replaceImageSources(
    article.html,
    () => null,
    () => ({ caption: readMessage('readerPictureLater'), state: 'unsaved' }),
  );
  return {
    article: { ...article, host: siteKey(article.canonicalUrl) },
    canonicalUrl: article.canonicalUrl,
    body,
    text: article.text,
    quotes,
    voices,
    leadImageUrl: null,
    row: null,
    story: null,
    tabId,
    pages,
    release: () => undefined,
  };
}

export type Opened =
  | { state: 'waiting' }
  | { state: 'ready'; document: OpenDocument }
  /** `error` is null if there is no such article. */
  | { state: 'missing'; error: Error | null };

function open(): Promise<OpenDocument | null> {
  const address = new URLSearchParams(location.search);
  const tab = address.get('tab');
  if (tab !== null && /^\d+$/.test(tab)) return openFromTab(Number(tab));
  return openFromLibrary(address.get('id') ?? '');
}

/** Started while the page is still loading; starting it after the first frame would show the article two frames later. */
let preopened: Promise<OpenDocument | null> | null = open();
// A failure is handled where the result is used.
preopened.catch(() => undefined);

function takePreopened(): Promise<OpenDocument | null> {
  const opening = preopened ?? open();
  preopened = null;
  return opening;
}

/**
 * Opens the article named in the page's URL.
 *
 * @param revision if it changes, the article is opened again, for instance to show new images
 */
export function useOpenDocument(revision: number): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'waiting' });
  useLayoutEffect(() => {
    let isUnmounted = false;
    let release: (() => void) | null = null;
    takePreopened()
      .then((document_) => {
        release = document_?.release ?? null;
        if (isUnmounted) release?.();
        else if (document_ === null) setOpened({ state: 'missing', error: null });
        else setOpened({ state: 'ready', document: document_ });
      })
      .catch((error: unknown) => {
        console.error('offprint: not opened', error);
        const isKnown = error instanceof Error && !(error instanceof NoReceiverError);
        setOpened({ state: 'missing', error: isKnown ? error : null });
      });
    return () => {
      isUnmounted = true;
      release?.();
    };
  }, [revision]);
  return opened;
}
