import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { createTextWriter, type TextFormat } from '../../../utils/library/backup/export-formats.ts';
import { CitationKeys, writeBibtex } from '../../../utils/transfer/export/export-references.ts';
import type { ExportArticle } from '../../../utils/transfer/export/export-types.ts';
import { parseName } from '../../../utils/transfer/export/person-names.ts';
import { prepareExport } from '../../../utils/transfer/export/prepare-export.ts';
import { makeExport } from './make-export.ts';
import { allNasty } from './nasty-articles.ts';

const highlights = [
  { text: '', note: 'Read with Bo.', colour: 'yellow', createdAt: Date.UTC(2026, 2, 4) },
  { text: 'was closed', note: 'why?', colour: 'green', createdAt: Date.UTC(2026, 2, 3) },
];

const ARTICLES: readonly ExportArticle[] = [
  makeExport({ byline: 'By Ina van der Holm and Bo Li Jr.', highlights }),
  makeExport({
    url: 'https://paper.example/2',
    title: 'Tea & {scones}: 100% $5_a~b^c #1',
    byline: 'The Saltmere News Agency',
  }),
];

function write(format: TextFormat, articles: readonly ExportArticle[]): string {
  const { head = '', write, end } = createTextWriter(format);
  return head + articles.map((article) => write(article)).join('') + (end?.() ?? '');
}

const TYPES = { bibtex: '@biblatex/text', ris: '@ris/file', csl: '@csl/list+object' } as const;
type Reference = keyof typeof TYPES;
const FORMATS = Object.keys(TYPES) as Reference[];

/** Read by citation.js, as CSL has it. */
function read(format: Reference, articles = ARTICLES): Record<string, unknown>[] {
  const text = write(format, articles);
  return new Cite(format === 'csl' ? JSON.parse(text) : text, { forceType: TYPES[format] }).data;
}

describe('references read by another program', () => {
  it.each(FORMATS)('as %s say what, when and where, and what was noted', (format) => {
    const [first, second, third] = read(format);
    expect(third).toBeUndefined();
    expect(first).toMatchObject({
      title: 'The quay: "closed" & done #1',
      URL: expect.stringMatching(/^https:\/\/paper\.example\/2026\/quay\?a=1&b=(?:\{2\}|%7B2%7D)$/),
      issued: { 'date-parts': [[2026, 3, 1]] },
      // citation.js takes no date of access from RIS.
      ...(format === 'ris' ? {} : { accessed: { 'date-parts': [[2026, 3, 2]] } }),
      abstract: 'A quay.',
    });
    for (const word of ['sea', 'bad weather', 'Harbours', 'Work / Sea'])
      expect(String(first?.keyword)).toContain(word);
    for (const words of ['Read with Bo.', 'was closed', 'why?'])
      expect(String(first?.note ?? first?.annote)).toContain(words);
    expect(second?.title).toBe('Tea & {scones}: 100% $5_a~b^c #1');
  });

  it('keep the date of publication, and say when it was updated', () => {
    const updated = [makeExport({ publishedAt: '2012-03-01', modifiedAt: '2026-01-25T08:00:00Z' })];
    for (const format of FORMATS) {
      expect(read(format, updated)[0]?.issued).toMatchObject({
        'date-parts': [expect.arrayContaining([2012])],
      });
      expect(write(format, updated), format).toContain('updated 2026-01-25');
      expect(write(format, ARTICLES), format).not.toContain('updated');
    }
  });

  it.each(FORMATS)('as %s have the parts of names', (format) => {
    const [first, second] = read(format);
    // RIS has no field for particles.
    const holm =
      format === 'ris'
        ? { family: 'van der Holm', given: 'Ina' }
        : { family: 'Holm', given: 'Ina', 'non-dropping-particle': 'van der' };
    expect(first?.author).toEqual([holm, { family: 'Li', given: 'Bo', suffix: 'Jr.' }]);
    // To citation.js, a name that BibTeX has in braces is a family's.
    const name = 'The Saltmere News Agency';
    expect(second?.author).toEqual([format === 'bibtex' ? { family: name } : { literal: name }]);
  });

  it.each(FORMATS)('as %s are one each, whatever is in them', (format) => {
    const articles = allNasty().map(prepareExport);
    expect(read(format, articles)).toHaveLength(articles.length);
  });

  it('are RIS to the letter', () => {
    const written = write('ris', [...ARTICLES, ...allNasty().map(prepareExport)]);
    expect(written).toContain('\r\nA1  - van der Holm, Ina\r\nA1  - Li, Bo, Jr.\r\nJF  - The Paper\r\n');
    expect(written).toContain('\r\nY1  - 2026/03/01/\r\n');
    for (const entry of written.split(/(?<=ER {2}- \r\n)\r\n/)) {
      if (entry === '') continue;
      expect(entry).toMatch(/^TY {2}- NEWS\r\n(?:[A-Z][A-Z0-9] {2}- [^\r\n]+\r\n)*ER {2}- \r\n$/);
    }
  });
});

describe('a name', () => {
  it.each([
    ['Ina Holm', { family: 'Holm', given: 'Ina', particle: '', suffix: '' }],
    ['Ina B. de la Cruz', { family: 'Cruz', given: 'Ina B.', particle: 'de la', suffix: '' }],
    ['Bo von und zu Li', { family: 'Li', given: 'Bo', particle: 'von und zu', suffix: '' }],
    ['Bo Li III', { family: 'Li', given: 'Bo', particle: '', suffix: 'III' }],
    ['Van Holm', { family: 'Holm', given: 'Van', particle: '', suffix: '' }],
    ['Saltmere Press', { literal: 'Saltmere Press' }],
    ['Redaktion Wirtschaft', { literal: 'Redaktion Wirtschaft' }],
    ['SNA', { literal: 'SNA' }],
    ['李明', { literal: '李明' }],
    ['ina@paper.example', { literal: 'ina@paper.example' }],
  ])('%s has its parts', (name, parts) => {
    expect(parseName(name)).toEqual(parts);
  });
});

it('gives each BibTeX entry a key of its own, and escapes what TeX would run', () => {
  const keys = new CitationKeys();
  const article = makeExport({ title: 'Profit & loss_50% {of} $1' });
  const first = writeBibtex(article, keys);
  expect(first).toContain('@online{holm2026profit,');
  expect(first).toContain('title = {{Profit \\& loss\\_50\\% \\textbraceleft{}of\\textbraceright{} \\$1}}');
  expect(writeBibtex(article, keys)).toContain('@online{holm2026profit2,');
});
