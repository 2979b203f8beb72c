// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { placeOfRange } from '../../../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../../../utils/quotes/anchoring/page-text.ts';

const FIRST = 'The ferry left Brannvik at dawn with forty crates of herring and one passenger.';
const SECOND = 'Nobody on the quay had been told who the passenger was, or where the crates would go.';
const TEXT = `${FIRST}\n\n${SECOND}`;

/** The words of the text that are selected from one piece of the page to another. */
function selectFrom(html: string, from: string, to: string): string | null {
  const root = document.createElement('article');
  root.innerHTML = html;
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
  const first = nodes.find(({ data }) => data.includes(from));
  const last = nodes.findLast(({ data }) => data.includes(to));
  if (first === undefined || last === undefined) throw new Error('not in the page');
  range.setStart(first, first.data.indexOf(from));
  range.setEnd(last, last.data.indexOf(to) + to.length);
  const place = placeOfRange(readPageText(root), TEXT, range);
  return place && TEXT.slice(place.start, place.end);
}

it('finds selected words in the text, over elements and paragraphs', () => {
  const html = `<p>${FIRST.replace('Brannvik', '<a href="#">Brannvik</a>')}</p><p>${SECOND}</p>`;
  expect(selectFrom(html, 'left', 'dawn')).toBe('left Brannvik at dawn');
  expect(selectFrom(html, 'one passenger', 'quay')).toBe('one passenger.\n\nNobody on the quay');
});

it('tells the same words apart by what is around them, however short', () => {
  const html = `<p>${FIRST}</p><p>${SECOND}</p>`;
  expect(selectFrom(html, 'passenger was', 'passenger was')).toBe('passenger was');
  expect(selectFrom(html, 'e f', 'f')).toBe('e f');
});

it('goes over a box that the page has between two paragraphs', () => {
  const box = '<aside>Read this next: a summer on the herring boats</aside>';
  const html = `<p>${FIRST}</p>${box}<p>${SECOND}</p>`;
  expect(selectFrom(html, 'ferry left', 'would go')).toBe(TEXT.slice(4, -1));
});

it('is nowhere for what the text does not have', () => {
  const html = `<p>${FIRST}</p><figcaption>The quay in May, from the lighthouse above the old town</figcaption>`;
  expect(selectFrom(html, 'quay in', 'town')).toBeNull();
});
