// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { articlePage } from './article-page.ts';
import { find, findAfter, textOf } from './find-blocks.ts';

describe('the buttons by which a user gets about the site', () => {
  it.each(
    Object.entries({
      'a way in':
        '<div class="subscribe"><a href="/subscribe">Subscribe</a> <a href="/login">Sign in</a></div>',
      'a menu button and a search':
        '<div class="subscription-bar"><button>Menu</button><button>Search</button><a href="/subscribe">Join for 3 a week</a></div>',
      'a way in, in Spanish':
        '<div class="suscripcion"><div><a href="/suscripciones">Suscríbete</a></div><div><a href="/entrar">Iniciar sesión</a></div></div>',
      'a way in, in German':
        '<div class="abo-bar"><div><a href="/spenden">Spenden</a></div><div><button>Suche</button></div><div><button>Menü</button></div></div>',
    }),
  )('%s stays', (_what, bar) => {
    const buttons = ['Menu', 'Search', 'Sign in', 'Iniciar sesión', 'Suche', 'Menü'];
    const hidden = find(articlePage({ top: bar }))
      .map(textOf)
      .join(' ');
    for (const button of buttons) expect(hidden).not.toContain(button);
  });

  it.each([
    '<p class="masthead-line"><span>Saltmere, Orrin Sound</span> <a href="/login">Sign in</a> <a href="/newsletters">Newsletters</a></p>',
    '<p><a href="/e-paper">E-paper</a> <a href="/newsletters">Newsletters</a> <a href="/subscribe">Subscribe</a></p>',
    '<p>Thursday, 4 June <a href="/newsletters">Newsletters</a></p>',
    '<p><a href="/newsletters">Our newsletters</a></p>',
  ])('a line of the masthead stays, and the menu beside it: %s', (top) => {
    expect(find(articlePage({ top }))).toEqual([]);
  });

  it.each([
    [
      'with the search',
      `<div class="top"><div><label role="button">Search</label></div><div><a href="/newsletters">Newsletters</a></div>
       <div><a href="/watchlist">Watchlist</a></div><div><a href="/newsletters/all">Sign up for the newsletter</a></div></div>`,
      ['Search', 'Watchlist'],
    ],
    [
      'of what else supporters do',
      '<ul><li><a href="/friends">Friends</a></li><li><a href="/actions">Campaigns</a></li><li><a href="/donate">Donate to the Gazette</a></li></ul>',
      ['Friends', 'Campaigns'],
    ],
    [
      'of one’s account, by a script',
      '<div class="user-area"><a href="/subscribe">Subscribe for a month</a> <div><span data-open="login">Log in</span></div></div>',
      ['Log in'],
    ],
  ])('a strip of links %s stays, though one of them begs', (_what, top, links) => {
    const hidden = find(articlePage({ top })).map(textOf).join(' ');
    for (const link of links) expect(hidden).not.toContain(link);
  });

  it('a pop-up with nothing but links goes whole', () => {
    const popup = `<div class="modal-overlay"><div><h2>Subscribe today</h2><div><a href="/subscribe">Subscribe now</a></div>
      <div><a href="/subscribe/gift">Give a subscription</a></div><div><a href="#">Go on</a></div></div></div>`;
    expect(findAfter(popup)).toEqual([expect.stringContaining('Go on')]);
  });

  it('a menu beside an offer stays, and the offer goes', () => {
    const offer =
      '<div class="offer"><p>Sign up for our newsletter and get the tides by email.</p><a href="/newsletters">Sign up</a></div>';
    expect(find(articlePage({ top: offer })).map(textOf)).toEqual([
      'Sign up for our newsletter and get the tides by email.Sign up',
    ]);
  });

  it('does not keep an offer from going whole that ends with a way in', () => {
    expect(
      findAfter(
        '<div class="k"><p>Subscribe now for unlimited access to every tide table.</p><div><a href="/subscribe">See offers</a></div><div><a href="/login">Sign in</a></div></div>',
      ),
    ).toEqual(['subscribe-nag: Subscribe now for unlimited access to every tide table.See offersSign in']);
  });

  it('takes the sign-up out of a search overlay and leaves the search', () => {
    const overlay = `<div class="overlay"><div><input type="search" name="q"><button>Search</button></div>
      <div class="offer"><p>Sign up for our newsletter and get the tides by email.</p></div></div>`;
    expect(findAfter(overlay)).toEqual([
      'newsletter-promo: Sign up for our newsletter and get the tides by email.',
    ]);
  });

  it('leaves a form that sends the page to somebody', () => {
    const form = `<div class="share-mail"><form><label>Send to email address</label><input type="email" name="target_email">
      <label>Your name</label><input name="source_name"><label>Your email</label><input type="email" name="source_email">
      <button>Send</button><p>Email check failed, please try again.</p></form></div>`;
    expect(findAfter(form)).toEqual([]);
  });

  it('takes a sign-up right below a comment box, and leaves the box', () => {
    const thread = `<div class="thread"><div><div><textarea></textarea><button>Post</button></div></div>
      <div class="foot"><h3>Ready for more?</h3><form class="subscribe-form"><input type="email"><button>Subscribe</button></form></div></div>`;
    expect(findAfter(thread)).toEqual(['newsletter-form: Ready for more?Subscribe']);
  });

  it('takes a sign-up form whole whose reader has to agree to something', () => {
    const form = `<div class="newsletter-box"><h3>Tides by email</h3><form><input type="email"><div class="gdpr-consent">
      <label><input type="checkbox">I agree to offers from the harbour’s partners</label></div><button>Subscribe</button></form></div>`;
    expect(findAfter(form)).toEqual([
      'newsletter-form: Tides by email I agree to offers from the harbour’s partnersSubscribe',
    ]);
  });

  it('lists nothing that was empty anyway', () => {
    expect(findAfter('<div class="newsletter subscribe-box"></div>')).toEqual([]);
  });
});
