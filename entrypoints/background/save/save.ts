import type { Article } from '../../../utils/article/types.ts';
import {
  HttpError,
  NoAccessError,
  NoAnswerError,
  NotPublicError,
  TooBigError,
} from '../../../utils/fetching/errors.ts';
import { judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import type { ArticleToSave } from '../../../utils/library/articles/article-rows.ts';
import type { DigestTask } from '../../../utils/library/articles/digest-page.ts';
import type { PreparedContent } from '../../../utils/library/articles/prepare-content.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { onePage } from '../../../utils/library/articles/saved-pages.ts';
import { findReplaced, wouldUpdate } from '../../../utils/library/articles/would-replace.ts';
import { LibraryFullError, LibraryUnavailableError } from '../../../utils/library/schema/errors.ts';
import { BadMessageError, NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type {
  BackgroundMessages,
  SaveFailure,
  SaveFailureCode,
  SaveOutcome,
} from '../../../utils/messaging/protocol.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { doWithDom } from '../../../utils/platform/parse-page.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { correctQuotes, type PlacedCorrection } from '../../../utils/quotes/corrections.ts';
import { summariseVoices } from '../../../utils/quotes/speakers/people/summarise-voices.ts';
import { type Quote, questionOf } from '../../../utils/quotes/types.ts';
import { tellTabOfHighlights } from '../highlights/tell-tab.ts';
import { wakeImageQueue } from '../queues/image-queue.ts';
import { keepIconOf } from '../site-icon.ts';
import { tidyAfterSave } from '../upkeep.ts';
import { digestHere, quoteHere } from './digest-here.ts';
import { fetchPage, NoArticleError } from './fetch-page.ts';
import { PageBusyError, PageMovedError, readTab, TextBehindError } from './read-tab.ts';

export type SaveOptions = Omit<BackgroundMessages['article/save']['request'], 'tabId'>;

export function refuse(code: SaveFailureCode): SaveFailure {
  return { ok: false, code, message: readMessage(`saveError_${code}`) };
}

export function explain(error: unknown): SaveFailure {
  if (error instanceof LibraryFullError) return refuse('diskFull');
  if (error instanceof NoReceiverError || error instanceof NoAccessError) return refuse('noAccess');
  if (error instanceof NoArticleError || error instanceof TooBigError) return refuse('noArticle');
  if (error instanceof HttpError && (error.status === 401 || error.status === 403)) return refuse('noAccess');
  if (error instanceof PageMovedError) return refuse('changed');
  if (error instanceof TextBehindError) return refuse('stillLoading');
  if (error instanceof PageBusyError) return refuse('busy');
  console.error('offprint: not saved', error);
  if (error instanceof BadMessageError) return refuse('badReport');
  if (error instanceof LibraryUnavailableError) return refuse('noStorage');
  return refuse('failed');
}

/** Why the page behind a link could not be saved: the user does not see that page. */
function explainLink(error: unknown): SaveFailure {
  if (error instanceof NoArticleError || error instanceof TooBigError) return refuse('linkNoArticle');
  if (error instanceof NoAccessError) return refuse('linkNoAccess');
  if (error instanceof NotPublicError) return refuse('linkNotPublic');
  if (error instanceof HttpError) {
    const { reason } = judgeFailure(error);
    if (reason === 'gone') return refuse('linkGone');
    return refuse(reason === 'needsLogin' ? 'linkNeedsLogin' : 'linkNoAnswer');
  }
  return error instanceof NoAnswerError ? refuse('linkNoAnswer') : explain(error);
}

/**
 * @param confirmReplace saves it also where another text of the article is saved already
 * @param replacesId the article whose text the user agreed to replace, or null; the page may show another one by now
 */
export async function keep(
  input: ArticleToSave,
  confirmReplace = true,
  replacesId: string | null = null,
): Promise<SaveOutcome> {
  if (replacesId !== null && !(await wouldUpdate(replacesId, input))) return refuse('changed');
  const replaced = confirmReplace ? null : await findReplaced(input);
  if (replaced !== null) return { ...refuse('newer'), replaced };
  const saved = await saveArticle(input);
  wakeImageQueue();
  tidyAfterSave();
  return { ok: true, ...saved, url: input.article.url, title: input.article.title };
}

/** The quotes of an article, as the user corrected them; null where the engine failed: it is saved without them then. */
async function quoteToSave(
  article: Article,
  corrections: readonly PlacedCorrection[],
): Promise<Quote[] | null> {
  try {
    const task = { kind: 'quotes', question: questionOf(article) } as const;
    return correctQuotes((await doWithDom(task, quoteHere)) as Quote[], corrections);
  } catch (error) {
    console.error('offprint: saved without quotes', error);
    return null;
  }
}

/**
 * Saves the article in a tab, as the user sees it.
 *
 * @param options list and tags to file it under; `confirmPrivate`, `confirmReplace`, `confirmNoArticle` after the user said so
 * @returns never throws: a failure has its code and a sentence
 */
export async function saveTab(tabId: number, options: SaveOptions): Promise<SaveOutcome> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito && options.confirmPrivate !== true) return refuse('private');
    const { state, article, corrections, pages } = await readTab(tabId, options.confirmNoArticle);
    if (article === null) {
      const nothing = options.confirmNoArticle === true ? 'noText' : 'noArticle';
      return refuse(state === 'reading' ? 'failed' : nothing);
    }
    // The report comes out of a process that it shares with the page, so it is cleaned here, whatever was done there.
    const task: DigestTask = { kind: 'content', html: article.html, url: article.url };
    const [prepared, found] = await Promise.all([
      doWithDom(task, digestHere) as Promise<PreparedContent>,
      quoteToSave(article, corrections),
    ]);
    const quotes = found ?? [];
    const outcome = await keep(
      {
        article: { ...article, html: prepared.html },
        quotes,
        lacksQuotes: found === null,
        voices: summariseVoices(quotes),
        images: prepared.images,
        pages: onePage(pages, article.text),
        savedFrom: 'page',
        ...(options.listId === undefined ? {} : { listId: options.listId }),
        ...(options.tags === undefined ? {} : { tags: options.tags }),
      },
      options.confirmReplace === true,
      options.replacesId ?? null,
    );
    if (outcome.ok && !tab.incognito) keepIconOf(article.canonicalUrl, tab.favIconUrl);
    if (outcome.ok) await tellTabOfHighlights(tabId);
    return outcome;
  } catch (error) {
    return explain(error);
  }
}

/**
 * Saves the page behind a link, without showing it or running its scripts.
 *
 * @param fromTabId the tab the link is in, where it is in one: links of private windows are not saved silently
 * @param throughTabId a tab that fetches it with the user's login, where it shows a page of the same origin; without
 *   one it is fetched without a login
 * @param confirmReplace saves it also where another text of the article is saved already
 * @param replacesId the article whose text the user agreed to replace, or null
 * @returns never throws: a failure has its code and a sentence
 */
export async function saveLink(
  url: string,
  fromTabId: number | null = null,
  throughTabId: number | null = null,
  confirmReplace = true,
  replacesId: string | null = null,
): Promise<SaveOutcome> {
  try {
    if (fromTabId !== null && (await browser.tabs.get(fromTabId)).incognito) return refuse('private');
    const { icon, ...page } = await fetchPage(url, throughTabId);
    const outcome = await keep({ ...page, savedFrom: 'link' }, confirmReplace, replacesId);
    // Nobody waits for it.
    keepIconOf(page.article.canonicalUrl, icon ?? undefined);
    return outcome;
  } catch (error) {
    return explainLink(error);
  }
}
