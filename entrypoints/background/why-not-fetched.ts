import { LibraryFullError } from '../../utils/library/errors.ts';
import type { TextFailure } from '../../utils/library/text-jobs.ts';
import { TooSlowError } from '../../utils/platform/parse-page.ts';
import { HttpError, TooBigError } from './fetch-limited.ts';
import { NoAccessError, NoArticleError } from './fetch-page.ts';

/** Why a fetch failed, whether another try could help, and how long the site wants to be left alone (ms). */
export function whyNotFetched(error: unknown): { why: TextFailure; mayRetry: boolean; wait: number | null } {
  const never = (why: TextFailure) => ({ why, mayRetry: false, wait: null });
  if (error instanceof LibraryFullError) return never('diskFull');
  if (error instanceof TooBigError) return never('tooBig');
  if (error instanceof TooSlowError) return never('tooSlow');
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
