// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { articlePage } from './article-page.ts';
import { find, textOf } from './find-blocks.ts';

const CHANNEL = '<p class="note">Subscribe to our channel for more videos</p>';
const CHANNEL_LINK =
  '<p>Subscribe to our <a href="https://video.example/channel/gazette?sub_confirmation=1">channel</a></p>';
const ALT = 'Two dredgers at anchor off the eastern mole in the morning';

/** Puts a block into the article and says which of what `selector` finds would be gone. */
function lost(page: Parameters<typeof articlePage>[0], selector: string): string[] {
  const found = find(articlePage(page));
  const elements = [...document.querySelectorAll(selector)];
  expect(elements).not.toHaveLength(0);
  return elements
    .filter((element) => found.some((finding) => finding.element.contains(element)))
    .map((element) => element.outerHTML.slice(0, 60));
}

const FORM =
  '<form action="/newsletter/subscribe"><input type="email" placeholder="Email"><button>Sign up</button></form>';

describe('what belongs to the article stays, with a begging line in the same wrapper', () => {
  it.each([
    ['a player of the browser', `<div><video src="/dredger.mp4" controls></video>${CHANNEL}</div>`, 'video'],
    [
      'a frame',
      `<div><iframe src="https://video.example/embed/4711" allowfullscreen></iframe>${CHANNEL}</div>`,
      'iframe',
    ],
    [
      'a frame beside a link',
      `<div><iframe src="https://video.example/embed/4711"></iframe>${CHANNEL_LINK}</div>`,
      'iframe',
    ],
    [
      'a frame beside a button',
      `<div><div><iframe src="https://video.example/embed/4711"></iframe></div><div>Subscribe to our channel <a href="https://video.example/gazette" class="subscribe-button">Subscribe</a></div></div>`,
      'iframe',
    ],
    [
      'a player of a library',
      `<div class="subscribe-video"><div class="video-js" id="player-1"><div class="vjs-poster"></div><button>Play</button></div>${CHANNEL}</div>`,
      '.video-js',
    ],
    [
      'a sound',
      `<div><audio src="/tide.mp3" controls></audio><p>Subscribe to our podcast newsletter</p></div>`,
      'audio',
    ],
    [
      'a player over a form',
      `<div><video src="/dredger.mp4"></video><h3>Sign up for our newsletter</h3>${FORM}</div>`,
      'video',
    ],
    [
      'a player in a box named for the newsletter',
      `<div class="newsletter-promo"><video src="/a.mp4" controls></video><p>Sign up for our newsletter</p>${FORM}</div>`,
      'video',
    ],
    [
      'an image',
      `<div><img src="/dredger.jpg" alt="${ALT}" width="800" height="450">${CHANNEL}</div>`,
      'img',
    ],
    [
      'an image over a form',
      `<div><div><img src="/dredger.jpg" alt="${ALT}"></div><p>Sign up for our newsletter</p>${FORM}</div>`,
      'img',
    ],
    [
      'a figure',
      `<figure><img src="/dredger.jpg" alt="${ALT}"><figcaption>The dredgers at anchor on Monday. Subscribe to our channel for more.</figcaption></figure>`,
      'figcaption',
    ],
    [
      'a caption in a plain block',
      `<div><img src="/dredger.jpg" alt="${ALT}"><p class="caption">Dredgers at anchor. Photo: Ana Kovač. Sign up for our newsletter.</p></div>`,
      '.caption',
    ],
  ])('%s', (_, inside, selector) => {
    expect(lost({ inside }, selector)).toEqual([]);
  });

  it.each([
    [
      'the author and the date',
      '.by, time, .share, .count',
      `<div class="meta"><span class="by">By <a rel="author" href="/by/ana">Ana Kovač</a></span> <time datetime="2026-03-02">2 March 2026</time> <a class="count" href="#comments">12 comments</a> <button class="share">Share</button><div class="popover" hidden><p>Subscribe to bookmark this article</p><a href="/subscribe">Subscribe</a></div></div>`,
    ],
    [
      'the way into the account',
      '.in',
      '<div class="tools"><a class="in" href="/login">Log in</a><a href="/subscribe" class="subscribe">Subscribe now</a></div>',
    ],
    [
      'the way into the account beside an offer',
      '.in',
      '<div class="header-subscribe"><a class="in" href="/login">Log in</a><p>Subscribe now for only €1 a week and read all we write</p><a href="/subscribe">Subscribe now</a></div>',
    ],
  ])('in the page’s header: %s', (_, selector, top) => {
    expect(lost({ top }, selector)).toEqual([]);
  });
});

describe('forms that belong to the story stay', () => {
  it.each([
    '<div><h3>Register for the hearing</h3><p>The board hears residents on 14 March. Places are limited.</p><form action="/hearing/register"><input type="email" placeholder="Email"><button>Register</button></form></div>',
    '<form action="/hearing"><p>Register for the hearing</p><input type="email" name="email"><button>Register</button></form>',
    '<div><p>Sign up to speak at the hearing on the eastern channel</p><form action="https://board.example/hearing"><input name="name" placeholder="Name"><input type="email"><button>Sign up</button></form></div>',
    '<div><h3>Sign the petition against the dredging</h3><form action="/petition"><input type="email" placeholder="Your email"><button>Sign</button></form></div>',
  ])('%s', (inside) => {
    expect(lost({ inside }, 'form')).toEqual([]);
  });
});

describe('a wall inside the text keeps its form', () => {
  it.each([
    ['en', 'Register to continue reading', 'Create a free account with your email address.', 'Register'],
    [
      'fr',
      'Inscrivez-vous pour continuer à lire',
      'Créez un compte gratuit avec votre adresse e-mail.',
      'S’inscrire',
    ],
    [
      'de',
      'Registrieren Sie sich, um weiterzulesen',
      'Erstellen Sie ein kostenloses Konto mit Ihrer E-Mail-Adresse.',
      'Registrieren',
    ],
    [
      'es',
      'Regístrate para seguir leyendo',
      'Crea una cuenta gratuita con tu correo electrónico.',
      'Registrarse',
    ],
    ['it', 'Registrati per continuare a leggere', 'Crea un account gratuito con la tua email.', 'Registrati'],
  ])('%s', (_, heading, words, button) => {
    const form = `<form action="/register"><input type="email" placeholder="Email"><button>${button}</button></form>`;
    for (const last of [
      `<div class="box"><h3>${heading}</h3><p>${words}</p>${form}</div>`,
      `<h3>${heading}</h3><p>${words}</p>${form}`,
      `<div><div><h3>${heading}</h3></div><div><p>${words}</p></div><div>${form}</div></div>`,
    ]) {
      expect(lost({ last }, 'form')).toEqual([]);
      expect(lost({ inside: last }, 'form')).toEqual([]);
    }
  });
});

describe('what somebody is quoted as calling for stays', () => {
  it.each([
    '<p>“Join our union,” the drivers chanted outside the depot.</p>',
    '<p>"Join our union, support our strike fund with a donation," the drivers chanted.</p>',
    '<p>Join our union, the drivers chanted: “Support us with a donation.”</p>',
    '<p>‘Sign up for our newsletter,’ the leaflet said.</p>',
    '<p><em>Support our strike fund with a donation</em>, the posters said.</p>',
    '<p>— Unterstützen Sie unsere Arbeit mit einer Spende, riefen die Fahrer.</p>',
    '<p>‚Unterstützt unseren Streik mit einer Spende‘, riefen sie.</p>',
    '<blockquote><p>Join our union and donate today!</p></blockquote>',
  ])('%s', (inside) => {
    expect(lost({ inside }, '.story-text > *')).toEqual([]);
  });
});

it('the smallest box that is nothing but begging goes from beside them', () => {
  const promo = `<div class="promo"><h3>Sign up for our newsletter</h3>${FORM}</div>`;
  const inside = `<div><video src="/dredger.mp4" controls></video>${promo}</div>`;
  expect(find(articlePage({ inside })).map(textOf)).toEqual(['Sign up for our newsletterSign up']);
});

it('a picture of the newsletter itself goes with its box', () => {
  const inside = `<div class="newsletter-box"><img src="/letter.png" alt="Our newsletter"><h3>Sign up for our newsletter</h3>${FORM}</div>`;
  expect(find(articlePage({ inside })).map(({ element }) => element.className)).toEqual(['newsletter-box']);
});
