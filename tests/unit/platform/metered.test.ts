import { afterEach, expect, it, vi } from 'vitest';
import { isOnWifi, reportsConnectionType } from '../../../utils/platform/metered.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['a browser that says nothing', {}, false, false],
  ['a browser on a desk, which says how fast it is', { connection: { effectiveType: '4g' } }, false, false],
  ['Wi-Fi', { connection: { type: 'wifi' } }, true, true],
  ['a cable', { connection: { type: 'ethernet' } }, true, true],
  ['a mobile network', { connection: { type: 'cellular' } }, true, false],
])('recognises Wi-Fi only if the browser reports it: %s', (_, navigator, tells, isFree) => {
  vi.stubGlobal('navigator', navigator);
  expect(reportsConnectionType()).toBe(tells);
  expect(isOnWifi()).toBe(isFree);
});
