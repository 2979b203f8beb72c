import { describe, expect, it } from 'vitest';
import { describeFailure, mustWait } from '../../../entrypoints/background/sync/sync-failure.ts';
import { SyncError } from '../../../utils/sync/format/sync-errors.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';

const NOW = 1_770_000_000_000;
const HOUR = 60 * 60_000;

describe('a place that is in trouble', () => {
  it('is left alone once it has refused the password, until the user asks', () => {
    const refused = describeFailure(new RemoteError('signIn', '401'), 1, NOW);
    expect(refused.nextTryAt).toBeNull();
    expect(mustWait(refused, NOW + 24 * HOUR)).toBe(true);
  });

  it.each(['full', 'conflict', 'changed', 'notWebDav', 'notFound', 'forbidden'] as const)(
    'is asked again within the hour where what it says may be over: %s',
    (code) => {
      const trouble = describeFailure(new RemoteError(code, 'refused'), 1, NOW);
      expect(mustWait(trouble, NOW + HOUR - 1)).toBe(true);
      expect(mustWait(trouble, NOW + HOUR)).toBe(false);
      expect(trouble.nextTryAt).toBe(NOW + HOUR);
    },
  );

  it('gets the rest that it asks for', () => {
    const busy = describeFailure(new RemoteError('busy', '429', { wait: HOUR }), 1, NOW);
    expect(mustWait(busy, NOW + HOUR - 1)).toBe(true);
    expect(mustWait(busy, NOW + HOUR)).toBe(false);
  });

  it('is asked at once when the network may be back', () => {
    const offline = describeFailure(new RemoteError('offline', 'no network'), 9, NOW);
    expect(offline.nextTryAt).toBeGreaterThan(NOW);
    expect(mustWait(offline, NOW + 1)).toBe(false);
  });

  it('is asked again where it is the library that had trouble', () => {
    expect(
      mustWait(describeFailure(new SyncError('newerFormat', 'made by a later version'), 1, NOW), NOW + 1),
    ).toBe(false);
    expect(mustWait(null, NOW)).toBe(false);
  });
});
