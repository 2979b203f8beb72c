// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { namesAccount, readService } from '../../../utils/clutter/find/read-address.ts';
import { PARAGRAPHS } from './article-page.ts';
import { findAfter, findInside, findLast } from './find-blocks.ts';

const CARD = '<a href="https://buy.stripe.com/8wM3cv" class="button"><span>By card</span></a>';
const BANK = '<p>Or by transfer: DE89 3704 0044 0532 0130 00</p>';
const PLEA = `<h3>It is up to you!</h3><p>Nobody pays our boats but you. A tide table is a small thing until it is missing.</p>
  <p>Slow, but sure. A thousand thanks!</p>`;

describe('a box with several ways to pay', () => {
  it.each([
    ['in the article', findInside],
    ['at its end', findLast],
    ['after it', findAfter],
  ])('goes whole, whatever its words: %s', (_where, findIn) => {
    expect(findIn(`<div class="box"><div>${PLEA}${CARD}${BANK}</div></div>`)).toEqual([
      expect.stringMatching(/^donate-nag: It is up to you!.*0130 00$/),
    ]);
  });

  it('goes whole where it has buttons with amounts, and says what they are for', () => {
    const amounts = ['5 €', '10 €', '50 €'].map((amount) => `<button>${amount}</button>`).join('');
    const form = `<div><h3>The lantern burns on oil</h3><p>Your donation, once or every month:</p>${amounts}<button>Next</button></div>`;
    expect(findAfter(form)).toEqual([expect.stringContaining('The lantern burns on oil')]);
  });

  it('stays where it tells where others take gifts', () => {
    const aid = `<div class="info"><h3>Where to give</h3><p>Red Lantern, DE89 3704 0044 0532 0130 00</p>
      <p>Harbour Aid, <a href="https://www.paypal.com/donate?id=7">PayPal</a></p></div>`;
    expect(findInside(aid)).toEqual([]);
  });

  it('stays where there is one way, as in news of somebody who collects', () => {
    expect(findInside(`<div><p>We have to thank our neighbours, she said. ${CARD}</p></div>`)).toEqual([]);
  });

  it.each(
    Object.entries({
      'of a ransom': `<div class="section"><h2>The demand</h2><p>The note said: “Pay four bitcoin to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq.”</p>
        <p>A second one named a <a href="https://www.paypal.com/paypalme/x">PayPal</a> account. “We paid nothing,” the mayor said.</p></div>`,
      'of those who help': `<div><h3>How to help</h3><p>Red Lantern takes gifts by <a href="https://www.paypal.com/donate?id=7">PayPal</a>.</p>
        <p>Harbour Aid: DE89 3704 0044 0532 0130 00</p><p>“We are short of boats,” its captain said.</p></div>`,
      'of an artist': `<div><p>She has 300 patrons on <a href="https://www.patreon.com/lantern">Patreon</a>, and some more on
        <a href="https://ko-fi.com/lantern">Ko-fi</a>.</p><p>We met her in our harbour, where she draws every morning.</p></div>`,
      'of prices': `<div><h3>What tickets cost</h3><p>The museum says that a part of each price is a donation to the lifeboats of the coast:</p>
        <button>5 €</button><button>10 €</button><button>50 €</button></div>`,
    }),
  )('stays where it tells %s', (_what, told) => {
    expect(findInside(told)).toEqual([]);
  });

  it('leaves the paragraph beside it', () => {
    const found = findInside(`<div><p>${PARAGRAPHS[0]}</p><div>${PLEA}${CARD}${BANK}</div></div>`);
    expect(found).toEqual([expect.stringMatching(/^donate-nag: It is up to you!/)]);
  });
});

it('tells a bank account by its check digits', () => {
  expect(namesAccount('IBAN: DE89370400440532013000.')).toBe(true);
  expect(namesAccount('IBAN: DE88 3704 0044 0532 0130 00')).toBe(false);
  expect(namesAccount('Flight LH12 3456 7890 1234')).toBe(false);
  expect(namesAccount('bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq')).toBe(true);
});

it('tells a service by its host', () => {
  expect(readService('https://www.paypal.com/donate/?id=3')).toBe('paypal');
  expect(readService('https://news.example/paypal.com/story')).toBeNull();
  expect(readService('https://www.gofundme.com/f/roof')).toBeNull();
});

it.each([
  'Why blood donations are down',
  'Chart: organ donations per million people',
  'Inside the newsletter boom',
])('leaves a frame with the title of its video or chart: %s', (title) => {
  const frame = `<iframe title="${title}" src="https://player.example/embed/3"></iframe>`;
  expect(findInside(frame)).toEqual([]);
  expect(findInside(`<figure>${frame}<figcaption>The year in numbers</figcaption></figure>`)).toEqual([]);
});
