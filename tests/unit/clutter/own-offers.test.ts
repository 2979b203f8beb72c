// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isOwnOffer } from '../../../utils/clutter/find/link-targets.ts';
import { articlePage, PARAGRAPHS } from './article-page.ts';
import { find, findAfter, findInside, textOf } from './find-blocks.ts';

/** Words of no language that anybody has learnt. */
const PLEA = 'Trella min fala osk dervi, nal tura meske von hest.';
const box = (way: string, name = '') => `<div${name}><div><p>${PLEA}</p>${way}</div></div>`;

describe('a few words and the way to where the site sells itself', () => {
  it('go in any language', () => {
    expect(findAfter(box('<a href="/subscribe">Ver trella</a>'))).toHaveLength(1);
    expect(findAfter(box('<button>Ver trella</button>', ' class="donate-box"'))).toHaveLength(1);
  });

  it('stay where the way is another site’s, or leads elsewhere, too', () => {
    expect(findAfter(box('<a href="https://letter.example/subscribe">Ver trella</a>'))).toEqual([]);
    expect(findAfter(box('<a href="/members/tidewatcher">Tidewatcher</a>'))).toEqual([]);
    expect(
      findAfter(box('<a href="/subscribe">Ver trella</a> <a href="/tides">Osk dervi nal tura</a>')),
    ).toEqual([]);
    expect(findAfter(box('<button>Ver trella</button>'))).toEqual([]);
  });

  it('stay where they are a sentence, a wall or a way into an account', () => {
    expect(
      findInside(`<div><p>Trella min <a href="/subscribe">fala osk</a> dervi nal tura.</p></div>`),
    ).toEqual([]);
    expect(
      findAfter(
        box('<a href="/subscribe">Ver trella</a><p>To keep reading, log in.</p>', ' class="donate-box"'),
      ),
    ).toEqual([]);
    expect(findAfter(box('<input type="password"><a href="/subscribe">Ver</a>'))).toEqual([]);
  });

  it('take no paragraph of the article with them', () => {
    const html = articlePage({
      inside: `<div><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p><a href="/subscribe">Ver trella</a></div>`,
    });
    expect(find(html).map(textOf)).not.toContainEqual(expect.stringContaining('harbour'));
  });
});

describe('beside the way to where the site sells itself', () => {
  it.each([
    'The old ramp was moved by hand in March, by a finger or two at the most.',
    'Die Fähre legte am Dienstag mit zwanzig Minuten Verspätung ab, und am Kai wunderte sich niemand mehr darüber.',
    'Trella min fala osk dervi, nal tura meske von hest brannik, ovel tir fasket im grola nar tessim.',
    '技師たちは三月に議会へ警告していた。傾斜路は週に指一本分ずつ動いていたのに誰も耳を貸さなかった。',
  ])('a paragraph of the article stays: %s', (text) => {
    const way = '<a href="/subscribe">Ver trella</a>';
    expect(findInside(`<div><p>${text}</p>${way}</div>`).join()).not.toContain(text.slice(0, 20));
    const field = '<input type="email" placeholder="name@courier.example"><button>Osk</button>';
    const found = findInside(`<div><p>${text} ${PLEA}</p><form>${field}</form></div>`).join();
    expect(found).not.toContain(text.slice(0, 20));
  });
});

describe('a sentence that is the way there itself', () => {
  it('goes, in any language', () => {
    expect(findAfter('<div><a href="/spenden/">Trella min fala osk dervi nal tura?</a></div>')).toHaveLength(
      1,
    );
  });

  it('stays where it is the headline of an issue, or no sentence', () => {
    const issue = '<div><a href="/newsletters/2024-05-03">Trella min fala osk dervi nal tura?</a></div>';
    expect(findAfter(issue)).toEqual([]);
    expect(findAfter('<div><a href="/spenden/">Trella min fala osk dervi nal tura</a></div>')).toEqual([]);
  });

  it('goes from the text as a line of its own that leads to a list', () => {
    const line = (address: string) =>
      `<h2><a href="${address}">What people subscribe to: the Lantern’s newsletter</a></h2>`;
    expect(findInside(line('http://eepurl.com/aBcD12'))).toHaveLength(1);
    expect(findInside(line('/business/letters-that-pay'))).toEqual([]);
  });
});

describe('what is said of ad blockers', () => {
  const plea =
    'Trella min fala: our boats are paid by what stands beside the tables, so an ad blocker hurts.';

  it('goes beside the article where the site speaks for itself', () => {
    expect(findAfter(`<aside><p>${plea}</p></aside>`)).toEqual([`donate-nag: ${plea}`]);
  });

  it('stays in the article, in a teaser, and where nobody says "our"', () => {
    expect(findInside(`<p>${plea}</p>`)).toEqual([]);
    expect(findAfter(`<aside><a href="/a">${plea}</a></aside>`)).toEqual([]);
    expect(findAfter(`<aside><p>${plea.replace('our', 'their')}</p></aside>`)).toEqual([]);
  });
});

it('knows a site by the end of its host', () => {
  expect(isOwnOffer('https://abo.courier.example/abo', 'www.courier.example')).toBe(true);
  expect(isOwnOffer('https://shop.courier.co.uk/subscribe', 'www.courier.co.uk')).toBe(true);
  expect(isOwnOffer('https://other.co.uk/subscribe', 'www.courier.co.uk')).toBe(false);
  expect(isOwnOffer('https://support.courier.example/contact', 'courier.example')).toBe(false);
  const store = 'https://play.google.com/store/apps/details?id=com';
  expect(isOwnOffer(`${store}.piergazette.news`, 'www.pier-gazette.example')).toBe(true);
  expect(isOwnOffer(`${store}.tides.pro`, 'www.pier-gazette.example')).toBe(false);
  expect(isOwnOffer('mailto:subscribe@courier.example', 'courier.example')).toBe(false);
});

it('a heading that tells of an app stays, and one that leads to it goes', () => {
  expect(findInside('<h2>Our tide app development process</h2>')).toEqual([]);
  expect(findInside('<h2><a href="/apps">Download our free app</a></h2>')).toHaveLength(1);
});
