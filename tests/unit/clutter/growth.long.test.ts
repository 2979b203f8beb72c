// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { findExtras } from '../../../utils/clutter/find/find-extras.ts';
import { pageProtectionInSteps } from '../../../utils/clutter/find/page-guard.ts';
import { allCues } from '../../../utils/clutter/phrases/all-cues.ts';
import { findByUser } from '../../../utils/clutter/rules/apply-rules.ts';
import { findEarlyBlocks } from '../../../utils/clutter/rules/early-blocks.ts';
import { createRule, type UserRule } from '../../../utils/clutter/rules/user-rules.ts';
import type { ClutterKind } from '../../../utils/clutter/types.ts';
import { runAtOnce } from '../../../utils/page/in-slices.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';
import { AWKWARD_UNITS } from '../growth.ts';
import { addElement as add, measurePage, measurePages, WORDY_UNITS } from '../page-growth.ts';
import { articlePage } from './article-page.ts';

/** Characters of a page's one long part; elements of a page that is made of them. */
const SIZE = 10_000;
const ELEMENTS = 700;

const ALL_KINDS = Object.fromEntries(
  Object.keys(DEFAULT_SETTINGS.clutter).map((kind) => [kind, true]),
) as Record<ClutterKind, boolean>;

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** A rule of the user, for a block with its names and words. */
function ruleFor(html: string, action: UserRule['action']): UserRule {
  const page = parse(`<div class="promo-band"><section id="offers">${html}</section></div>`);
  const block = page.querySelector('section > *');
  if (block === null) throw new Error('no block');
  return createRule(block, action, false, 0);
}

const RULES = [
  ruleFor('<div class="tide-table">Tides of the week at the old mole</div>', 'hide'),
  ruleFor('<div class="ferry-notes">Notes from the ferry, week by week</div>', 'keep'),
];

const look = (page: Document): void => {
  findClutter(page, { kinds: ALL_KINDS, findExtras });
  const mustStay = runAtOnce(pageProtectionInSteps(page, [], allCues()));
  void findByUser(page, RULES, null, async () => mustStay);
  findEarlyBlocks(page.body, RULES);
};

/** Where a page's author can put any text. */
const PLACES: Record<string, (page: Document, text: string) => void> = {
  'a block': ({ body }, text) => {
    add(add(body, 'div', { class: 'newsletter' }, 'Sign up for our newsletter.'), 'p', {}, text);
    add(body, 'h3', {}, text);
    add(body, 'button', {}, text);
    add(body, 'x-box', {}, text);
  },
  'its title and headline': ({ head, body }, text) => {
    add(head, 'title', {}, text);
    add(body, 'h1', {}, text);
  },
  attributes: ({ body }, text) => {
    const box = add(body, 'div', { class: text, id: text, style: text, 'aria-label': text, role: text });
    add(box, 'a', { href: text, class: `${text}x` }, 'Subscribe');
    add(box, 'input', { type: 'text', name: text, placeholder: text, style: `${text}x` });
    add(box, 'form', { action: text });
    add(box, 'iframe', { src: text });
  },
};

const row = (
  tag: string,
  attributes: Record<string, string>,
  text = '',
): ((page: Document, count: number) => void) => {
  return ({ body }, count) => {
    for (let i = 0; i < count; i++) add(body, tag, attributes, text);
  };
};
const nest = (
  tag: string,
  attributes: Record<string, string>,
  text = '',
): ((page: Document, count: number) => void) => {
  return ({ body }, count) => {
    let at: Element = body;
    for (let i = 0; i < count; i++) at = add(at, tag, attributes, text);
  };
};

const SHAPES: Record<string, (page: Document, count: number) => void> = {
  'boxes that beg': row('div', { class: 'promo' }, 'Sign up for our newsletter and get it in your inbox.'),
  'boxes that nearly beg': row('div', {}, 'The newsletter of the harbour.'),
  'boxes in boxes': nest('div', { class: 'newsletter-box' }),
  'boxes in boxes that beg': nest('div', { class: 'newsletter' }, 'Subscribe. '),
  'boxes to be kept or hidden': row(
    'div',
    { class: 'tide-table ferry-notes' },
    'Tides of the week at the old mole',
  ),
  'boxes to be hidden in others': nest('div', { class: 'tide-table' }, 'Tides. '),
  'search fields in one form': ({ body }, count) => {
    const form = add(body, 'form');
    for (let i = 0; i < count; i++) add(form, 'input', { type: i % 2 === 0 ? 'search' : 'password' });
  },
  'labels deep in one box': ({ body }, count) => {
    let at: Element = body;
    for (let i = 0; i < 300; i++) at = add(at, 'div');
    for (let i = 0; i < count; i++)
      add(at, 'p', {}, i % 2 === 0 ? 'Related' : 'The newsletter of the harbour');
  },
  'passwords deep in one box': ({ body }, count) => {
    let at: Element = body;
    for (let i = 0; i < 300; i++) at = add(at, 'div');
    for (let i = 0; i < count; i++) add(add(at, 'div'), 'input', { type: 'password' });
  },
  'lists of links': ({ body }, count) => {
    for (let i = 0; i < count / 4; i++) {
      const box = add(body, 'div', { class: 'related-links' });
      add(box, 'h3', {}, 'Related');
      add(box, 'a', { href: `/town/${i}` }, 'The channel is dredged at last, says the board');
      add(box, 'span');
    }
  },
  'names in names': nest('div', { class: 'related comments share' }),
  'bold words': row('b', {}, 'word '),
  'bold in bold': nest('b', { class: 'ad' }),
  'bare components': row('x-newsletter', {}),
  'spaces between boxes': ({ body }, count) => {
    for (let i = 0; i < count; i++) body.append(add(body, 'span', {}, ' '), ' ');
  },
  'names of one box': ({ body }, count) => {
    const names = Array.from({ length: count * 4 }, (_, i) => `promo-${i.toString(36)}`);
    add(body, 'div', { class: names.join(' ') }, 'Subscribe now');
  },
  headlines: row('h1', {}, 'Harbour board votes once more'),
};

describe('looking for clutter takes no more than the page’s length', () => {
  it.each(Object.keys(PLACES))('whatever stands in %s', async (place) => {
    const make = (text: string): Document => {
      const page = parse(articlePage());
      PLACES[place]?.(page, text);
      return page;
    };
    expect(await measurePages(place, [...AWKWARD_UNITS, ...WORDY_UNITS], SIZE, make, look)).toEqual([]);
  });

  it.each(Object.keys(SHAPES))('however many %s it has', async (shape) => {
    const make = (input: string): Document => {
      const page = parse(articlePage());
      SHAPES[shape]?.(page, input.length);
      return page;
    };
    expect(await measurePage(shape, '.', ELEMENTS, make, look)).toBeNull();
  });
});
