// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { markQuotes } from '../../../../components/reader/ReaderBody.tsx';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { sampleQuote } from '../gallery/samples.ts';

const HUES = {
  ofVoice: [1],
  ofQuote: new Map([
    [0, 1],
    [1, 1],
  ]),
};

function place(html: string, text: string, words: readonly string[]) {
  const root = document.createElement('div');
  root.innerHTML = html;
  const before = root.textContent;
  const quotes: Quote[] = words.map((quoted) => sampleQuote({ text: quoted, start: text.indexOf(quoted) }));
  const pieces = markQuotes(root, text, quotes, HUES);
  // Marking adds elements and changes no word.
  expect(root.textContent).toBe(before);
  return { root, pieces };
}

const wordsOf = (pieces: Map<number, HTMLElement[]>, index: number): string =>
  (pieces.get(index) ?? []).map((piece) => piece.textContent).join('|');

it('wraps the words of a quote and nothing else', () => {
  const text =
    'She looked up. “The ice came six weeks early,” she said, and “nobody was surprised by it at all”.';
  const { root, pieces } = place(`<p>${text}</p>`, text, [
    'The ice came six weeks early,',
    'nobody was surprised by it at all',
  ]);
  expect(wordsOf(pieces, 0)).toBe('The ice came six weeks early,');
  expect(wordsOf(pieces, 1)).toBe('nobody was surprised by it at all');
  expect(root.querySelectorAll('.quoted')).toHaveLength(2);
});

it('wraps a quote that runs through other elements, piece by piece', () => {
  const text = 'He said: “We asked for a second tug in March, and were told to ask again”, and left.';
  const html =
    '<p>He said: “We asked for a <em>second</em> tug in <a href="#m">March, and</a> were told to ask again”, and left.</p>';
  const { root, pieces } = place(html, text, [
    'We asked for a second tug in March, and were told to ask again',
  ]);
  expect(wordsOf(pieces, 0)).toBe('We asked for a |second| tug in |March, and| were told to ask again');
  expect(root.querySelector('a')?.getAttribute('href')).toBe('#m');
});

it('wraps a quote over two paragraphs', () => {
  const text =
    '“The harbour is closed to us this winter.\n\n“And to everybody else on these islands too,” she said.';
  const html = text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  const words = 'The harbour is closed to us this winter.\n\n“And to everybody else on these islands too,';
  const { pieces } = place(html, text, [words]);
  expect(wordsOf(pieces, 0)).toBe(
    'The harbour is closed to us this winter.|“And to everybody else on these islands too,',
  );
});

it('leaves out a quote that the body does not have', () => {
  const text = 'Nothing like it. “These words stand in another edition of this page.”';
  const { pieces } = place('<p>Something else altogether.</p>', text, [
    'These words stand in another edition of this page.',
  ]);
  expect(pieces.size).toBe(0);
});
