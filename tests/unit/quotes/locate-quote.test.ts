// @vitest-environment jsdom
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { LiveAnchors } from '../../../utils/quotes/anchoring/live-anchors.ts';
import {
  locateInText,
  locateQuote as locateOnPage,
  locateRange,
} from '../../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../../utils/quotes/anchoring/page-text.ts';

const locateQuote = (root: Node, source: string, quote: { start: number; end: number }): Range | null =>
  locateOnPage(readPageText(root), source, quote);

function page(html: string): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = html;
  return root;
}

/** Where `words` stand in `text` for the `nth` time. */
function at(text: string, words: string, nth = 0): { start: number; end: number } {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

function found(html: string, text: string, words: string, nth = 0): string | null {
  const range = locateQuote(page(html), text, at(text, words, nth));
  return range ? range.toString() : null;
}

const text =
  'The pier stays closed this winter.\n\n“Nobody walks out there until the planks are safe,” said Mara Lindqvist.\n\nThe ferry runs again on Friday.';

it('locating a quote in a page across inline elements', () => {
  const html =
    '<p>The pier stays closed this winter.</p><p>“Nobody <em>walks</em> out <a href="/x">there <b>until</b></a> the planks are safe,” said Mara Lindqvist.</p>';
  expect(found(html, text, 'Nobody walks out there until the planks are safe')).toBe(
    'Nobody walks out there until the planks are safe',
  );
});

it('locating a quote in a page across blocks', () => {
  const long = 'He began: “The boats are in.\n\n“The nets are dry. We wait for the moon,” said Tomas Berg.';
  const html =
    '<p>He began: “The boats are in.</p>\n  <div class="gap"></div>\n<p>“The nets are dry. We wait for the moon,” said Tomas Berg.</p>';
  const range = locateQuote(
    page(html),
    long,
    at(long, 'The boats are in.\n\n“The nets are dry. We wait for the moon'),
  );
  expect(range?.toString().replace(/\s+/g, ' ')).toBe(
    'The boats are in. “The nets are dry. We wait for the moon',
  );
});

it('locating a quote in a page with other white space, no-break spaces and soft hyphens', () => {
  const html =
    '<p>The pier\nstays closed this winter.</p><p>“Nobody\u00A0walks out\n   there un\u00ADtil the planks\u200B are safe,” said Mara Lindqvist.</p>';
  expect(found(html, text, 'Nobody walks out there until the planks are safe')).toContain(
    'Nobody\u00A0walks',
  );
});

it('locating a quote in a page with straight marks where the article had curly ones', () => {
  const source = 'She said: “It’s the town’s pier — and it’s closed.” Then she left the hall.';
  const html = "<p>She said: \"It's the town's pier - and it's closed.\" Then she left the hall.</p>";
  expect(found(html, source, 'It’s the town’s pier — and it’s closed.')).toBe(
    "It's the town's pier - and it's closed.",
  );
});

it('locating a quote in a page with changed words all over it, as long as its beginning and end stand', () => {
  const source =
    'She said: “Nobody walks out there until the planks are safe and the lamps are lit again, and that will take us until spring,” and left.';
  const quote =
    'Nobody walks out there until the planks are safe and the lamps are lit again, and that will take us until spring,';
  const now =
    'Nobody goes out there before the planks are safe and all the lamps are lit again, and this will take us until spring,';
  expect(found(`<p>She said: “${now}” and left.</p>`, source, quote)).toBe(now);
  // Not where another sentence stands that only begins and ends like it.
  const other =
    'Nobody walks out of a meeting of this council without a vote, whoever shouts at whom, and least of all in spring,';
  expect(found(`<p>She said: “${other}” and left.</p>`, source, quote)).toBeNull();
});

it('locating a quote in a page takes the one of two that has the right neighbours', () => {
  const twice =
    'In spring she said “We will open it again” and nobody believed her.\n\nIn autumn he said “We will open it again” to loud applause.';
  const html =
    '<p id="a">In spring she said “We will open it again” and nobody believed her.</p><p id="b">In autumn he said “We will open it again” to loud applause.</p>';
  const root = page(html);
  const first = locateQuote(root, twice, at(twice, 'We will open it again', 0));
  const second = locateQuote(root, twice, at(twice, 'We will open it again', 1));
  expect(first?.startContainer.parentElement?.id).toBe('a');
  expect(second?.startContainer.parentElement?.id).toBe('b');
});

it('locating a quote in a page passes over the copy in a teaser', () => {
  const html =
    '<aside><a>More: “Nobody walks out there until the planks are safe”</a></aside><p>The pier stays closed this winter.</p><p id="body">“Nobody walks out there until the planks are safe,” said Mara Lindqvist.</p>';
  const range = locateQuote(page(html), text, at(text, 'Nobody walks out there until the planks are safe'));
  expect(range?.startContainer.parentElement?.id).toBe('body');
});

it('locating a quote in a page forgives a few changed words in the middle', () => {
  const html =
    '<p>The pier stays closed this winter.</p><p>“Nobody walks out there till the planks are safe,” said Mara Lindqvist.</p>';
  expect(found(html, text, 'Nobody walks out there until the planks are safe')).toBe(null);
  const longer =
    'She said: “Nobody in this town walks out there until the planks are safe and every nail has been looked at twice,” and left.';
  const changed =
    '<p>She said: “Nobody in this town walks out there until all planks are safe and every nail has been looked at twice,” and left.</p>';
  expect(
    found(
      changed,
      longer,
      'Nobody in this town walks out there until the planks are safe and every nail has been looked at twice',
    ),
  ).toContain('all planks');
});

it('locating a quote in a page finds nothing rather than a lookalike', () => {
  expect(
    found('<p>Something else altogether.</p>', text, 'Nobody walks out there until the planks are safe'),
  ).toBe(null);
  const short = 'He was “deeply worried” by the call with the harbour office.';
  expect(found('<p>The cook said he was not deeply worried.</p>', short, 'deeply worried')).toBe(null);
  expect(found('<p>a</p><p>deeply worried</p><p>deeply worried</p>', short, 'deeply worried')).toBe(null);
});

it('locating a quote in a page does not look into scripts, styles or hidden elements', () => {
  const body = '“Nobody walks out there until the planks are safe,” said Mara Lindqvist.';
  for (const html of [
    `<script>${body}</script>`,
    `<style>${body}</style>`,
    `<p hidden>${body}</p>`,
    `<p style="color:red; display : none">${body}</p>`,
    `<template>${body}</template>`,
  ]) {
    expect(found(html, text, 'Nobody walks out there until the planks are safe')).toBe(null);
  }
});

it('locating a quote in a page takes empty pages, empty quotes and offsets outside the text', () => {
  expect(locateQuote(page(''), text, { start: 40, end: 60 })).toBe(null);
  expect(locateQuote(page('<p>x</p>'), text, { start: 5, end: 5 })).toBe(null);
  expect(locateQuote(page('<p>x</p>'), text, { start: 900, end: 990 })).toBe(null);
  expect(
    locateQuote(document.createTextNode('lone words'), 'lone words', { start: 0, end: 4 })?.toString(),
  ).toBe('lone');
});

const FIRST = 'The ferry left Brannvik at dawn with forty crates of herring and one passenger.';
const SECOND = 'Nobody on the quay had been told who the passenger was, or where the crates would go.';
const ARTICLE = `${FIRST}\n\n${SECOND}`;

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
  const place = locateRange(readPageText(root), ARTICLE, range);
  return place && ARTICLE.slice(place.start, place.end);
}

it('the place of a selection in the text finds selected words in the text, over elements and paragraphs', () => {
  const html = `<p>${FIRST.replace('Brannvik', '<a href="#">Brannvik</a>')}</p><p>${SECOND}</p>`;
  expect(selectFrom(html, 'left', 'dawn')).toBe('left Brannvik at dawn');
  expect(selectFrom(html, 'one passenger', 'quay')).toBe('one passenger.\n\nNobody on the quay');
});

it('the place of a selection in the text tells the same words apart by what is around them, however short', () => {
  const html = `<p>${FIRST}</p><p>${SECOND}</p>`;
  expect(selectFrom(html, 'passenger was', 'passenger was')).toBe('passenger was');
  expect(selectFrom(html, 'e f', 'f')).toBe('e f');
});

it('the place of a selection in the text goes over a box that the page has between two paragraphs', () => {
  const box = '<aside>Read this next: a summer on the herring boats</aside>';
  const html = `<p>${FIRST}</p>${box}<p>${SECOND}</p>`;
  expect(selectFrom(html, 'ferry left', 'would go')).toBe(ARTICLE.slice(4, -1));
});

it('the place of a selection in the text is nowhere for what the text does not have', () => {
  const html = `<p>${FIRST}</p><figcaption>The quay in May, from the lighthouse above the old town</figcaption>`;
  expect(selectFrom(html, 'quay in', 'town')).toBeNull();
});

const REPEATED = 'Rain fell. “No.” The tide came in. “No.” It went out again.';
const place = (start: number, text = 'No.') => ({ start, end: start + text.length, text });

it('the offsets of a stored quote takes the offsets where the words stand there', () => {
  const second = REPEATED.lastIndexOf('No.');
  expect(locateInText(REPEATED, place(second))).toEqual({ start: second, end: second + 3 });
});

it('the offsets of a stored quote takes the nearest place of the same words where the text was read again', () => {
  const second = REPEATED.lastIndexOf('No.');
  expect(locateInText(REPEATED, place(second + 6))?.start).toBe(second);
  expect(locateInText(REPEATED, place(0))?.start).toBe(REPEATED.indexOf('No.'));
});

it('the offsets of a stored quote knows words that are gone', () => {
  expect(locateInText(REPEATED, place(0, 'Yes.'))).toBeNull();
  expect(locateInText(REPEATED, place(4, ''))).toBeNull();
});

describe('a live page', () => {
  const text =
    'The pier stays closed this winter.\n\n“Nobody walks out there until the planks are safe,” said Mara Lindqvist.\n\n“We wait for the moon and for the tide,” said Tomas Berg.\n\nThe ferry runs again on Friday.';
  const paragraphs = text.split('\n\n');

  function quote(words: string): { start: number; end: number } {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  }

  const NOBODY = quote('Nobody walks out there until the planks are safe');
  const MOON = quote('We wait for the moon and for the tide');

  let root: HTMLElement;
  let anchors: LiveAnchors;

  beforeEach(() => {
    vi.restoreAllMocks();
    document.body.innerHTML = `<nav>Home</nav><main>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</main>`;
    root = document.querySelector('main') ?? document.body;
    anchors = new LiveAnchors();
  });

  function locate(words: { start: number; end: number }): string | undefined {
    return anchors.locate([root, document.body], text, words)?.toString();
  }

  test('all quotes of a page that stays as it is share one reading', () => {
    // A reading is watched from when it was made.
    const watch = vi.spyOn(MutationObserver.prototype, 'observe');
    for (let i = 0; i < 20; i++) {
      expect(locate(NOBODY)).toBe('Nobody walks out there until the planks are safe');
      expect(locate(MOON)).toBe('We wait for the moon and for the tide');
    }
    expect(watch).toHaveBeenCalledTimes(1);
  });

  test('a quote is found where it stands after the page has changed, at once and later', async () => {
    expect(locate(MOON)).toBeDefined();
    const advert = document.createElement('aside');
    advert.textContent = 'We wait for the moon, the shop of the same name, opens today.';
    root.prepend(advert);
    expect(locate(MOON)).toBe('We wait for the moon and for the tide');
    const [, first] = root.querySelectorAll('p');
    first?.replaceChildren(
      '“Nobody walks ',
      document.createElement('b'),
      'out there until the planks are safe,” said Lindqvist.',
    );
    await Promise.resolve();
    expect(locate(NOBODY)).toBe('Nobody walks out there until the planks are safe');
    const range = anchors.locate([root], text, MOON);
    expect(range?.startContainer.parentElement?.tagName).toBe('P');
  });

  test('a quote that was taken away is not found, and found again when it is back', () => {
    const paragraph = root.querySelectorAll('p')[2];
    expect(locate(MOON)).toBeDefined();
    paragraph?.remove();
    expect(locate(MOON)).toBeUndefined();
    root.append(paragraph ?? '');
    expect(locate(MOON)).toBe('We wait for the moon and for the tide');
  });

  test('a quote that was hidden is not found', () => {
    expect(locate(MOON)).toBeDefined();
    root.querySelectorAll('p')[2]?.setAttribute('hidden', '');
    expect(locate(MOON)).toBeUndefined();
  });

  test('looks in the whole page when the article was moved elsewhere', () => {
    expect(locate(MOON)).toBeDefined();
    const moved = document.createElement('section');
    moved.append(...root.children);
    root.remove();
    document.body.append(moved);
    expect(locate(MOON)).toBe('We wait for the moon and for the tide');
  });
});
