import { expect, it } from 'vitest';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import {
  chooseSite,
  isHost,
  readingPatterns,
  readsAutomatically,
} from '../../../utils/settings/site-settings.ts';

it('looks everywhere, at chosen sites with their subdomains, or nowhere', () => {
  const settings = readSettings({});
  expect(readingPatterns(settings)).toEqual(['http://*/*', 'https://*/*']);
  expect(readsAutomatically(settings, 'https://courier.example/a')).toBe(true);
  settings.reading = 'chosen';
  expect(readingPatterns(settings)).toEqual([]);
  chooseSite(settings, 'courier.example', true);
  chooseSite(settings, 'courier.example', true);
  expect(readingPatterns(settings)).toEqual(['http://*.courier.example/*', 'https://*.courier.example/*']);
  expect(readsAutomatically(settings, 'https://www.courier.example/a')).toBe(true);
  expect(readsAutomatically(settings, 'https://sport.courier.example/a')).toBe(true);
  expect(readsAutomatically(settings, 'https://notcourier.example/a')).toBe(false);
  settings.reading = 'click';
  expect(readingPatterns(settings)).toEqual([]);
  expect(readsAutomatically(settings, 'https://courier.example/a')).toBe(false);
  chooseSite(settings, 'courier.example', false);
  expect(settings.chosen).toEqual([]);
});

it('takes no site that would be another pattern than it looks, from the user or from storage', () => {
  for (const host of [
    '',
    '*',
    'a b',
    'evil.example/*',
    '[::1]',
    'WWW.courier.example',
    'www.courier.example',
  ]) {
    expect(isHost(host), host).toBe(false);
  }
  const stored = { reading: 'somewhere', chosen: ['*', 7, 'courier.example', 'courier.example'] };
  const settings = readSettings(stored);
  expect(settings.reading).toBe('all');
  expect(settings.chosen).toEqual(['courier.example']);
  chooseSite(settings, '*', true);
  expect(settings.chosen).toEqual(['courier.example']);
});
