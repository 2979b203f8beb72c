// @vitest-environment jsdom
/** Documents: saved pages and notes, as other programs and Offprint itself write them. */
import { Blob as NodeBlob } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { runPageTask } from '../../../../utils/library/articles/process-page.ts';
import { processText } from '../../../../utils/library/imports/handle-file-task.ts';
import { extractQuotes } from '../../../../utils/quotes/extract-quotes.ts';
import { writeHtml } from '../../../../utils/transfer/export/export-html.ts';
import { writeMarkdown } from '../../../../utils/transfer/export/export-markdown.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';
import { itLong, LONG } from '../../../long.ts';
import { freshLibrary } from '../../library/fresh-library.ts';
import { importFile } from '../../library/import-file.ts';
import { makeExport } from '../make-export.ts';
import { writeZip } from '../write-zip.ts';
import { readAll } from './read-all.ts';

// jsdom's blobs have no streams.
vi.stubGlobal('Blob', NodeBlob);

/** Large enough not to be taken for the placeholder of an image that loads later. */
const BASE64 = `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ${'A'.repeat(4000)}`;
const PNG = `data:image/png;base64,${BASE64}`;
const PICTURE = new Blob([Buffer.from(BASE64, 'base64')]);
const ADDRESS = 'https://paper.example/2026/quay';
const PARAGRAPHS = [
  'The harbour stayed closed on Monday while crews cleared the quay, the port authority said in a statement.',
  '“We stayed all night and we will stay again tonight,” the pilot said, standing beside the tug in the rain.',
  'Ships waited outside the breakwater for a second day, and the first of them is expected to enter at noon.',
];

/** What the library has after importing a file: the article, its text and HTML. */
async function bringIn(file: Blob, address = ADDRESS) {
  const db = freshLibrary();
  const job = await importFile(db, file, {
    processText: (text) => processText((task) => runPageTask(task, extractQuotes), text),
  });
  const article = (await db.articles.toArray()).find(({ url }) => url === address);
  const content = await db.contents.get(article?.id ?? '');
  return { job, article, text: content?.text ?? '', html: content?.html ?? '' };
}

const pageOf = (head: string, picture = `<img src=${PNG} alt=Quay width=800 height=500>`): string =>
  `<!DOCTYPE html> <html lang=en>${head}<meta charset=utf-8><title>The quay is closed</title><style>p{color:red}</style><meta name=author content="Ina Holm"><body><nav><a href=/>Home</a></nav><article><h1>The quay is closed</h1><p>${PARAGRAPHS[0]}</p><figure>${picture}<figcaption>The quay</figcaption></figure><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p><script>alert(1)</script></article></body></html>`;

const SINGLE_FILE = `<!--\n Page saved with SingleFile \n url: ${ADDRESS} \n saved date: Sat Mar 07 2026 10:00:00 GMT+0100 (Central European Standard Time)\n-->`;

describe('a saved page', () => {
  it.each([
    ['SingleFile', pageOf(SINGLE_FILE)],
    ['a browser', pageOf(`<!-- saved from url=(0031)${ADDRESS} -->`)],
    ['a canonical link', pageOf(`<link rel=canonical href="${ADDRESS}">`)],
    ['og:url', pageOf(`<meta property="og:url" content="${ADDRESS}">`)],
    ['a base', pageOf(`<base href="${ADDRESS}">`)],
  ])('is imported with its text and images, from the address of %s', async (_, page) => {
    const { job, article, text, html } = await bringIn(new Blob([page]));
    expect(job).toMatchObject({ format: 'savedPage', state: 'done', added: 1, failed: 0 });
    expect(article).toMatchObject({
      url: ADDRESS,
      title: 'The quay is closed',
      byline: 'Ina Holm',
      lang: 'en',
    });
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    expect(text).not.toContain('Home');
    expect(html).toContain(PNG);
    expect(html).not.toContain('alert');
  });

  it('without a recognisable article is imported with all its text', async () => {
    const page = `<!DOCTYPE html> <html lang=en>${SINGLE_FILE}<title>Tides</title><p>High water at six.</p>`;
    const { job, text } = await bringIn(new Blob([page]));
    expect(job).toMatchObject({ state: 'done', added: 1, failed: 0 });
    expect(text).toBe('High water at six.');
  });

  it('is dated by SingleFile', async () => {
    const { items } = await readAll(new Blob([pageOf(SINGLE_FILE)]));
    expect(items[0]?.savedAt).toBe(Date.UTC(2026, 2, 7, 9));
  });

  it('has the images that SingleFile moved to its style sheet', async () => {
    const drawing = `<img src='data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect fill-opacity="0"/></svg>' style="background-image:var(--sf-img-3)!important" width=800 height=500>`;
    const page = pageOf(`${SINGLE_FILE}<style>:root{--sf-img-3:url("${PNG}")}</style>`, drawing);
    expect((await bringIn(new Blob([page]))).html).toContain(PNG);
  });

  it('in an archive has the images of its folder', async () => {
    const page = pageOf(
      `<link rel=canonical href="${ADDRESS}">`,
      '<img src="./The%20quay_files/1.png" width=800 height=500>',
    );
    const zip = await writeZip([
      ['saved/The quay.html', page],
      ['saved/The quay_files/1.png', PICTURE],
    ]);
    expect((await bringIn(zip)).html).toContain(PNG);
  });

  it('without an address is refused with the reason', async () => {
    await expect(readAll(new Blob([pageOf('')]))).rejects.toMatchObject({ code: 'noAddress' });
  });

  it('that Offprint exported is imported with its text', async () => {
    const html = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
    const { job, article, text } = await bringIn(
      new Blob([await writeHtml(makeExport({ url: ADDRESS, title: 'The quay is closed', html }))]),
    );
    expect(job).toMatchObject({ format: 'savedPage', added: 1, failed: 0 });
    expect(article).toMatchObject({ url: ADDRESS, title: 'The quay is closed' });
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  itLong('with more images than an article can hold is imported without the last of them', async () => {
    const picture = `<img src="data:image/png;base64,${'A'.repeat(2_000_000)}">`;
    const file = new Blob([pageOf(SINGLE_FILE, picture.repeat(16))]);
    const { items, failures } = await readAll(file);
    expect(failures.map(({ why }) => why)).toEqual(['pictures']);
    expect(items[0]?.html?.match(/data:image\/png/g)).toHaveLength(11);
  });

  it('that is too long is reported', async () => {
    const { failures } = await readAll(new Blob([pageOf(SINGLE_FILE), 'x'.repeat(4_000_001)]));
    expect(failures).toMatchObject([{ why: 'tooBig', url: ADDRESS }]);
  });
});

const NOTE = `---
title: "Quay: closed & done"
source: "${ADDRESS}"
author:
  - "[[Ina Holm]]"
  - "[[Bo Li]]"
published: 2026-03-01
created: 2026-03-02
description: "A quay."
tags:
  - "clippings"
  - "#sea"
---
The **quay** was ==closed==.

![Quay](files/quay.png) <script>alert(1)</script>
`;

describe('a Markdown note', () => {
  it('has the properties of Obsidian’s clipper, its text and its images', async () => {
    const zip = await writeZip([
      ['Clippings/Quay.md', NOTE],
      ['Clippings/files/quay.png', PICTURE],
    ]);
    const { items } = await readAll(zip);
    expect(items).toMatchObject([
      {
        url: ADDRESS,
        title: 'Quay: closed & done',
        byline: 'Ina Holm, Bo Li',
        publishedAt: '2026-03-01',
        savedAt: Date.UTC(2026, 2, 2),
        excerpt: 'A quay.',
        tags: ['clippings', 'sea'],
      },
    ]);
    const { job, text, html } = await bringIn(zip);
    expect(job).toMatchObject({ format: 'markdown', added: 1, failed: 0 });
    expect(text).toBe('The quay was closed.');
    expect(html).toContain('<mark>closed</mark>');
    expect(html).toContain(PNG);
    expect(html).not.toContain('alert');
  });

  it.each([
    ['a colon in a title', `---\ntitle: Quay: closed\nurl: ${ADDRESS}\ntags: a, b\n---\nText`, ['a', 'b']],
    [
      'a quotation mark',
      `---\ntitle: "Quay: closed\nlink: ${ADDRESS}\ntags:\n- a\n- b\n---\nText`,
      ['a', 'b'],
    ],
    ['Windows lines', `---\r\ntitle: 'Quay: closed'\r\nsource: ${ADDRESS}\r\n---\r\nText`, []],
  ])('with %s in its front matter is read', async (_, note, tags) => {
    const { items } = await readAll(new Blob([note]));
    expect(items).toMatchObject([{ url: ADDRESS, tags, html: '<p>Text</p>\n' }]);
    expect(items[0]?.title).toContain('Quay: closed');
  });

  it('that Offprint exported comes back with everything that it says', async () => {
    const highlights = [
      { text: 'was closed', note: 'why?\n\nAnd *when*', colour: 'green', createdAt: Date.UTC(2026, 2, 3) },
      { text: '', note: 'On the whole', colour: '', createdAt: Date.UTC(2026, 2, 4) },
    ];
    const article = makeExport({ highlights, archived: true });
    const { format, items } = await readAll(new Blob([writeMarkdown(article)]));
    expect(format).toBe('markdown');
    expect(items).toMatchObject([
      {
        url: article.url,
        title: article.title,
        byline: 'Ina Holm, Bo Li',
        siteName: 'The Paper',
        publishedAt: article.publishedAt,
        savedAt: article.savedAt,
        lang: 'en',
        archived: true,
        favourite: true,
        progress: 0.5,
        tags: ['sea', 'bad-weather'],
        lists: [['Harbours'], ['Work', 'Sea']],
        highlights: [
          { text: 'was closed', note: 'why?\n\nAnd *when*', createdAt: Date.UTC(2026, 2, 3) },
          { text: '', note: 'On the whole', createdAt: Date.UTC(2026, 2, 4) },
        ],
      },
    ]);
    const { text } = await bringIn(new Blob([writeMarkdown(article)]), article.url ?? '');
    expect(text).toBe(article.text);
  });
});

describe('MHTML', () => {
  const mhtml = (page: string, encoding: string): string =>
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${ADDRESS}`,
      'Subject: The quay is closed',
      'Date: Sat, 7 Mar 2026 09:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----MultipartBoundary--a----"',
      '',
      '',
      '------MultipartBoundary--a----',
      'Content-Type: text/html',
      'Content-ID: <frame-0@mhtml.blink>',
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Location: ${ADDRESS}`,
      '',
      page,
      '------MultipartBoundary--a----',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://img.example/a.png?x=1&y=2',
      '',
      BASE64,
      '',
      '------MultipartBoundary--a------',
      '',
    ].join('\r\n');
  const page = pageOf(
    '',
    '<img src="https://img.example/a.png?x=1&amp;y=2" srcset="https://img.example/b.png 2x" width="800" height="500">',
  );
  const quoted = [...new TextEncoder().encode(page)]
    .map((byte) =>
      byte === 61 || byte > 126
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(.{60}[^=]{3})/g, '$1=\r\n');
  const bytes = btoa(String.fromCharCode(...new TextEncoder().encode(page)));

  it.each([
    ['quoted-printable', quoted],
    ['base64', bytes],
    ['8bit', page],
  ])('in %s is imported with its text and images', async (encoding, body) => {
    const { job, article, text, html } = await bringIn(new Blob([mhtml(body, encoding)]));
    expect(job).toMatchObject({ format: 'savedPage', added: 1, failed: 0 });
    expect(article).toMatchObject({
      url: ADDRESS,
      title: 'The quay is closed',
      savedAt: Date.UTC(2026, 2, 7, 9),
    });
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    expect(html).toContain(PNG);
  });

  it('without a page is reported', async () => {
    const { failures } = await readAll(
      new Blob([mhtml(page, '8bit').replace('text/html\r\nContent-ID', 'text/plain\r\nContent-ID')]),
    );
    expect(failures).toMatchObject([{ why: 'unreadable' }]);
  });
});

describe('any damage ends in records or in an error of the import', () => {
  const PIECES: readonly [string, string, readonly string[]][] = [
    [
      'a page',
      SINGLE_FILE,
      [
        '<style>',
        '</style>',
        '<img src="data:image/png;base64,AA',
        '<img ',
        'var(--sf-img-1)',
        ':root{--sf-img-1:url("data:image/png;base64,AA")}',
        '<!--',
        '"',
        '<base href="',
        'http://[',
      ],
    ],
    [
      'a note',
      `---\nsource: ${ADDRESS}\n`,
      ['---\n', 'tags: [', '&a *a', '- ', '==', '[[', '![](', '`', '> ', '"', "'", '<h1>', '\n', ': '],
    ],
    [
      'MHTML',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n',
      [
        '--b',
        '\r\n',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: base64',
        'Content-Transfer-Encoding: quoted-printable',
        '; charset=x',
        'Content-Location: ',
        '=E',
        'AA=',
        ':',
        ' ',
      ],
    ],
  ];
  it.each(PIECES)('%s', async (_, start, pieces) => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        try {
          await readAll(new Blob([start, parts.join('')]));
        } catch (error) {
          expect(error).toBeInstanceOf(TransferError);
        }
      }),
      { numRuns: LONG ? 500 : 40 },
    );
  });
});
