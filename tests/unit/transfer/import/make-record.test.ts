import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportItem } from '../../../../utils/transfer/import/import-types.ts';
import { makeRecord } from '../../../../utils/transfer/import/make-record.ts';

const URL_ = 'https://paper.example/a';

function itemOf(facts: object): ImportItem {
  const record = makeRecord('1', URL_, facts);
  if (!('item' in record)) throw new Error(record.why);
  return record.item;
}

it('lines are cut, cleaned and never something else than text', () => {
  const item = itemOf({
    title: `\u202eevil\n${'x'.repeat(1e6)}`,
    byline: { toString: () => 'x' },
    siteName: 'y'.repeat(1e5),
    lang: '"><script>',
    publishedAt: 'z'.repeat(1e4),
    imageUrl: 'javascript:alert(1)',
  });
  expect(item.title).toMatch(/^evil x+…$/);
  expect(item.title.length).toBeLessThanOrEqual(500);
  expect(item.siteName?.length).toBeLessThanOrEqual(120);
  expect(item).toMatchObject({ byline: null, lang: null, publishedAt: null, imageUrl: null });
});

it('numbers are in range, lists bounded', () => {
  const item = itemOf({
    savedAt: 8e15,
    progress: Number.NaN,
    tags: Array.from({ length: 1e4 }, (_, i) => `tag ${i}`),
    lists: [['a', '', 'b'.repeat(1e4)], [], Array.from({ length: 500 }, () => 'deep')],
    highlights: [
      { text: 'a', note: '', createdAt: -1e20, colour: 'constructor' },
      { text: 'b'.repeat(1e6), note: '', createdAt: null, colour: null },
    ],
  });
  expect(item).toMatchObject({ savedAt: null, progress: 0 });
  expect(item.tags).toHaveLength(200);
  expect(item.lists.map((path) => path.length)).toEqual([2, 16]);
  expect(item.highlights).toEqual([{ text: 'a', note: '', createdAt: null, colour: 'constructor' }]);
});

it('whatever an importer says, what comes out is an item or a reason', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), fc.object(), (address, facts) => {
      const record = makeRecord('1', address, facts);
      if ('item' in record) expect(record.item.url).toMatch(/^https?:\/\//);
      else expect(['noAddress', 'notWeb', 'badAddress']).toContain(record.why);
    }),
  );
});

it.each([
  ['javascript:alert(1)', 'notWeb'],
  ['data:text/html,x', 'notWeb'],
  ['JAVASCRIPT:alert(1)', 'notWeb'],
  ['file:///etc/passwd', 'notWeb'],
  ['https://', 'badAddress'],
  [`https://a.example/${'x'.repeat(1e5)}`, 'badAddress'],
])('%s is no address', (address, why) => {
  expect(makeRecord('1', address.slice(0, 1e6), {})).toMatchObject({ why });
});
