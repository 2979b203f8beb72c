// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { prepareImport } from '../../../../utils/library/imports/prepare-import.ts';
import { writeHtml } from '../../../../utils/transfer/export/export-html.ts';
import { itLong } from '../../../long.ts';
import { makeExport } from '../make-export.ts';
import { readAll } from './read-all.ts';

it('an article that was saved as a web page comes back with all that the page says', async () => {
  const html = '<p>We stayed all night.</p><h2>Tides</h2><p>The tide came late.</p>';
  const page = await writeHtml(makeExport({ html }));
  const { format, items, failures } = await readAll(new Blob([page]));
  expect([format, failures]).toEqual(['offprintHtml', []]);
  expect(items).toMatchObject([
    {
      url: 'https://paper.example/2026/quay?a=1&b=%7B2%7D',
      title: 'The quay: "closed" & done #1',
      byline: 'By Ina Holm and Bo Li',
      siteName: 'The Paper',
      publishedAt: '2026-03-01',
      lang: 'en',
      highlights: [{ text: 'was closed', note: 'why?' }],
    },
  ]);
  const prepared = prepareImport({
    ...items[0],
    html: items[0]?.html ?? '',
    url: items[0]?.url ?? '',
    title: '',
    byline: null,
    lang: 'en',
  });
  expect(prepared?.text).toBe('We stayed all night.\n\nTides\n\nThe tide came late.');
});

/** An article of a paragraph after each of some pictures, as we save it. */
async function photoEssay(pictures: number, bytes: number): Promise<Blob> {
  const addresses = Array.from({ length: pictures }, (_, i) => `https://paper.example/${i}.png`);
  const png = [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), new Uint8Array(bytes)];
  const html = addresses.map((address, i) => `<img src="${address}"><p>Berth ${i}.</p>`).join('');
  const images = new Map(addresses.map((address) => [address, new Blob(png, { type: 'image/png' })]));
  return new Blob([await writeHtml(makeExport({ html, images }))]);
}

itLong.each([
  ['several megabytes of', 4, 4],
  ['more than an article may hold of', 16, 11],
])('an article with %s pictures comes back with its text', async (_, pictures, most) => {
  const { items, failures } = await readAll(await photoEssay(pictures, 1_500_000));
  // What is left out is told.
  expect(failures.map(({ why }) => why)).toEqual(most < pictures ? ['pictures'] : []);
  const prepared = prepareImport({
    html: items[0]?.html ?? '',
    url: items[0]?.url ?? '',
    title: '',
    byline: null,
    lang: 'en',
  });
  expect(prepared?.text.split('\n\n')).toHaveLength(pictures);
  expect(prepared?.html.match(/src="data:image\/png/g)).toHaveLength(most);
  expect(prepared?.images).toEqual([]);
});

it('a page of somebody else’s, of the same shape, is none of ours', async () => {
  const page =
    '<!doctype html><head><link rel="canonical" href="https://a.example/1"><title>T</title></head><body><article><header><h1>T</h1></header><p>Text</p></article></body>';
  expect((await readAll(new Blob([page]))).format).toBe('savedPage');
});
