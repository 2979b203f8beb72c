import { expect, it } from 'vitest';
import { addressOfFile, titleOfFile, writePdfHtml } from '../../../utils/pdf/pdf-article.ts';
import { isPdf, looksLikePdf } from '../../../utils/pdf/pdf-limits.ts';

it.each([
  ['https://paper.example/2026/report.pdf', '', true],
  ['https://paper.example/2026/Report.PDF?download=1#page=2', '', true],
  ['https://paper.example/get?file=report.pdf', '', true],
  ['https://papers.example/pdf/2605.01234', '', true],
  ['https://paper.example/download/12', 'harbour-report.pdf', true],
  ['file:///home/reader/report.pdf', '', true],
  ['https://paper.example/how-pdf-came-about', 'How PDF came about', false],
  ['about:blank', 'x.pdf', false],
])('tells whether %s, called “%s”, is a PDF', (url, title, is) => {
  expect(looksLikePdf(url, title)).toBe(is);
});

it('knows a PDF by its first bytes, whatever it is called', async () => {
  expect(await isPdf(new Blob(['%PDF-1.7\n…']))).toBe(true);
  expect(await isPdf(new Blob(['\u0000\u0000some printers write this first %PDF-1.3']))).toBe(true);
  expect(await isPdf(new Blob(['<!doctype html><title>Log in</title>']))).toBe(false);
});

it('gives a file from the disk an address that names its bytes and no folder', () => {
  const address = addressOfFile('0123456789abcdef0123', 'C:\\Users\\reader/The quay #1.pdf');
  expect(address).toBe('file:///0123456789abcdef/C%3A%20Users%20reader%20The%20quay%20%231.pdf');
  expect(new URL(address).href).toBe(address);
  expect(titleOfFile('The_quay-report+2026.pdf')).toBe('The quay report 2026');
});

it('writes text and pictures, with nothing of the text as markup', () => {
  const text = { title: null, byline: null, publishedAt: null, lang: null };
  const paragraphs = [{ text: '<img src=x onerror=alert(1)>', isHeading: true }];
  const html = writePdfHtml({ ...text, paragraphs }, [
    { source: 'data:image/jpeg;base64,AA', alt: 'Page "1"' },
  ]);
  expect(html).toContain('<h2>&lt;img src=x onerror=alert(1)&gt;</h2>');
  expect(html).toContain('<figure><img src="data:image/jpeg;base64,AA" alt="Page &quot;1&quot;"></figure>');
});
