import { afterEach, expect, it, vi } from 'vitest';
import english from '../../../locales/en.json';

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: { i18n: { getMessage: (key: keyof typeof english) => english[key] ?? '' } },
}));
const { readMessage } = await import('../../../utils/platform/strings.ts');

afterEach(() => vi.unstubAllGlobals());

const DESK = { tabs: {}, commands: {} };
const PHONE = { tabs: {} };
/** In a web page there are neither. */
const IN_A_PAGE = {};

it.each([
  ['a desktop', DESK, 'Firefox on Linux', false],
  ['a phone', PHONE, 'Firefox on Android', true],
  ['a phone that tests make of a desktop', PHONE, 'Firefox on Linux', true],
  ['a page on a desktop', IN_A_PAGE, 'Firefox on Linux', false],
])('uses the messages for phones only on phones: %s', (_, chrome, userAgent, isPhone) => {
  vi.stubGlobal('chrome', chrome);
  vi.stubGlobal('navigator', { userAgent });
  for (const key of Object.keys(english).filter((one) => one.endsWith('_phone'))) {
    const plain = key.replace('_phone', '') as keyof typeof english;
    expect(readMessage(plain)).toBe(english[isPhone ? (key as keyof typeof english) : plain]);
  }
});
