import { expect, it } from 'vitest';
import { commaFor, directionOfLanguage, isolateWords } from '../../../utils/text/text-direction.ts';

it('knows the languages that run from right to left by their tag', () => {
  for (const tag of ['ar', 'AR-eg', 'he-IL', 'iw', 'fa', 'ckb-IQ', 'ur-PK'])
    expect(directionOfLanguage(tag)).toBe('rtl');
  for (const tag of ['', 'en', 'arn', 'hem', 'de-AT', 'uk']) expect(directionOfLanguage(tag)).toBe('ltr');
});

it('isolates only what could turn a line round', () => {
  expect(isolateWords('Saltmere', 'ltr')).toBe('Saltmere');
  expect(isolateWords('سوق السمك', 'ltr')).toBe('\u2068سوق السمك\u2069');
  expect(isolateWords('Saltmere (2)', 'rtl')).toBe('\u2068Saltmere (2)\u2069');
  expect(isolateWords('سوق السمك', 'rtl')).toBe('سوق السمك');
  expect(isolateWords('12:30', 'rtl')).toBe('12:30');
});

it('parts facts with the comma of the script', () => {
  expect(commaFor('Ines Calloway')).toBe(', ');
  expect(commaFor('نورة سالم')).toBe('، ');
});
