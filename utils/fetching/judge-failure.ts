import { HttpError, NoAccessError, NotPublicError, TooBigError } from './errors.ts';
import { mayRetryStatus } from './retry.ts';

/** Why a fetch failed, for whatever was fetched. */
export type FetchFailure =
  /** The site wants to know who reads: 401, 402 or 403. */
  | 'needsLogin'
  /** Another answer than was asked for. */
  | 'refused'
  /** 404 or 410. */
  | 'gone'
  | 'tooBig'
  /** An address of a local network, or one with a password in it. */
  | 'notPublic'
  /** The user gave no access to the site. */
  | 'noAccess'
  /** No answer, or one that asks for another try. */
  | 'unreachable';

export interface FailureVerdict {
  why: FetchFailure;
  /** Whether another try, later, could help. */
  mayRetry: boolean;
  /** Milliseconds the site wants to be left alone for, or null. */
  wait: number | null;
}

function judgeStatus({ status, wait }: HttpError): FailureVerdict {
  if (mayRetryStatus(status)) return { why: 'unreachable', mayRetry: true, wait };
  const isGone = status === 404 || status === 410;
  const needsLogin = status === 401 || status === 402 || status === 403;
  return { why: isGone ? 'gone' : needsLogin ? 'needsLogin' : 'refused', mayRetry: false, wait: null };
}

/** The one judgement of failed fetches: pictures, texts, links and icons. */
export function judgeFailure(error: unknown): FailureVerdict {
  const never = (why: FetchFailure): FailureVerdict => ({ why, mayRetry: false, wait: null });
  if (error instanceof HttpError) return judgeStatus(error);
  if (error instanceof TooBigError) return never('tooBig');
  if (error instanceof NotPublicError) return never('notPublic');
  if (error instanceof NoAccessError) return never('noAccess');
  return { why: 'unreachable', mayRetry: true, wait: null };
}
