// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { articlePage, PARAGRAPHS } from './article-page.ts';
import { findAfter, textOf } from './find-blocks.ts';

const WALLS = {
  'a dialog to pay or consent': `<div class="cmp-x" role="dialog" aria-modal="true"><h2>Read on with ads or without</h2>
    <p>We and our 148 partners store cookies on your device and use them to measure ads and to make our offers better, as long as you agree to it.</p>
    <button>Accept and continue</button>
    <div class="plan"><p>Or subscribe now and read without ads and tracking: get unlimited access for 2.99 a month, cancel anytime.</p><a href="/subscribe">Subscribe</a></div></div>`,
  'a dialog about an ad blocker': `<div class="x9" role="dialog"><h2>Please turn off your ad blocker</h2>
    <p>Our reporters live on what the ads in this paper earn, and whoever blocks them takes away what their work is paid with.</p>
    <p>You can also support our journalism: become a member and read without any ads for as little as 3 a month.</p>
    <a href="/membership">Become a member</a><button>I turned it off</button></div>`,
  'a login with a box to tick for the newsletter': `<div class="popup-auth" role="dialog"><h2>Welcome back</h2>
    <p>With your account you keep the articles that you want to read later, write comments below them and see all of that on every device you own.</p>
    <form><input type="email" placeholder="Email"><input type="password"><label><input type="checkbox"> Sign up for our newsletter and get the best stories by email</label><button>Log in</button></form></div>`,
  'a wall that was put up in two steps': `<div class="layer" role="dialog"><h2>Create a free account to keep reading</h2><div id="slot"></div></div>`,
};

/** What is found when a dialog is put into the page late, and then something into it. */
function findLate(html: string, within = ''): string[] {
  document.body.innerHTML = articlePage();
  const kept = [...document.querySelectorAll('h1, .story-text > p')];
  document.body.insertAdjacentHTML('beforeend', html);
  const root = document.body.lastElementChild;
  if (root === null) throw new Error('nothing was put in');
  const found = findClutter(document, { root, getExtracted: () => kept });
  const slot = document.querySelector('#slot');
  if (slot !== null) {
    slot.innerHTML = within;
    const inner = slot.firstElementChild;
    if (inner !== null) found.push(...findClutter(document, { root: inner, getExtracted: () => kept }));
  }
  return found.map(textOf);
}

describe('walls, consent and logins', () => {
  it.each(Object.entries(WALLS))('%s stays where it was from the start', (_what, html) => {
    expect(findAfter(html)).toEqual([]);
  });

  it.each(Object.entries(WALLS))('%s stays where it comes late', (_what, html) => {
    const form =
      '<form><p>Sign up with your email address</p><input type="email"><button>Sign up</button></form>';
    expect(findLate(html, form)).toEqual([]);
  });

  it('are told from a dialog that only asks, however much it says', () => {
    const asks = `<div class="layer" role="dialog"><h2>Tides in your inbox</h2>
    <p>Every evening our pilots write down what the sea did, which boats came home, and what it all means for the town on the bay.</p>
    <p>More than nine thousand people on both sides of the water read it with their tea, and most of them read it to the end.</p>
    <form><input type="email"><button>Sign up for our newsletter</button></form></div>`;
    expect(findLate(asks)).toHaveLength(1);
  });

  it('leaves an article that is shown in a dialog', () => {
    const text = [...PARAGRAPHS, ...PARAGRAPHS].map((p) => `<p>${p}</p>`).join('');
    const told =
      '<p>Users can start a free trial, pay ten dollars per month and cancel anytime, it said.</p>';
    expect(findLate(`<div role="dialog"><h2>The eastern channel</h2>${text}${told}</div>`)).toEqual([]);
  });
});

it('leaves the form of a wall whose words were read as the article’s', () => {
  document.body.innerHTML = articlePage();
  const last = [...document.querySelectorAll('.story-text > p')].at(-1);
  last?.insertAdjacentHTML(
    'afterend',
    `<div class="gate"><h3>Create a free account to keep reading</h3><p>It takes a minute. You will also get our newsletter.</p>
    <form><input type="email" placeholder="Your email"><button>Continue</button></form></div>`,
  );
  const getExtracted = () => [...document.querySelectorAll('h1, .story-text > p, .gate h3, .gate > p')];
  expect(findClutter(document, { getExtracted }).map(({ element }) => element.outerHTML)).toEqual([]);
});

it.each([
  'The site put up a wall, and readers must create a free account to keep reading, the board said.',
  '“Subscribe to continue reading,” the sign said.',
])('takes no sentence that tells of a wall for one: %s', (told) => {
  document.body.innerHTML = `<main><article class="story"><h1>Short news</h1><div class="story-text"><p>The harbour board voted on Tuesday.</p>
    <p>${told}</p><div class="nl"><h4>Sign up for our newsletter</h4><form><input type="email" placeholder="Your email"><button>Subscribe</button></form></div></div></article></main>`;
  const getExtracted = () => [...document.querySelectorAll('h1, .story-text > p')];
  expect(findClutter(document, { getExtracted }).map(({ element }) => element.className)).toEqual(['nl']);
});
