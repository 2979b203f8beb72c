import {
  HttpError,
  NoAccessError,
  NoAnswerError,
  NotPublicError,
  TooBigError,
} from '../../../utils/fetching/errors.ts';
import { judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import type { ArticleToSave } from '../../../utils/library/articles/article-rows.ts';
import { countChanges } from '../../../utils/library/articles/compare-texts.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { toSavedPages } from '../../../utils/library/articles/saved-pages.ts';
import { LibraryFullError, LibraryUnavailableError } from '../../../utils/library/schema/errors.ts';
import { BadMessageError, NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type {
  BackgroundMessages,
  PageReport,
  SaveFailure,
  SaveFailureCode,
  SaveOutcome,
} from '../../../utils/messaging/protocol.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { correctQuotes } from '../../../utils/quotes/corrections.ts';
import { notifyHighlightsChanged } from '../article-tabs.ts';
import { doDomTask } from '../do-dom-task.ts';
import { wakeImageQueue } from '../jobs/image-queue.ts';
import { tidyAfterSave } from '../upkeep.ts';
import { fetchPage, NoArticleError } from './fetch-page.ts';
import { PageBusyError, PageMovedError, readTab, StaleTextError } from './read-tab.ts';
import { storeSiteIconOf } from './store-image.ts';

export interface SaveOptions extends Omit<BackgroundMessages['article/save']['request'], 'tabId'> {
  /** If the save replaces a text, `undoReplacement` restores it with this token. Without one, undo is not offered. */
  undoToken?: string;
}

export function saveFailure(code: SaveFailureCode): SaveFailure {
  return { ok: false, code, message: readMessage(`saveError_${code}`) };
}

export function explainSaveError(error: unknown): SaveFailure {
  if (error instanceof LibraryFullError) return saveFailure('diskFull');
  if (error instanceof NoReceiverError || error instanceof NoAccessError) return saveFailure('noAccess');
  if (error instanceof NoArticleError || error instanceof TooBigError) return saveFailure('noArticle');
  if (error instanceof HttpError && (error.status === 401 || error.status === 403))
    return saveFailure('noAccess');
  if (error instanceof PageMovedError) return saveFailure('changed');
  if (error instanceof StaleTextError) return saveFailure('stillLoading');
  if (error instanceof PageBusyError) return saveFailure('busy');
  console.error('offprint: not saved', error);
  if (error instanceof BadMessageError) return saveFailure('badReport');
  if (error instanceof LibraryUnavailableError) return saveFailure('noStorage');
  return saveFailure('failed');
}

/** Explains why the page behind a link, which the user does not see, could not be saved. */
function explainLinkError(error: unknown): SaveFailure {
  if (error instanceof NoArticleError || error instanceof TooBigError) return saveFailure('linkNoArticle');
  if (error instanceof NoAccessError) return saveFailure('linkNoAccess');
  if (error instanceof NotPublicError) return saveFailure('linkNotPublic');
  if (error instanceof HttpError) {
    const { reason } = judgeFailure(error);
    if (reason === 'gone') return saveFailure('linkGone');
    return saveFailure(reason === 'needsLogin' ? 'linkNeedsLogin' : 'linkNoAnswer');
  }
  return error instanceof NoAnswerError ? saveFailure('linkNoAnswer') : explainSaveError(error);
}

async function storeArticle(input: ArticleToSave, { details, undoToken }: SaveOptions): Promise<SaveOutcome> {
  const { replaced, ...saved } = await saveArticle({
    ...input,
    ...(details && { details }),
    ...(undoToken !== undefined && { undoToken }),
  });
  wakeImageQueue();
  tidyAfterSave();
  const { url, title, text } = input.article;
  const outcome: SaveOutcome = { ok: true, ...saved, url, title };
  if (replaced === undefined) return outcome;
  // The comparison may take a second, so it is not part of the transaction.
  const changes = countChanges(replaced, { title, text, quotes: input.quotes });
  const { articleId, savedAt } = replaced;
  return {
    ...outcome,
    replaced: { articleId, savedAt, changes },
    ...(undoToken !== undefined && { undo: undoToken }),
  };
}

/**
 * Saves the article that a tab reported.
 *
 * @throws what `doDomTask` and `saveArticle` throw
 */
export async function saveReport(
  tab: Tabs.Tab,
  { state, article, corrections, pages }: PageReport,
  options: SaveOptions,
): Promise<SaveOutcome> {
  if (article === null) {
    if (state === 'reading') return saveFailure('failed');
    return saveFailure(options.confirmNoArticle === true ? 'noText' : 'noArticle');
  }
  // The report comes from the page's process and is not trusted, so its HTML is sanitised and its quotes are found here.
  const prepared = await doDomTask({ kind: 'article', article });
  const outcome = await storeArticle(
    {
      ...prepared,
      quotes: correctQuotes(prepared.quotes, corrections),
      pages: toSavedPages(pages, article.text),
      savedFrom: 'page',
    },
    options,
  );
  if (!outcome.ok) return outcome;
  if (!tab.incognito) storeSiteIconOf(article.canonicalUrl, tab.favIconUrl);
  if (tab.id !== undefined) await notifyHighlightsChanged(tab.id);
  return outcome;
}

/**
 * Saves the article in a tab as the user sees it.
 *
 * @param options `confirmPrivate` and `confirmNoArticle` are true if the user has agreed to that
 * @returns the outcome; a failure is returned with a code and a sentence, never thrown
 */
export async function saveTab(tabId: number, options: SaveOptions): Promise<SaveOutcome> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito && options.confirmPrivate !== true) return saveFailure('private');
    return await saveReport(tab, await readTab(tabId, options.confirmNoArticle), options);
  } catch (error) {
    return explainSaveError(error);
  }
}

/**
 * Saves the page behind a link, without showing it or running its scripts.
 *
 * @param fromTabId the tab with the link, if any; links in private windows are not saved, because that needs consent
 * @param throughTabId a tab that fetches it with the user's login, if it shows a page of the same origin; otherwise it is
 *   fetched without a login
 * @returns the outcome; a failure is returned with a code and a sentence, never thrown
 */
export async function saveLink(
  url: string,
  fromTabId: number | null = null,
  throughTabId: number | null = null,
  options: SaveOptions = {},
): Promise<SaveOutcome> {
  try {
    if (fromTabId !== null && (await browser.tabs.get(fromTabId)).incognito) return saveFailure('private');
    const { icon, ...page } = await fetchPage(url, throughTabId);
    const outcome = await storeArticle({ ...page, savedFrom: 'link' }, options);
    storeSiteIconOf(page.article.canonicalUrl, icon ?? undefined);
    return outcome;
  } catch (error) {
    return explainLinkError(error);
  }
}
