// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { prepareImport } from '../../../../utils/library/imports/digest-import.ts';
import { writeHtml } from '../../../../utils/transfer/export/export-html.ts';
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

it('a page of somebody else’s, of the same shape, is none of ours', async () => {
  const page =
    '<!doctype html><head><link rel="canonical" href="https://a.example/1"><title>T</title></head><body><article><header><h1>T</h1></header><p>Text</p></article></body>';
  await expect(readAll(new Blob([page]))).rejects.toThrow();
});
