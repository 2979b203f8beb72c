// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPageProtection } from '../../../../utils/clutter/find/page-guard.ts';
import { combineFindings, findByUser } from '../../../../utils/clutter/rules/apply-rules.ts';
import { extractStablePart } from '../../../../utils/clutter/rules/stable-names.ts';
import {
  createRule,
  findByRule,
  parseRule,
  type UserRule,
} from '../../../../utils/clutter/rules/user-rules.ts';
import { itLong } from '../../../long.ts';

const PARAGRAPHS = [
  'The night ferry will stop at Brannock again from the first of June, the harbour board said on Tuesday evening.',
  'It stopped there last in 1987, when the pier lost its lamp in a storm and nobody could agree on who should pay.',
  'Two crews of nine will work the crossing by turns, and the cafe on the upper deck will stay open until midnight.',
  'A return will cost eleven pounds for those who live on the island and fourteen for everybody who does not.',
];
const article = (more = '') =>
  `<main id="main"><article class="story"><h1>Night ferry to stop at Brannock</h1>${PARAGRAPHS.map(
    (text, i) => `<p>${text}</p>${i === 1 ? more : ''}`,
  ).join('')}</article></main>`;
const CAM =
  '<aside class="harbour-cam css-1x9zq2"><h3>Watch the harbour live</h3><p>Three cameras, day and night.</p></aside>';
const card = (title: string) => `<div class="card"><h4>${title}</h4><a href="/x">Read on</a></div>`;

function page(html: string): Document {
  document.body.innerHTML = html;
  return document;
}
function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(selector);
  return element;
}
const stays = () => findPageProtection(document, []);
const hidden = async (rules: UserRule[]) =>
  (await findByUser(document, rules, null, stays)).hide.map(({ element }) => element);

beforeEach(() => {
  document.title = 'Night ferry to stop at Brannock';
});

describe('a name that stays', () => {
  it.each([
    ['harbour-cam', 'harbour-cam'],
    ['Promo_box__x7Gh2', 'Promo_box'],
    ['newsletterSignup', 'newsletterSignup'],
    ['ad-slot-7', 'ad-slot'],
    ['css-1x9zq2', ''],
    ['sc-bdVaJa', ''],
    ['is-open', ''],
    ['md:w-1/2', ''],
    ['mt-4', ''],
    ['jsx-2871293', ''],
    ['x1y2z3', ''],
  ])('%s: %s', (name, kept) => {
    expect(extractStablePart(name)).toBe(kept);
  });
});

describe('a rule of the user', () => {
  it('is found again on another page, under new made-up names and with other words', async () => {
    page(article() + CAM);
    const rule = createRule(find('.harbour-cam'), 'hide');
    expect(rule.text).toBe('any');
    page(
      article() +
        '<aside class="css-9ppk27 harbour-cam is-open"><h3>The harbour by night</h3><p>Now with sound.</p></aside>',
    );
    expect(await hidden([rule])).toEqual([find('aside')]);
  });

  it('means one card of many that look the same, by its words', async () => {
    page(
      article() + card('Join the crossword club') + card('The weather tomorrow') + card('Deaths and births'),
    );
    const rule = createRule(find('.card'), 'hide');
    expect(rule.text).toBe('alike');
    page(article() + card('The weather on Friday') + card('Join the crossword club') + card('Deaths'));
    expect((await hidden([rule])).map((element) => element.textContent)).toEqual([
      'Join the crossword clubRead on',
    ]);
  });

  it('finds a block by its words alone where every name has changed, and numbers count for nothing', async () => {
    page(
      `${article()}<div class="teaser">Only 12 seats left on the Courier reader trip to Skerry lighthouse</div>`,
    );
    const rule = { ...createRule(find('.teaser'), 'hide'), text: 'alike' as const };
    page(
      `${article()}<div class="q7x">Only 3 seats left on the Courier reader trip to Skerry lighthouse</div>`,
    );
    expect(await hidden([rule])).toEqual([find('.q7x')]);
  });

  it('does nothing where its names have come to stand on the article', async () => {
    page(article() + CAM);
    const rule = createRule(find('.harbour-cam'), 'hide');
    page(`<aside class="harbour-cam">${article()}</aside>`);
    expect(await hidden([rule])).toEqual([]);
    page(article(`<aside class="harbour-cam"><p>${PARAGRAPHS[0]} ${PARAGRAPHS[3]}</p></aside>`));
    const [first] = await hidden([rule]);
    expect(first === undefined || first.localName === 'aside').toBe(true);
  });

  it('hides a text in the article only where it stands word for word', async () => {
    page(article('<p class="note">Our reporters were guests of the harbour board.</p>'));
    const rule = createRule(find('.note'), 'hide', true);
    expect(rule.text).toBe('same');
    expect(await hidden([rule])).toEqual([find('.note')]);
    page(article('<p class="note">Our reporters were guests of the harbour board and paid.</p>'));
    expect(await hidden([rule])).toEqual([]);
  });

  it('does not take a text of the article for another that begins with the same words', async () => {
    const words = Array.from({ length: 30 }, (_, i) => `${'abcdefghij'[i % 10]}${'klm'[i % 3]}o`).join(' ');
    page(article(`<p class="note">${words}.</p>`));
    const rule = createRule(find('.note'), 'hide', true);
    expect(await hidden([rule])).toEqual([find('.note')]);
    page(article(`<p class="note">${words}, and now something else.</p>`));
    expect(await hidden([rule])).toEqual([]);
  });

  it('never touches a wall or a question of consent', async () => {
    const wall =
      '<div class="reader-wall"><h2>Subscribe to continue reading</h2><p>This article is for subscribers only.</p></div>';
    page(article() + wall);
    expect(await hidden([createRule(find('.reader-wall'), 'hide')])).toEqual([]);
  });

  it('keeps the engine off a block, what is in it and what it is in', async () => {
    page(
      `${article()}<section class="letters"><form class="letter-form"><input type="email"></form></section>`,
    );
    const rule = createRule(find('.letters'), 'keep');
    const user = await findByUser(document, [rule], null, stays);
    const finding = { kind: 'newsletter-form', reason: 'asksEmail', score: 9 } as const;
    expect(combineFindings([{ ...finding, element: find('.letter-form') }], user)).toEqual([]);
    expect(combineFindings([{ ...finding, element: find('.letters') }], user)).toEqual([]);
    expect(combineFindings([{ ...finding, element: find('main') }], user)).toHaveLength(1);
  });

  it('is found in what is put in late', async () => {
    page(article() + CAM);
    const rule = createRule(find('.harbour-cam'), 'hide');
    page(`${article()}<div id="late">${CAM}</div>`);
    const late = await findByUser(document, [rule], [find('#late')], stays);
    expect(late.hide.map(({ element }) => element)).toEqual([find('aside')]);
    expect(findByRule(find('aside'), rule)).toEqual([find('aside')]);
  });

  itLong('survives storing, whatever the block was called', () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.string(), class: fc.string(), hook: fc.string(), text: fc.string() }),
        (names) => {
          page(article());
          const block = document.createElement('div');
          block.id = names.id;
          block.className = names.class;
          block.setAttribute('data-testid', names.hook);
          block.setAttribute('aria-label', names.hook);
          block.textContent = names.text;
          document.body.append(block);
          const rule = createRule(block, 'hide');
          const stored = parseRule(JSON.parse(JSON.stringify(rule)));
          // A block without any name or word can't be told again; nothing of it is stored.
          if (rule.names.length + rule.words.length > 0) expect(stored).toEqual(rule);
          expect(() => findByRule(document, rule)).not.toThrow();
        },
      ),
      { numRuns: 200 },
    );
  });
});
