import { describe, expect, it } from 'vitest';
import {
  HttpError,
  NoAccessError,
  NoAnswerError,
  NotPublicError,
  TooBigError,
} from '../../../utils/fetching/errors.ts';
import { judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import { nextTryAt, readRetryAfter } from '../../../utils/fetching/retry.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');

describe('Retry-After', () => {
  it.each([
    [null, null],
    ['120', 120_000],
    [' 5 ', 5000],
    ['Mon, 01 Jun 2026 12:01:00 GMT', 60_000],
    ['Mon, 01 Jun 2026 11:00:00 GMT', null],
    ['0', null],
    ['soon', null],
    ['-3', null],
  ])('%j is %j ms', (header, wait) => {
    expect(readRetryAfter(header, NOW)).toBe(wait);
  });
});

describe('the next try', () => {
  it('comes after our own wait or the site’s, whichever is longer, and not after an hour', () => {
    expect(nextTryAt([1000, 2000], 1, null, NOW)).toBe(NOW + 1000);
    expect(nextTryAt([1000, 2000], 2, 500, NOW)).toBe(NOW + 2000);
    expect(nextTryAt([1000, 2000], 1, 60_000, NOW)).toBe(NOW + 60_000);
    expect(nextTryAt([1000, 2000], 1, 9e9, NOW)).toBe(NOW + 3_600_000);
  });

  it('never comes when all were made', () => {
    expect(nextTryAt([1000, 2000], 3, 60_000, NOW)).toBeNull();
  });
});

describe('a failed fetch', () => {
  it.each([400, 401, 402, 403, 404, 405, 410, 418, 451])('is final where the site says %i', (status) => {
    expect(judgeFailure(new HttpError(status, 5000))).toMatchObject({ mayRetry: false, wait: null });
  });

  it.each([408, 425, 429, 500, 503])('is tried again where the site says %i, when it says', (status) => {
    const verdict = { reason: 'unreachable', mayRetry: true, wait: 5000 };
    expect(judgeFailure(new HttpError(status, 5000))).toEqual(verdict);
  });

  it('has its reason', () => {
    const reasonOf = (error: unknown) => judgeFailure(error).reason;
    expect([401, 403, 404, 410, 400].map((status) => reasonOf(new HttpError(status)))).toEqual([
      'needsLogin',
      'needsLogin',
      'gone',
      'gone',
      'refused',
    ]);
    const errors = [new TooBigError(), new NotPublicError(), new NoAccessError(), new NoAnswerError(), 'x'];
    expect(errors.map(reasonOf)).toEqual(['tooBig', 'notPublic', 'noAccess', 'unreachable', 'unreachable']);
  });
});
