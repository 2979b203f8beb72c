import { expect, it } from 'vitest';
import { localFileAddress, pdfToHtml, titleFromFileName } from '../../../utils/pdf/pdf-article.ts';
import { isPdf, looksLikePdf } from '../../../utils/pdf/pdf-limits.ts';
import type { PdfRun } from '../../../utils/pdf/pdf-page.ts';
import { readPdfText } from '../../../utils/pdf/read-pdf-text.ts';
import { itLong } from '../../long.ts';
import { expectWithin } from '../growth.ts';
import { makeColumn, makePage, makeRun } from './make-pages.ts';

it.each([
  ['https://paper.example/2026/report.pdf', '', true],
  ['https://paper.example/2026/Report.PDF?download=1#page=2', '', true],
  ['https://paper.example/get?file=report.pdf', '', true],
  ['https://papers.example/pdf/2605.01234', '', true],
  ['https://paper.example/download/12', 'harbour-report.pdf', true],
  ['file:///home/reader/report.pdf', '', true],
  ['https://paper.example/how-pdf-came-about', 'How PDF came about', false],
  ['about:blank', 'x.pdf', false],
])('tells whether %s, called “%s”, is a PDF', (url, title, is) => expect(looksLikePdf(url, title)).toBe(is));

it('knows a PDF by its first bytes, whatever it is called', async () => {
  expect(await isPdf(new Blob(['%PDF-1.7\n…']))).toBe(true);
  expect(await isPdf(new Blob(['\u0000\u0000some printers write this first %PDF-1.3']))).toBe(true);
  expect(await isPdf(new Blob(['<!doctype html><title>Log in</title>']))).toBe(false);
});

it('gives a file from the disk an address that names its bytes and no folder', () => {
  const address = localFileAddress('0123456789abcdef0123', 'C:\\Users\\reader/The quay #1.pdf');
  expect(address).toBe('file:///0123456789abcdef/C%3A%20Users%20reader%20The%20quay%20%231.pdf');
  expect(new URL(address).href).toBe(address);
  expect(titleFromFileName('The_quay-report+2026.pdf')).toBe('The quay report 2026');
});

it('writes text and pictures, with nothing of the text as markup', () => {
  const text = { title: null, byline: null, publishedAt: null, lang: null };
  const paragraphs = [{ text: '<img src=x onerror=alert(1)>', isHeading: true }];
  const html = pdfToHtml({ ...text, paragraphs }, [{ source: 'data:image/jpeg;base64,AA', alt: 'Page "1"' }]);
  expect(html).toContain('<h2>&lt;img src=x onerror=alert(1)&gt;</h2>');
  expect(html).toContain('<figure><img src="data:image/jpeg;base64,AA" alt="Page &quot;1&quot;"></figure>');
});

const NOTHING = { title: null, author: null, createdAt: null };

const LEFT = [
  'The ferry to the outer island will sail again',
  'in May, the harbour office said on Tuesday,',
  'after a winter in which it lay in the break-',
  'water with a broken shaft and no crew at all.',
  'Islanders had to hire fishing boats instead,',
];
const RIGHT = [
  'which cost them more than the ferry ever did.',
  '“We counted every crossing,” said Mira Holtby,',
  'who runs the only shop on the island. She had',
  'her flour brought over in a rowing boat twice.',
  'The first boat leaves on the second of May.',
];

const textOf = (pages: readonly PdfRun[][], stated = NOTHING): string[] =>
  readPdfText(pages.map(makePage), stated)?.paragraphs.map(({ text }) => text) ?? [];

it('the text of a PDF reads columns one after the other, whatever order the file has them in, under a headline across both', () => {
  const rows = LEFT.flatMap((line, at) => [
    makeRun(line, 50, 200 + at * 14),
    makeRun(RIGHT[at] ?? '', 320, 200 + at * 14),
  ]);
  const headline = makeRun('The ferry sails to the outer island again', 50, 120, 24);
  const [text = '', ...more] = textOf([[...rows.reverse(), headline]]);
  expect(more).toEqual([]);
  expect(text).toMatch(/^The ferry to the outer island/);
  expect(text).toContain('lay in the breakwater with a broken shaft');
  expect(text).toContain('hire fishing boats instead, which cost them more');
});

it('the text of a PDF reads columns from the right where the writing runs so', () => {
  const right = [
    'تعود العبارة إلى الجزيرة الخارجية',
    'في مايو كما قال مكتب المرفأ',
    'بعد شتاء طويل بلا طاقم',
  ];
  const left = [
    'واستأجر سكان الجزيرة قوارب الصيد',
    'وكلفتهم أكثر من العبارة نفسها',
    'ويبحر القارب الأول في مايو',
  ];
  const [text = ''] = textOf([[...makeColumn(left, 50, 200), ...makeColumn(right, 320, 200)]]);
  expect(text.indexOf('تعود العبارة')).toBeLessThan(text.indexOf('واستأجر سكان'));
});

it('the text of a PDF leaves out running heads and feet and page numbers, and nothing that stands once', () => {
  const pages = [1, 2, 3].map((number) => [
    makeRun(`The Harbour Courier ${number} May 2026`, 50, 30, 8),
    ...(number === 2 ? [makeRun('A line at the top that stands once.', 50, 60)] : []),
    ...makeColumn(number === 1 ? LEFT : RIGHT, 50, 300),
    makeRun(`– ${number} –`, 290, 820, 8),
  ]);
  const text = textOf(pages).join('\n');
  expect(text).not.toContain('Harbour Courier');
  expect(text).not.toMatch(/– \d –/);
  expect(text).toContain('A line at the top that stands once.');
  expect(text).toContain('The first boat leaves on the second of May.');
});

it('the text of a PDF leaves out what browsers print in the margins, also of a single page, however long the address is', () => {
  const address = `https://courier.example/2026/05/12/${'the-ferry-sails-again-'.repeat(8)}`;
  const printed = (number: number, of: number) => [
    makeRun('12/05/2026, 14:33', 30, 22, 8),
    makeRun('The ferry sails to the outer island again | The Harbour Courier', 200, 22, 8),
    ...makeColumn(number % 2 === 0 ? RIGHT : LEFT, 50, 300),
    makeRun(address, 30, 826, 3),
    makeRun(`${number}/${of}`, 560, 826, 8),
  ];
  for (const pages of [[printed(1, 1)], [printed(1, 3), printed(2, 3), printed(3, 3)]]) {
    const text = textOf(pages).join('\n');
    expect(text).not.toMatch(/courier\.example|14:33|Harbour Courier|\d\/\d/);
    expect(text).toContain('The ferry to the outer island will sail again');
  }
});

it('the text of a PDF leaves out running heads that name each page’s own section, and no first lines of the text', () => {
  const sections = ['Tides', 'Gulls and other neighbours', 'Letters from the quay'];
  const pages = sections.map((section, at) => [
    makeRun(section, 50, 40, 8),
    makeRun(`Line ${'abc'[at]} that begins its page, and goes on in the next one`, 50, 80),
    ...makeColumn(at === 1 ? RIGHT : LEFT, 50, 94),
  ]);
  const text = textOf(pages).join('\n');
  for (const section of sections) expect(text).not.toContain(section);
  for (const letter of 'abc') expect(text).toContain(`Line ${letter} that begins`);
});

it('the text of a PDF keeps the address that ends a list of sources', () => {
  const sources = makeColumn([...LEFT, 'https://tides.example/2026/05'], 50, 720);
  expect(textOf([sources]).join(' ')).toContain('https://tides.example/2026/05');
});

it('the text of a PDF joins a paragraph over the end of a page, and begins one where it is set in or parted', () => {
  const first = [
    'The board met on Monday and heard the keepers',
    'of the lock, who want their old gates back and',
  ];
  const second = ['say so every year.', 'Nothing came of it.'];
  const text = textOf([
    makeColumn(first, 50, 700),
    [...makeColumn(second, 50, 60), makeRun('A paragraph that stands by itself after a gap.', 50, 140)],
  ]);
  expect(text[0]).toContain('their old gates back and say so every year.');
  expect(text.at(-1)).toBe('A paragraph that stands by itself after a gap.');
  const indented = [
    makeRun('An indented line begins the second paragraph', 62, 228),
    makeRun('and goes on below it.', 50, 242),
  ];
  expect(textOf([[...makeColumn(first, 50, 200), ...indented]])).toHaveLength(2);
});

it('the text of a PDF keeps the hyphen of words that have one, and drops that of broken words', () => {
  const lines = [
    'The well-known yard is closed, and the well-',
    'known owner left the harbour of the Anglo-',
    'Saxon kings for the break-',
    'water.',
  ];
  const [text = ''] = textOf([makeColumn(lines, 50, 200)]);
  expect(text).toBe(
    'The well-known yard is closed, and the well-known owner left the harbour of the Anglo-Saxon kings for the breakwater.',
  );
});

it('the text of a PDF knows headline, author and date by what is printed, before what programs say of the file', () => {
  const page = [
    makeRun('The ferry sails to the', 50, 100, 26),
    makeRun('outer island again', 50, 130, 26),
    makeRun('By Ada Quillfeather', 50, 160),
    makeRun('12 May 2026', 50, 176),
    ...makeColumn([...LEFT, ...RIGHT], 50, 240),
  ];
  const stated = { title: 'ferry-0512.indd', author: 'layout3', createdAt: "D:20260511221500+02'00'" };
  expect(readPdfText([makePage(page)], stated)).toMatchObject({
    title: 'The ferry sails to the outer island again',
    byline: 'Ada Quillfeather',
    publishedAt: '2026-05-12',
    lang: 'en',
  });
});

it('the text of a PDF takes what the file says where nothing is printed', () => {
  const stated = {
    title: 'A winter without the ferry',
    author: 'Ada Quillfeather',
    createdAt: 'D:20260511',
  };
  expect(readPdfText([makePage(makeColumn([...LEFT, ...RIGHT], 50, 240))], stated)).toMatchObject({
    title: 'A winter without the ferry',
    byline: 'Ada Quillfeather',
    publishedAt: '2026-05-11',
  });
});

it('the text of a PDF tells pages without text', () =>
  expect(readPdfText([makePage([]), makePage([makeRun('Scan 0042', 20, 20)])], NOTHING)).toBeNull());

itLong('the text of a PDF is done in time with a page of very many runs', async () => {
  const runs = Array.from({ length: 30_000 }, (_, at) =>
    makeRun('word', (at * 37) % 560, (at * 91) % 800, 6 + (at % 7)),
  );
  await expectWithin(5000, () => readPdfText([makePage(runs)], NOTHING));
});
