import { expect, it } from 'vitest';
import { defaultCommands } from '../../../scripts/build/default-shortcuts.ts';

/**
 * The keys of the menus in Firefox's menu bar, by their place on the language's usual keyboard: `menubar.ftl` of
 * Firefox 153 in each language of the interface, for Spanish that of Spain, Mexico and Argentina.
 */
const FIREFOX_MENUS: Readonly<Record<string, string>> = {
  ar: 'LPUJG]S',
  de: 'DBACLPXH',
  en: 'FEVSBPTH',
  es: 'AEVSHMPTUY',
  fr: 'FNAHMPOE',
  it: 'FMVCEPSA',
  nl: 'BWLGAPXH',
  pl: 'PEWHZONC',
  'pt-BR': 'AEXHVPFU',
  ru: 'AGD;PBC',
  uk: 'AHDSPCJ',
};

/** Alt+Shift in Chromium, Chrome and Edge: `accelerator_table.cc`. */
const CHROMIUM = 'ABCINPRTWXZ';

it.each(['chrome', 'firefox'])(
  'suggests keys in %s that neither open a menu nor do anything else',
  (browser) => {
    const keys = Object.values(defaultCommands(browser)).flatMap(
      ({ suggested_key }) => suggested_key?.default ?? [],
    );
    expect(keys.length).toBeGreaterThanOrEqual(4);
    expect(new Set(keys).size).toBe(keys.length);
    const taken = [...Object.values(FIREFOX_MENUS), CHROMIUM].join('');
    for (const keyName of keys) {
      const [, key = ''] = /^Alt\+Shift\+(.)$/.exec(keyName) ?? [];
      expect(key, keyName).not.toBe('');
      expect(taken, keyName).not.toContain(key);
    }
  },
);
