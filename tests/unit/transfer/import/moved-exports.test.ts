import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../utils/transfer/import/detect-format.ts';
import { addressOf } from '../invented-exports.ts';
import { losesNoOtherRecord, readAll, survivesDamage, urlsOf } from './import-properties.ts';
import { INVENTED_MOVES } from './invented-moves.ts';
import { titleOf } from './invented-parts.ts';

/** Products that have no tags, or leave them out. */
const WITHOUT_TAGS = ['Chrome Bookmarks', 'Safari plist', 'Instapaper HTML', 'OneTab'];

describe.each(INVENTED_MOVES)('$name', ({ name, format, file }) => {
  it('is known by what is in it, and every record comes out', async () => {
    const made = await file(30);
    expect(await detectFormat(made)).toBe(format);
    const { items, failures } = await readAll(made);
    expect(failures).toEqual([]);
    expect(urlsOf(items).sort()).toEqual(Array.from({ length: 30 }, (_, i) => addressOf(i)).sort());
    expect(items.map(({ title }) => title).sort()).toEqual(
      Array.from({ length: 30 }, (_, i) => titleOf(i)).sort(),
    );
    for (const { tags } of items) expect(tags).toEqual(WITHOUT_TAGS.includes(name) ? [] : ['sea', 'weather']);
  });

  it('survives any damage: no throw but a clear one, and nothing but web addresses', () =>
    survivesDamage(file));
});

/** Packed: one changed byte is damage to all of it. */
const PACKED = ['Readeck zip', 'Firefox jsonlz4'];

describe.each(INVENTED_MOVES.filter(({ name }) => !PACKED.includes(name)))(
  '$name with one broken record',
  ({ file }) => {
    it('loses no other', () => losesNoOtherRecord(file));
  },
);
