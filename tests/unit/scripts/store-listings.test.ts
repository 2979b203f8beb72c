import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import permissions from '../../../scripts/check/expected-permissions.json' with { type: 'json' };

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
