// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { cutTail } from '../../../utils/article/body/cut-tail.ts';
import { isPreview } from '../../../utils/article/body/is-preview.ts';
import { chooseMainPart } from '../../../utils/article/body/main-part.ts';
import { findNoteLinks } from '../../../utils/article/body/note-links.ts';
import { type BlockModel, readBlocks } from '../../../utils/article/body/read-blocks.ts';
import { weighBoxes } from '../../../utils/article/body/weigh-boxes.ts';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { judgePage } from '../../../utils/article/judge/judge-page.ts';
import { readMetadata } from '../../../utils/article/metadata/read-metadata.ts';
import { allPhrases } from '../../../utils/article/site-phrases.ts';
import { captureDom } from '../../../utils/page/dom-realm.ts';
import { runAtOnce, type Steps } from '../../../utils/page/in-slices.ts';
import { AWKWARD_UNITS } from '../growth.ts';
import { addElement as add, measurePage, measurePages, WORDY_UNITS } from '../page-growth.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

/** Characters of a page's one long part; elements of a page that is made of them. */
const SIZE = 10_000;
const ELEMENTS = 700;

const read = (page: Document): void => {
  judgePage(page, ARTICLE_URL);
  extractArticle(page, ARTICLE_URL);
};

const bodyOf = (page: Document): Element => page.querySelector('.article-body') ?? page.body;

/** Where a page's author can put any text. */
const PLACES: Record<string, (page: Document, text: string) => void> = {
  'the head': ({ head }, text) => {
    add(head, 'title', {}, text);
    for (const key of ['og:title', 'og:description', 'og:site_name', 'og:image', 'og:locale'])
      add(head, 'meta', { property: key, content: text });
    for (const key of ['author', 'parsely-author', 'date', 'keywords', 'twitter:label1', text])
      add(head, 'meta', { name: key, content: text });
    add(head, 'link', { rel: 'canonical', href: `/${text}` });
  },
  'its data': ({ head }, text) => {
    const person = { '@type': 'Person', name: text };
    const data = {
      '@type': 'NewsArticle',
      headline: text,
      author: [person, text],
      url: `${text}\nx`,
      datePublished: text,
      articleBody: `<p>${text}`,
      image: text,
      publisher: person,
    };
    add(head, 'script', { type: 'application/ld+json' }, JSON.stringify(data));
    add(head, 'script', { type: 'application/ld+json' }, `${text}x`);
    add(head, 'script', { type: 'application/ld+json' }, `${JSON.stringify(data)}-->${text}x`);
  },
  'its prose': (page, text) => {
    add(bodyOf(page), 'p', {}, text);
    add(bodyOf(page), 'p', {}, `${text}x`);
    add(bodyOf(page), 'pre', {}, `${text}x`);
    add(bodyOf(page), 'h2', {}, text);
    add(bodyOf(page), 'figcaption', {}, text);
    add(bodyOf(page).parentElement, 'h1', {}, text);
  },
  attributes: (page, text) => {
    const figure = add(bodyOf(page), 'figure');
    add(figure, 'img', { src: '/a.png', alt: text, srcset: text });
    add(figure, 'img', { src: text, 'data-src': text });
    add(figure, 'img', { srcset: `${text}x` });
    const line = add(bodyOf(page), 'p', { class: text, id: text, style: text, lang: text, role: text });
    add(line, 'a', { href: `/${text}`, title: text }, 'a link');
    add(line, 'a', { href: `#${text}` }, '1');
    add(line, 'time', { datetime: text }, 'today');
    add(bodyOf(page), 'iframe', { src: text, title: text });
  },
  'what is not shown': (page, text) => {
    add(bodyOf(page), 'img', { src: 'data:,' });
    add(bodyOf(page), 'noscript', {}, text);
    add(page.body, 'textarea', {}, `<p>${text}`);
    add(page.body, 'script', { type: 'text/template' }, `<p>${text}`);
  },
};

/** One element after the other, or one within the other. */
const row = (tag: string, text = ''): ((page: Document, count: number) => void) => {
  return (page, count) => {
    for (let i = 0; i < count; i++) add(bodyOf(page), tag, {}, text);
  };
};
const nest = (...tags: string[]): ((page: Document, count: number) => void) => {
  return (page, count) => {
    let at = bodyOf(page);
    for (let i = 0; i < count; i++) at = add(at, tags[i % tags.length] ?? 'div');
    at.append('The ferry sails at nine, and not before.');
  };
};

const SHAPES: Record<string, (page: Document, count: number) => void> = {
  'line breaks': (page, count) => {
    const line = add(bodyOf(page), 'p', {}, 'The ferry sails.');
    for (let i = 0; i < 4 * count; i++) add(line, 'br');
    line.append('At nine.');
  },
  'line breaks and text': (page, count) => {
    const line = add(bodyOf(page), 'p');
    for (let i = 0; i < count; i++) line.append(`At ${i}. `, add(null, 'br'));
  },
  'bold words': row('b', 'word '),
  'bold in bold': nest('b'),
  'links in bold': nest('b', 'i', 'span'),
  'boxes in boxes': nest('div'),
  'quotations in quotations': nest('blockquote'),
  'lists in lists': nest('ul', 'li'),
  'figures in figures': nest('figure'),
  'components in components': nest('x-box'),
  paragraphs: row('p', 'The ferry to Lumholm left twenty minutes late on Tuesday, said nobody at all.'),
  'paragraphs in bold': (page, count) => {
    let at = bodyOf(page);
    for (let i = 0; i < count; i++) at = add(at, i % 8 === 0 ? 'p' : 'b', {}, 'Late. ');
  },
  headlines: row('h1', 'Ferry leaves late once more'),
  'headings in figures': (page, count) => {
    let at = bodyOf(page);
    for (let i = 0; i < count; i++) {
      at = add(at, 'figure');
      add(at, 'h3', {}, 'A slide');
    }
  },
  'text between boxes': (page, count) => {
    let at = bodyOf(page);
    for (let i = 0; i < count; i++) {
      at = add(at, 'div', {}, 'The ferry sails. ');
      at.append('At nine: ');
    }
  },
  pictures: (page, count) => {
    const picture = add(bodyOf(page), 'picture');
    for (let i = 0; i < count / 4; i++) {
      add(picture, 'source', { srcset: '/a.png 100w' });
      add(picture, 'img', { src: 'data:,', 'data-srcset': '/a.png 1x,/b.png 2x' });
    }
  },
  'authors as metas': ({ head }, count) => {
    for (let i = 0; i < count; i++) add(head, 'meta', { name: 'author', content: `Mara ${letters(i)}` });
  },
  'titles as metas': ({ head }, count) => {
    for (let i = 0; i < count; i++)
      add(head, 'meta', { property: 'og:title', content: `Late ${letters(i)}` });
  },
  'authors as data': ({ head }, count) => {
    const author = Array.from({ length: count * 4 }, (_, i) => ({
      '@type': 'Person',
      name: `Mara ${letters(i)}`,
    }));
    const data = { '@type': 'NewsArticle', author, image: author.map(({ name }) => name) };
    add(head, 'script', { type: 'application/ld+json' }, JSON.stringify(data));
  },
  'blocks of data': ({ head }, count) => {
    for (let i = 0; i < count; i++)
      add(head, 'script', { type: 'application/ld+json' }, '{"@type":"NewsArticle","author":"Mara Reed"}');
  },
  'data in data': ({ head }, count) => {
    add(head, 'script', { type: 'application/ld+json' }, `${'[{"a":'.repeat(count)}1${'}]'.repeat(count)}`);
  },
  'notes in one box': (page, count) => {
    const notes = add(page.body, 'div');
    for (let i = 0; i < count / 4; i++) {
      add(add(bodyOf(page), 'p', {}, 'Late again.'), 'a', { href: `#n${i}` }, String(i % 100));
      add(notes, 'span', { id: `n${i}` }, 'See the log.');
    }
  },
  'links to pages': (page, count) => {
    for (let i = 0; i < count; i++) add(bodyOf(page), 'a', { href: `?page=${i % 60}` }, String(i % 60));
  },
  'names of authors': (page, count) => {
    const line = add(bodyOf(page).parentElement, 'div', { class: 'byline' });
    for (let i = 0; i < count; i++) add(line, 'span', { class: 'author' }, `Mara ${letters(i)}`);
  },
  'buttons that unfold': (page, count) => {
    let at = bodyOf(page);
    for (let i = 0; i < count / 4; i++) {
      at = add(at, 'button', { 'aria-expanded': 'false', 'aria-controls': `b${i}` });
      add(at, 'h3', {}, 'When?');
    }
  },
};

const letters = (i: number): string =>
  `B${[...i.toString(26)].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)]).join('')}`;

it.each(Object.keys(PLACES))(
  'reading a page takes no more than its length whatever stands in %s',
  async (place) => {
    const make = (text: string): Document => {
      const page = parsePage(makeArticle({ body: paragraphs(4) }));
      PLACES[place]?.(page, text);
      return page;
    };
    expect(await measurePages(place, [...AWKWARD_UNITS, ...WORDY_UNITS], SIZE, make, read)).toEqual([]);
  },
);

it.each(Object.keys(SHAPES))(
  'reading a page takes no more than its length however many %s it has',
  async (shape) => {
    const make = (input: string): Document => {
      const page = parsePage(makeArticle({ body: paragraphs(4) }));
      SHAPES[shape]?.(page, input.length);
      return page;
    };
    expect(await measurePage(shape, '.', ELEMENTS, make, read)).toBeNull();
  },
);

it('reads through 5,000 levels of nesting', () => {
  const page = parsePage('<body>');
  let at: Element = page.body;
  for (let i = 0; i < 5000; i++) at = at.appendChild(page.createElement('div'));
  at.innerHTML = paragraphs(4);
  expect(extractArticle(page, ARTICLE_URL)?.article.text).toBe(prose(4).join('\n\n'));
});

const LINES = 5000;
/** Lines between two chances for the page to have its turn: a few milliseconds. */
const MOST_AT_ONCE = 600;

const restsIn = (steps: Steps<unknown>): number => {
  let rests = 0;
  while (steps.next(false).done !== true) rests++;
  return rests;
};

const lists: [string, (n: number) => string][] = [
  ['links', (n) => `<div id="l${n}"><a href="#l${n - 1}">Boat ${n}</a></div>`],
  ['cells', (n) => `<table><tr><td id="c${n}">Boat ${n} <a href="#c0">*</a></td></tr></table>`],
];

it.each(lists)('lets the page have its turn all through a long list of %s', (_, line) => {
  const html = Array.from({ length: LINES }, (_, n) => line(n)).join('');
  const page = parsePage(`<title>Boats</title><main>${html}</main>`);
  captureDom(page);
  const model: BlockModel = { ...readBlocks(page.body), phrases: allPhrases() };
  runAtOnce(weighBoxes(model, null));
  const { blocks, root } = model;
  const metadata = readMetadata(page, ARTICLE_URL);
  const work: Record<string, Steps<unknown>> = {
    tail: cutTail([...blocks], { ...root, prose: 1e6 }, allPhrases()),
    preview: isPreview(metadata, model, 'Boats', 1),
    'main part': chooseMainPart(model, null),
    notes: findNoteLinks(page.body, ARTICLE_URL),
  };
  for (const [name, steps] of Object.entries(work))
    expect(restsIn(steps), name).toBeGreaterThanOrEqual(LINES / MOST_AT_ONCE - 1);
});
