// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { articlePage } from './article-page.ts';
import { find, textOf } from './find-blocks.ts';

/** A page whose address is `path`, with one text and a block in or behind it. */
function findOn(title: string, paragraphs: readonly string[], block: string, more = ''): string[] {
  document.title = title;
  const text = paragraphs.map((p) => `<p>${p}</p>`);
  document.body.innerHTML = `<header><a href="/">The Pier Gazette</a></header><main><h1>${title}</h1>
    <div class="text">${text.slice(0, 1).join('')}${block}${text.slice(1).join('')}</div></main>${more}
    <footer><p>The Pier Gazette</p></footer>`;
  return findClutter(document).map(textOf);
}

const APPEAL: string[] = [
  'On the night of the storm our crews went out eleven times, and every one of the boats came home with people who would not have come home without it.',
  'The crews are carpenters, teachers and a dentist; when the siren sounds they leave what they are doing and run down to the quay.',
  'Your donation pays for fuel, for dry suits and for the training of volunteers. Every gift helps us keep a lifeboat at sea through the winter.',
  'Last year nine thousand people gave, most of them less than twenty crowns; with your support we could replace the old boat in Nordhafen.',
];
const GIVE = `<form class="donation-form" action="/give"><fieldset><legend>Make a donation</legend>
  <label><input type="radio" name="amount" value="10"> 10</label><label><input type="radio" name="amount" value="25"> 25</label>
  <label><input type="radio" name="amount" value="50"> 50</label></fieldset><label>Your email <input type="email" name="email"></label>
  <button>Donate now</button></form>`;

const LETTER = [
  'Every evening at six the pilots of the bay write down what the sea did, which boats came home and what it means for the town.',
  'Nine thousand people read The Evening Tide with their tea. It has been sent out on every day since the winter of 2016.',
  'The pilots take turns: whoever brought in the last ship writes, and the others add what they saw from the bridge or heard in the mess.',
];
const SIGN_UP = `<form class="newsletter-form" action="/newsletters/tide"><label>Email address <input type="email"></label>
  <button>Sign up for the newsletter</button><small>By signing up you agree to our privacy policy.</small></form>`;

const PLAYER = `<div class="podcast-box"><h3>Listen: The Deep End</h3><audio controls src="/e/41.mp3"></audio>
  <p>Subscribe: <a href="https://podcasts.apple.com/podcast/id1">Apple Podcasts</a> <a href="https://open.spotify.com/show/1">Spotify</a> <a href="/feed.xml">RSS</a></p></div>`;
const PLAYER_OF_ANOTHER_HOUSE = `<div class="subscribe-player"><iframe src="https://player.sound.example/e/41"></iframe>
  <span>Subscribe now</span> <a href="https://podcasts.apple.com/podcast/id1">Apple Podcasts</a> <a href="https://overcast.fm/itunes1">Overcast</a></div>`;

describe('the page’s own thing stays', () => {
  it('the form of a charity’s appeal', () => {
    expect(findOn('Winter appeal for the lifeboat crews', APPEAL, GIVE)).toEqual([]);
  });

  it('the form of a newsletter’s own page', () => {
    expect(findOn('The Evening Tide: a newsletter from the bay', LETTER, SIGN_UP)).toEqual([]);
    expect(findOn('Sign up for The Evening Tide', LETTER, SIGN_UP)).toEqual([]);
  });

  it.each([PLAYER, PLAYER_OF_ANOTHER_HOUSE])(
    'a podcast’s player with the links to subscribe to it',
    (player) => {
      expect(find(articlePage({ inside: player }))).toEqual([]);
      expect(find(articlePage({ before: player }))).toEqual([]);
      expect(find(articlePage({ after: player }))).toEqual([]);
    },
  );
});

describe('what is not the page’s own thing goes', () => {
  it('a form of another kind on such a page', () => {
    expect(
      findOn('Winter appeal for the lifeboat crews', APPEAL, '', `<aside>${SIGN_UP}</aside>`),
    ).toHaveLength(1);
  });

  it('the same form beside an article that only mentions it', () => {
    const told = [
      'The harbour board voted on Tuesday to dredge the eastern channel, ending a dispute that had divided the town for nine years.',
      'The board’s newsletter told its readers first; engineers expect the work to take eighteen months and a new breakwater to follow.',
      'Opponents fear that the deeper channel will change the currents around the mussel beds, on which forty families make their living.',
    ];
    expect(findOn('Harbour board votes to dredge the channel', told, SIGN_UP)).toHaveLength(1);
    expect(findOn('Harbour board votes to dredge the channel', told, GIVE)).toHaveLength(1);
  });

  it('a pop-up or a box in the footer, on such a page too', () => {
    const popup = `<div role="dialog" class="modal">${SIGN_UP}</div>`;
    expect(findOn('The Evening Tide: a newsletter from the bay', LETTER, '', popup)).toHaveLength(1);
  });

  it.each([
    ['<dialog>', '</dialog>'],
    ['<div role="alertdialog">', '</div>'],
    ['<div aria-modal="true">', '</div>'],
  ])('a dialog in the text of such a page, declared as %s', (start, end) => {
    const dialog = `${start}${SIGN_UP}${end}`;
    expect(findOn('The Evening Tide: a newsletter from the bay', LETTER, dialog)).toHaveLength(1);
  });

  it('a newsletter’s form with a link to a podcast', () => {
    const box = `<div class="newsletter-box"><p>Sign up for our newsletter.</p><form><input type="email"><button>Sign up</button></form>
      <a href="https://podcasts.apple.com/podcast/id1">Listen</a></div>`;
    expect(find(articlePage({ after: box }))).toHaveLength(1);
  });
});
