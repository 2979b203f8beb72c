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

const listings = readdirSync(FOLDER).filter((file) => file !== 'README.md');

describe.each(listings.map((file) => path.basename(file, '.md')))('the listing in %s', (code) => {
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
    expect(section(listing, 'Captions').split('\n')).toHaveLength(5);
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
