import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { defaultCommands } from '../../../scripts/build/default-shortcuts.ts';
import permissions from '../../../scripts/check/expected-permissions.json' with { type: 'json' };

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

const DOCS = path.join(import.meta.dirname, '../../../docs');
const html = readFileSync(path.join(DOCS, 'index.html'), 'utf8');
const css = readFileSync(path.join(DOCS, 'site/site.css'), 'utf8');
const { document } = new JSDOM(html).window;

/** Where an attribute of some elements points, in order. */
const read = (selector: string, attribute: string): string[] =>
  [...document.querySelectorAll(selector)].flatMap((element) => element.getAttribute(attribute) ?? []);

/** Addresses that the page loads, without those that only a click follows. */
function loaded(): string[] {
  const sets = read('[srcset]', 'srcset').flatMap((set) =>
    set.split(',').map((one) => one.trim().split(' ')[0]),
  );
  const styles = [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url]) =>
    path.posix.join('site', url ?? ''),
  );
  return [...read('[src]', 'src'), ...read('link', 'href'), ...sets, ...styles].filter(
    (url) => url !== undefined,
  );
}

it('the page of the site has no script, and none could be put in', () => {
  expect(document.querySelectorAll('script, iframe, object, embed, form, base').length).toBe(0);
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
  expect(read('a', 'href').filter((href) => /^(?:javascript|data):/i.test(href))).toEqual([]);
  expect(read('meta[http-equiv="Content-Security-Policy"]', 'content')[0]).toContain("script-src 'none'");
});

it('the page of the site loads nothing from elsewhere', () => {
  expect(loaded().filter((url) => /^(?:[a-z]+:|\/)/i.test(url))).toEqual([]);
  expect(css).not.toContain('@import');
  expect(document.querySelector('style')).toBeNull();
});

it('the page of the site leads to files and places that exist, and to none outside what is published', () => {
  const links = read('a', 'href').filter((href) => !href.startsWith('https://'));
  for (const address of [...loaded(), ...links]) {
    const [file = '', place = ''] = address.split('#');
    const there = path.join(DOCS, file);
    expect(path.relative(DOCS, there).startsWith('..'), address).toBe(false);
    expect(existsSync(there), address).toBe(true);
    if (file === '') expect(document.getElementById(place), address).not.toBeNull();
  }
});

it('the page of the site describes each picture, and keeps its place until it is there', () => {
  for (const image of document.querySelectorAll('img')) {
    expect(image.getAttribute('alt'), image.outerHTML).not.toBeNull();
    if (image.closest('.brand') === null) expect(image.alt.length, image.outerHTML).toBeGreaterThan(20);
    expect(Number(image.getAttribute('width')), image.outerHTML).toBeGreaterThan(0);
    expect(Number(image.getAttribute('height')), image.outerHTML).toBeGreaterThan(0);
  }
});

const FOLDER = path.join(import.meta.dirname, '../../../docs/store');
const LOCALES = path.join(import.meta.dirname, '../../../locales');

/** The text under a heading. */
function section(listing: string, heading: string): string {
  const [, after = ''] = listing.split(`\n## ${heading}\n`);
  return (after.split('\n## ')[0] ?? '').trim();
}

/** Products, formats and the licence that a description names. */
function namesIn(description: string): Set<string> {
  const names =
    /Offprint|Pocket|Instapaper|Omnivore|Readwise|Raindrop\.io|wallabag|Matter|Karakeep|Zotero|Markdown|Obsidian|EPUB|HTML|CSV|BibTeX|RIS|CSL JSON|Nextcloud|WebDAV|Chrome|Edge|Dropbox|Syncthing|MIT/g;
  return new Set(description.match(names) ?? []);
}

/** Each language of the interface has its listing, and no other has one. */
const codes = readdirSync(LOCALES).map((file) => path.basename(file, '.json'));

it('is written in the languages of the interface', () => {
  const written = readdirSync(FOLDER).filter((file) => file !== 'README.md');
  expect(written.map((file) => path.basename(file, '.md')).sort()).toEqual([...codes].sort());
});

describe.each(codes)('the listing in %s', (code) => {
  const file = path.join(FOLDER, `${code}.md`);

  it('has a summary that is the one of the manifest, and a description that fits', () => {
    const listing = readFileSync(file, 'utf8');
    const messages = JSON.parse(readFileSync(path.join(LOCALES, `${code}.json`), 'utf8')) as Record<
      string,
      unknown
    >;
    const summary = section(listing, 'Summary');
    expect(summary).toBe(messages.extensionDescription);
    // Chromium's store takes no more.
    expect([...summary].length).toBeLessThanOrEqual(132);
    const description = section(listing, 'Description');
    expect(description.length).toBeGreaterThan(800);
    expect(description.length).toBeLessThan(16_000);
    expect(section(listing, 'Captions').match(/^\d\. ./gm)).toHaveLength(5);
    // What each description has to tell, in the same order and with the same names as the English one.
    const english = section(readFileSync(path.join(FOLDER, 'en.md'), 'utf8'), 'Description');
    expect(description.match(/^• /gm)?.length).toBe(english.match(/^• /gm)?.length);
    expect(namesIn(description)).toEqual(namesIn(english));
  });
});

it('says of each permission in the manifests why, and of no other', () => {
  const readme = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
  const named = [...section(readme, 'Why each permission').matchAll(/^\| `(\w+)` \|/gm)].map(
    ([, name]) => name,
  );
  const asked = new Set(Object.values(permissions).flatMap((browser) => browser.permissions));
  expect(named.sort()).toEqual([...asked].sort());
});
