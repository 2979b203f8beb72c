// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mustStayInSteps } from '../../../../utils/clutter/find/page-guard.ts';
import {
  fingerprintInSteps,
  hashAddress,
  hashBlockNames,
  hashBlockText,
} from '../../../../utils/clutter/memory/block-fingerprint.ts';
import {
  countRepeats,
  EMPTY_MEMORY,
  knownNames,
  readMemory,
  remember,
  type SiteMemory,
} from '../../../../utils/clutter/memory/site-memory.ts';
import { runAtOnce } from '../../../../utils/page/in-slices.ts';

const SENTENCE =
  'The harbour board met until after midnight and came to no decision that anybody could repeat';
const BOX =
  '<aside class="tide-letter"><h3>The tide in your inbox</h3><p>Seven lines at seven o’clock.</p></aside>';
const story = (n: number) =>
  `<main><article><h1>Harbour board meets for the ${n}th time</h1>${[1, 2, 3]
    .map((i) => `<p>${SENTENCE}, wrote the clerk in minute ${n}.${i} of the book.</p>`)
    .join('')}<p>${SENTENCE}, as it says each time in the same words.</p></article></main>`;

function page(n: number, more = BOX) {
  document.title = `Harbour board meets for the ${n}th time`;
  document.body.innerHTML = story(n) + more;
  const hidden = [...document.querySelectorAll('aside')];
  const kept = [...document.querySelectorAll('article p')];
  return runAtOnce(
    fingerprintInSteps(
      document,
      `https://paper.example/${n}`,
      runAtOnce(mustStayInSteps(document, kept)),
      hidden,
    ),
  );
}
const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(selector);
  return element;
};

it('counts a block on the pages it was on, and a page once', () => {
  let memory = remember(EMPTY_MEMORY, page(1));
  memory = remember(memory, page(1));
  const second = page(2);
  const box = hashBlockText(find('aside'));
  expect(countRepeats(memory, second.page)(box)).toBe(1);
  memory = remember(memory, second);
  memory = remember(memory, page(3));
  expect(countRepeats(memory, hashAddress('https://paper.example/4'))(box)).toBe(3);
  // On a page that was counted, the others count.
  expect(countRepeats(memory, hashAddress('https://paper.example/3/?from=mail#top'))(box)).toBe(2);
});

it('remembers nothing of the article, also where its words repeat', () => {
  const [first, second] = [page(1), page(2)];
  const memory = remember(remember(EMPTY_MEMORY, first), second);
  const repeats = countRepeats(memory, 0);
  for (const paragraph of document.querySelectorAll('article p, h1')) {
    expect(repeats(hashBlockText(paragraph))).toBe(0);
  }
  expect(JSON.stringify(memory)).toMatch(/^[\d[\]{},:"a-z-]+$/);
});

it('knows names after two pages, and disbelieves them for good once they stand on something else', () => {
  let memory = remember(EMPTY_MEMORY, page(1));
  expect(knownNames(memory).size).toBe(0);
  memory = remember(memory, page(2));
  const names = hashBlockNames(find('aside'));
  expect(knownNames(memory)).toEqual(new Set([names]));
  document.body.innerHTML = story(3) + BOX + BOX.replace('tide in your inbox', 'town council');
  const [hidden] = document.querySelectorAll('aside');
  const mixed = runAtOnce(
    fingerprintInSteps(
      document,
      'https://paper.example/3',
      runAtOnce(mustStayInSteps(document, [])),
      hidden === undefined ? [] : [hidden],
    ),
  );
  memory = remember(memory, mixed);
  expect(knownNames(memory).size).toBe(0);
  for (let n = 4; n < 9; n++) memory = remember(memory, page(n));
  expect(knownNames(memory).size).toBe(0);
});

it('stays small, keeps what it met often, and reads what it wrote', () => {
  const often = [1, 2, 3];
  let memory: SiteMemory = EMPTY_MEMORY;
  for (let n = 0; n < 100; n++) {
    const blocks = [...often, ...Array.from({ length: 250 }, (_, i) => 1000 + n * 250 + i)];
    memory = remember(memory, { page: n, blocks, hidden: blocks, shown: [] });
    expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  }
  expect(JSON.stringify(memory).length).toBeLessThan(15_000);
  expect(countRepeats(memory, -1)(2)).toBe(100);
});

it('takes damaged memory for none', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const memory = readMemory(value);
      expect(readMemory(memory)).toEqual(memory);
    }),
  );
  expect(readMemory({ pages: ['https://paper.example'], blocks: [], names: [] })).toEqual(EMPTY_MEMORY);
});
