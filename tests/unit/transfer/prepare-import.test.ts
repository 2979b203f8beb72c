// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { extractImportQuotes, prepareImport } from '../../../utils/library/imports/prepare-import.ts';
import { previewImport } from '../../../utils/library/imports/preview-import.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { INVENTED, pocketRows } from './invented-exports.ts';

const read = async (html: string) => {
  const text = { html, url: 'https://paper.example/a/b', title: 'T', byline: null, lang: 'en' };
  const prepared = prepareImport(text);
  return prepared && extractImportQuotes(prepared, text);
};

it('sanitises the text of another product, and finds its paragraphs and quotes', async () => {
  const text = await read(
    '<h2>Tides</h2><p onclick="x()">“We stayed all night,” said Ina Holm, the pilot.</p><script>alert(1)</script><p><a href="../c">more</a> <a href="javascript:x()">bad</a><img src="/i.png" srcset="/i2.png 2x"></p>',
  );
  expect(text?.text).toBe('Tides\n\n“We stayed all night,” said Ina Holm, the pilot.\n\nmore bad');
  expect(text?.html).toContain('href="https://paper.example/c"');
  expect(text?.html).not.toMatch(/script|onclick|javascript:/);
  expect(text?.quotes.map(({ text: words, resolvedSpeaker }) => [words, resolvedSpeaker])).toEqual([
    ['We stayed all night', 'Ina Holm'],
  ]);
  expect(text?.images).toEqual(['https://paper.example/i2.png']);
});

it('returns null when a text has no words', async () => {
  expect(await read('<script>alert(1)</script>')).toBe(null);
  expect(await read('   ')).toBe(null);
});

it('counts what a file contains before anything is written', async () => {
  const db = freshLibrary();
  const rows = `${pocketRows(0, 4)}Again,https://paper1.example/2024/story-1?utm_source=x,1,,unread\nBad,javascript:1,1,,unread\n`;
  expect(await previewImport(new Blob([rows]), () => undefined, db)).toMatchObject({
    format: 'pocketCsv',
    total: 6,
    fresh: 4,
    existing: 0,
    duplicates: 1,
    failed: 1,
    withText: 0,
    tags: 2,
    fetchMinutes: 1,
    libraryCount: 0,
  });
  const wallabag = INVENTED.find(({ format }) => format === 'wallabag');
  const made = await wallabag?.file(5);
  expect(await previewImport(made ?? new Blob(), () => undefined, db)).toMatchObject({
    fresh: 5,
    withText: 5,
    fetchMinutes: 0,
  });
});
