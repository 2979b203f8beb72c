import { judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import type { TextFailure } from '../../../utils/library/jobs/text-jobs.ts';
import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import { TooSlowError } from '../../../utils/platform/parse-page.ts';
import { NoArticleError } from './fetch-page.ts';

/** Why a text is not here, whether another try could help, and how long the site wants to be left alone (ms). */
export function whyNotFetched(error: unknown): {
  reason: TextFailure;
  mayRetry: boolean;
  wait: number | null;
} {
  if (error instanceof LibraryFullError) return { reason: 'diskFull', mayRetry: false, wait: null };
  if (error instanceof TooSlowError) return { reason: 'tooSlow', mayRetry: false, wait: null };
  if (error instanceof NoArticleError) return { reason: 'noArticle', mayRetry: false, wait: null };
  return judgeFailure(error);
}
