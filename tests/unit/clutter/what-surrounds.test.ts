// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { articlePage } from './article-page.ts';
import { find, findAfter, findInside, findLast, textOf } from './find-blocks.ts';

const TRAP = 'style="position:absolute;top:-10000px;left:-10000px" aria-hidden="true" tabindex="-1"';

describe('fields that no reader can get to', () => {
  it('make no login of a sign-up form', () => {
    const form = (field: string) =>
      `<div class="c1"><h3>Ready for more?</h3><form action="/api/free"><input type="email" name="email" placeholder="Type your email…">${field}<button>Subscribe</button></form></div>`;
    expect(findAfter(form(`<input type="password" name="decoy" ${TRAP}>`))).toEqual([
      'newsletter-form: Ready for more?Subscribe',
    ]);
    expect(findAfter(form('<input type="password" name="password">'))).toEqual([]);
  });

  it('are no address that is asked for', () => {
    expect(
      findAfter(
        `<form class="c1" action="/letters"><p>Write to the harbour master.</p><input type="email" ${TRAP}><input name="subject"><button>Send</button></form>`,
      ),
    ).toEqual([]);
  });
});

it('an item of a list goes with the plea that is all there is in it, whatever it is called', () => {
  const item = (more: string) =>
    `<ul><li class="menu-item"><a href="/tides">Tide tables</a></li><li class="menu-item"><div class="newsletter-signup"><p>Sign up for our morning newsletter</p><input type="email"></div>${more}</li></ul>`;
  const found = (more: string) =>
    find(articlePage({ after: item(more) })).map(({ element }) => element.localName);
  expect(found('')).toEqual(['li']);
  expect(found('<a href="/harbour">Everything about the harbour</a>')).toEqual(['div']);
});

describe('captions', () => {
  const figure = (caption: string) =>
    `<figure><img src="/mole.jpg" alt="The mole"><figcaption>${caption}</figcaption></figure>`;
  const nag =
    '<a href="/subscribe">Want more tides?</a> <span>Subscribe to our sister title, the <em>Tide Tables</em> magazine, for the latest from the coast! (Image: Tide Tables)</span>';

  it('go where they beg from their start, and leave the picture', () => {
    expect(findInside(figure(nag))).toEqual([
      'subscribe-nag: Want more tides? Subscribe to our sister title, the Tide Tables magazine, for the latest from the coast! (Image: Tide Tables)',
    ]);
    const [found] = find(articlePage({ inside: figure(nag) }));
    expect(found?.element.localName).toBe('figcaption');
  });

  it('stay where they tell of their picture first', () => {
    const caption =
      'Dredgers wait outside the old mole on Tuesday evening, hours after the vote. Subscribe now to our sister magazine for the latest news and more pictures.';
    expect(findInside(figure(caption))).toEqual([]);
  });
});

const teaser = (headline: string) =>
  `<div><h4><a href="/${headline.length}">${headline}</a></h4><p>The council met for a third time this week, and for a third time it went home without having agreed on who is to pay for the new cranes.</p></div>`;
const TEASERS = [
  'Cranes stand idle for a third week',
  'Council puts off vote on the harbour fees',
  'Ferry timetable changes on Monday',
]
  .map(teaser)
  .join('');
const RELATED = { 'related-links': true };

describe('lists of teasers with summaries', () => {
  it('go after the article, named so or said so', () => {
    expect(findAfter(`<div class="related-posts">${TEASERS}</div>`, RELATED)).toHaveLength(1);
    expect(findAfter(`<div class="c7"><h3>Related articles</h3>${TEASERS}</div>`, RELATED)).toHaveLength(1);
    expect(findAfter(`<div class="c7">${TEASERS}</div>`, RELATED)).toEqual([]);
  });

  it('stay where nobody asked, and as long as they may be a part of the text', () => {
    expect(findAfter(`<div class="related-posts">${TEASERS}</div>`)).toEqual([]);
    expect(findInside(`<div class="related-posts">${TEASERS}</div>`, RELATED)).toEqual([]);
  });

  it('go from inside the article where nothing of it follows and their heading says so', () => {
    const last = `<div class="related-posts"><h3>Related articles</h3>${TEASERS}</div>`;
    expect(findLast(last, RELATED)).toHaveLength(1);
    expect(findLast(`<div class="related-posts"><h3></h3>${TEASERS}</div>`, RELATED)).toEqual([]);
    expect(findLast(`<div class="c7">${TEASERS}</div>`, RELATED)).toEqual([]);
  });

  it('are no list where an article has a name of that sort', () => {
    const found = find(`<div class="popular-stories">${articlePage()}</div>`, RELATED);
    expect(found.map(textOf)).toEqual([]);
  });
});

describe('a card to another story', () => {
  const overlaid = (name: string) =>
    `<aside class="${name}"><div><h4>Third of the harbour staff ‘have been asked to leave’</h4><span>Read on</span></div><a href="/9" aria-label="Third of the harbour staff"></a></aside>`;
  const summed =
    '<div class="relatedArticle"><h4><a href="/9">Island wants to forbid the paint</a></h4><p>The immediate ban on the paint, which keeps barnacles off, is asked for by eleven of the island’s fishermen.</p></div>';

  it('goes, its link laid over it or its headline alone', () => {
    expect(findInside(overlaid('rich-link'), RELATED)).toHaveLength(1);
    expect(findAfter(summed, RELATED)).toHaveLength(1);
  });

  it('stays without a name, or without a link', () => {
    expect(findInside(overlaid('c9'), RELATED)).toEqual([]);
    expect(findAfter(summed.replace(/<\/?a[^>]*>/g, ''), RELATED)).toEqual([]);
  });
});

it('a comment form is one, cookie and all', () => {
  const form = `<div id="respond" class="comment-respond"><h3>Leave a reply</h3><form action="/comment"><textarea name="comment"></textarea><input name="email" type="email">
<p class="comment-form-cookies-consent"><input type="checkbox" name="wp-comment-cookies-consent"><label>Save my name in this browser for the next time I comment.</label></p><button>Post comment</button></form></div>`;
  expect(findAfter(form, { comments: true })).toHaveLength(1);
  expect(findAfter(form)).toEqual([]);
});

it('a link that its author names as one to another story goes, one that is only all link stays', () => {
  const line = (name: string) => `<p ${name}><a href="/9">Annika Berg: the coast is not for sale</a></p>`;
  expect(findInside(line('id="injected-related-link-0"'), RELATED)).toHaveLength(1);
  expect(findInside(line(''), RELATED)).toEqual([]);
});

it('“Lea más” begins sentences too', () => {
  const text =
    '<p>Lea más: <a href="/1">el alcalde de la isla explicó el martes por qué el puerto seguirá cerrado</a></p>';
  expect(findInside(text, RELATED)).toEqual([]);
});
