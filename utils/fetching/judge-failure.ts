import { HttpError, NoAccessError, NotPublicError, TooBigError } from './errors.ts';
import { mayRetryStatus } from './retry.ts';

/** Why a fetch failed. */
export type FetchFailure =
  /** The site requires a login or a payment: 401, 402 or 403. */
  | 'needsLogin'
  /** Any other status that is final. */
  | 'refused'
  /** 404 or 410. */
  | 'gone'
  | 'tooBig'
  /** An address of a local network, or one with a password in it. */
  | 'notPublic'
  /** The user gave no access to the site. */
  | 'noAccess'
  /** No answer, or a temporary error. */
  | 'unreachable';

export interface FailureVerdict {
  reason: FetchFailure;
  /** True if a later retry could succeed. */
  mayRetry: boolean;
  /** The retry delay that the site asked for, in milliseconds, or null. */
  wait: number | null;
}

function judgeStatus({ status, wait }: HttpError): FailureVerdict {
  if (mayRetryStatus(status)) return { reason: 'unreachable', mayRetry: true, wait };
  const isGone = status === 404 || status === 410;
  const needsLogin = status === 401 || status === 402 || status === 403;
  return { reason: isGone ? 'gone' : needsLogin ? 'needsLogin' : 'refused', mayRetry: false, wait: null };
}

/** Classifies a failed fetch of an image, a text, a link or an icon. */
export function judgeFailure(error: unknown): FailureVerdict {
  const never = (reason: FetchFailure): FailureVerdict => ({ reason, mayRetry: false, wait: null });
  if (error instanceof HttpError) return judgeStatus(error);
  if (error instanceof TooBigError) return never('tooBig');
  if (error instanceof NotPublicError) return never('notPublic');
  if (error instanceof NoAccessError) return never('noAccess');
  return { reason: 'unreachable', mayRetry: true, wait: null };
}
