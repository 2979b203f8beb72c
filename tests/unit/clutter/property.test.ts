// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startClearing } from '../../../utils/clutter/hide/start-clearing.ts';
import { LONG } from '../../long.ts';
import { DEFAULT_KINDS, HEADLINE, PARAGRAPHS, visibleText } from './article-page.ts';

const SHORT = ['Not so fast.', 'He left at noon.', 'And then?', 'The pier is closed.', '“No,” she said.'];
const TEMPTING = [
  'The union’s newsletter told its readers to sign up for the vote before Friday.',
  '“Support us, donate now,” read the banner that the swimmers held up in the rain.',
  'Anyone can subscribe to the tide tables, and nine hundred people did.',
  'The app store lists four apps for sailors, none of them free.',
];
const paragraph = fc
  .constantFrom(...PARAGRAPHS, ...SHORT, ...TEMPTING)
  .map((text) => `<p class="kept">${text}</p>`);
const FORM =
  '<div class="newsletter"><p>Sign up for our newsletter.</p><form><input type="email"><button>Sign up</button></form></div>';
const MODAL =
  '<div role="dialog" class="popup"><h2>Enter your email to subscribe</h2><input type="email"><button>Subscribe</button></div>';
const clutter = fc.constantFrom(
  FORM,
  '<aside class="promo"><p>Subscribe now for unlimited access.</p><a href="/subscribe">See offers</a></aside>',
  '<p class="nag">Sign up for our newsletter to get the tides by email.</p>',
  '<div><p>Support our journalism. Make a donation today.</p><a href="/donate">Donate now</a></div>',
  MODAL,
  '<div class="share"><a href="#">Share this</a></div>',
  '<ul class="related"><li><a href="/a">Where the herring went</a></li></ul>',
  '<div class="ad"><span>Advertisement</span></div>',
);
const NAMES = [
  '',
  'story',
  'newsletter',
  'subscribe modal',
  'related',
  'comments',
  'share',
  'sidebar ad',
  'paywall',
  'overlay',
];
const TAGS = ['div', 'section', 'aside', 'form', 'article', 'main', 'footer'];

const { tree } = fc.letrec<{ tree: string; group: string }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paragraph, clutter, tie('group')),
  group: fc
    .tuple(
      fc.constantFrom(...TAGS),
      fc.constantFrom(...NAMES),
      fc.array(tie('tree'), { minLength: 1, maxLength: 5 }),
    )
    .map(([tag, name, inside]) => `<${tag} class="${name}">${inside.join('')}</${tag}>`),
}));

const ALL_KINDS = Object.fromEntries(
  Object.keys(DEFAULT_KINDS).map((kind) => [kind, true]),
) as typeof DEFAULT_KINDS;

function startOn(html: string, getExtracted: () => Element[], kinds = ALL_KINDS): AbortController {
  document.body.innerHTML = html;
  const controller = new AbortController();
  startClearing(document, { kinds, getExtracted, onChange: () => undefined, signal: controller.signal });
  return controller;
}

/** Neither the article's text nor anything around it is hidden. */
function expectAllKept(elements: Iterable<Element>): void {
  for (const element of elements) {
    expect(visibleText(element)).toBe((element.textContent ?? '').trim());
    for (let up = element.parentElement; up !== null; up = up.parentElement)
      expect(up.getAttribute('style')).toBeNull();
  }
}

const findKept = (): Element[] => [...document.querySelectorAll('.kept')];

describe('any page made of article text and clutter', () => {
  it('never loses a character that the article keeps, and is put back exactly', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 8 }), fc.boolean(), (parts, all) => {
        const html = `<h1 class="kept">${HEADLINE}</h1>${parts.join('')}`;
        document.body.innerHTML = html;
        const before = document.body.innerHTML;
        const controller = startOn(html, findKept, all ? ALL_KINDS : DEFAULT_KINDS);
        expectAllKept(findKept());
        controller.abort();
        expect(document.body.innerHTML).toBe(before);
      }),
      { numRuns: LONG ? 400 : 40 },
    );
  });

  it('never loses a character of what comes late, wherever it is put', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(tree, fc.nat(), fc.boolean()), { minLength: 1, maxLength: 5 }),
        async (parts, late) => {
          const controller = startOn(`<h1 class="kept">${HEADLINE}</h1>${parts.join('')}`, findKept);
          try {
            for (const [html, at, isWithin] of late) {
              const places = [...document.body.querySelectorAll('div, section, aside, p.kept, h1')];
              const place = places[at % places.length];
              const isGroup = place !== undefined && !place.matches('.kept');
              place?.insertAdjacentHTML(isWithin && isGroup ? 'beforeend' : 'afterend', html);
              await Promise.resolve();
            }
            await new Promise((resolve) => setTimeout(resolve, 1));
            expectAllKept(findKept());
          } finally {
            controller.abort();
          }
          expect(document.body.querySelector('[style]')).toBeNull();
        },
      ),
      {
        numRuns: LONG ? 300 : 30,
        // Some of the article is put into a dialog that begs, and then more that begs.
        examples: [
          [
            [`<p class="kept">${PARAGRAPHS[0]}</p>`],
            [
              [MODAL, 1, false],
              [`<p class="kept">${TEMPTING[0]}</p>`, 2, true],
              [`<div>${FORM}</div>`, 3, false],
            ],
          ],
        ],
      },
    );
  });

  it('never loses running text of the article by its own judgement either', () => {
    fc.assert(
      fc.property(fc.array(clutter, { maxLength: 6 }), fc.constantFrom(...NAMES), (parts, name) => {
        const text = PARAGRAPHS.map((p, i) => `<p class="kept">${p}</p>${parts[i] ?? ''}`).join('');
        const controller = startOn(
          `<h1 class="kept">${HEADLINE}</h1><div class="${name}"><div class="story">${text}</div></div>`,
          () => [],
        );
        const seen = visibleText(document.body);
        for (const p of PARAGRAPHS) expect(seen).toContain(p);
        controller.abort();
      }),
      { numRuns: LONG ? 200 : 20 },
    );
  });
});
