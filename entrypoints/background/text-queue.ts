import type { DigestedPage, DigestTask } from '../../utils/library/digest-page.ts';
import { LibraryFullError } from '../../utils/library/errors.ts';
import type { TextJobRow } from '../../utils/library/reader-types.ts';
import {
  claimTextJob,
  completeTextJob,
  failTextJob,
  nextTextDueAt,
  requeueTextClaims,
  type TextFailure,
} from '../../utils/library/text-jobs.ts';
import { browser } from '../../utils/platform/browser.ts';
import { doWithDom } from '../../utils/platform/parse-page.ts';
import { decodeHtml } from './decode-html.ts';
import { digestHere } from './digest-here.ts';
import { fetchLimited, HttpError, TooBigError } from './fetch-limited.ts';
import { kickImageQueue } from './image-queue.ts';
import { tidyAfterSave } from './upkeep.ts';

/** Bytes of source a page may have, and milliseconds it may take. */
const PAGE_LIMIT = 12 * 1024 * 1024;
const TIMEOUT = 30_000;

/** Fetches at once in all; a site gets one at a time, and this long a rest after each (ms). Slower than a reader. */
const AT_ONCE = 4;
const REST = 2000;

const ALARM = 'import-texts';
const ALARM_MINUTES = 0.5;

class NoArticleError extends Error {
  override name = 'NoArticleError';
}

class NoAccessError extends Error {
  override name = 'NoAccessError';
}

/** Why a fetch failed, whether another try could help, and how long the site wants to be left alone (ms). */
function judge(error: unknown): { why: TextFailure; mayRetry: boolean; wait: number | null } {
  const never = (why: TextFailure) => ({ why, mayRetry: false, wait: null });
  if (error instanceof LibraryFullError) return never('diskFull');
  if (error instanceof TooBigError) return never('tooBig');
  if (error instanceof NoArticleError) return never('noArticle');
  if (error instanceof NoAccessError) return never('noAccess');
  if (error instanceof HttpError) {
    const { status, wait } = error;
    if (status === 404 || status === 410) return never('gone');
    // 408, 425, 429 and server errors ask for another try (RFC 9110, 6585, 8470).
    const mayRetry = status >= 500 || status === 408 || status === 425 || status === 429;
    return { why: mayRetry ? 'unreachable' : 'refused', mayRetry, wait };
  }
  return { why: 'unreachable', mayRetry: true, wait: null };
}

async function fetchPage(url: string): Promise<DigestedPage> {
  if (!(await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }))) {
    throw new NoAccessError('the reader gave no access to this site');
  }
  const { bytes, contentType, url: finalUrl } = await fetchLimited(url, PAGE_LIMIT, TIMEOUT);
  if (contentType !== '' && !/\b(?:html|xhtml)/i.test(contentType)) throw new NoArticleError(contentType);
  const task: DigestTask = { kind: 'page', html: decodeHtml(bytes, contentType), url: finalUrl };
  const page = (await doWithDom(task, digestHere)) as DigestedPage | null;
  if (page === null) throw new NoArticleError('no article in it');
  return page;
}

async function run(job: TextJobRow): Promise<void> {
  try {
    await completeTextJob(job, await fetchPage(job.url));
    kickImageQueue();
    tidyAfterSave();
  } catch (error) {
    const { why, mayRetry, wait } = judge(error);
    await failTextJob(job, why, mayRetry, wait);
  }
}

const busy = new Set<string>();
let active = 0;
let isFilling = false;
let askedAgain = false;

function start(job: TextJobRow): void {
  active += 1;
  busy.add(job.host);
  run(job)
    .catch((error: unknown) => console.error('offprint: text job', error))
    .finally(() => {
      active -= 1;
      kickTexts();
      setTimeout(() => {
        busy.delete(job.host);
        kickTexts();
      }, REST);
    });
}

async function fill(): Promise<void> {
  do {
    askedAgain = false;
    while (active < AT_ONCE) {
      const job = await claimTextJob(busy);
      if (job === null) break;
      start(job);
    }
  } while (askedAgain);
  const due = await nextTextDueAt();
  if (due === null && active === 0) {
    await browser.alarms.clear(ALARM);
    return;
  }
  await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  if (due !== null && due > Date.now() && due - Date.now() < 60_000)
    setTimeout(kickTexts, due - Date.now() + 50);
}

/** Says that there may be texts to fetch. Returns at once. */
export function kickTexts(): void {
  askedAgain = true;
  if (isFilling) return;
  isFilling = true;
  fill()
    .catch((error: unknown) => console.error('offprint: text queue', error))
    .finally(() => {
      isFilling = false;
    });
}

/** Goes on where the background was stopped: at every start, and by alarm while texts are waited for. */
export function setUpTexts(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) kickTexts();
  });
  // There is one background, and it has just started: whoever claimed a job is dead.
  requeueTextClaims(Date.now())
    .then(kickTexts)
    .catch((error: unknown) => console.error('offprint: text queue', error));
}
