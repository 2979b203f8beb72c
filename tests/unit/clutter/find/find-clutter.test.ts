// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findClutter } from '../../../../utils/clutter/find/find-clutter.ts';
import type { ClutterFinding, ClutterKind } from '../../../../utils/clutter/types.ts';
import { articlePage } from '../article-page.ts';
import { find, findAfter, findInside, textOf } from '../find-blocks.ts';

it.each([
  ['newsletter-promo', '<h3>Tides in your inbox</h3><p>Sign up for our newsletter.</p>'],
  ['newsletter-promo', '<p>Abonnieren Sie unseren Newsletter und erhalten Sie ihn per E-Mail.</p>'],
  ['newsletter-promo', '<p>Підпишіться на нашу розсилку та отримуйте новини на пошту.</p>'],
  ['donate-nag', '<p>Support our journalism with a one-time gift. <a href="/donate">Donate now</a></p>'],
  ['donate-nag', '<p>Soutenez notre rédaction, faites un don par carte bancaire.</p>'],
  ['donate-nag', '<p>Підтримайте нас: ваш внесок дає нам працювати. Patreon</p>'],
])('finds a %s after the article: %s', (kind, block) => {
  expect(findAfter(`<div class="x1">${block}</div>`)).toEqual([
    expect.stringMatching(new RegExp(`^${kind}: `)),
  ]);
});

describe('what each piece of evidence adds up to', () => {
  it.each(
    Object.entries({
      'subscribe-nag':
        '<div class="k"><p>Subscribe now for unlimited access.</p><a href="/subscribe">See offers</a></div>',
      'app-promo':
        '<div class="app-banner"><p>Read faster in the Pier app.</p><a href="https://apps.apple.com/app/id1">Get the app</a></div>',
      'push-prompt':
        '<div class="zz"><p>Turn on notifications for storm warnings?</p><button>Not now</button><button>Allow</button></div>',
      'newsletter-promo':
        '<div class="q7"><p><span>Sign</span> <span>up</span> <b>for</b> our <i>news</i>letter <span>today</span>.</p></div>',
      'subscribe-nag|adblock|donate-nag|overlay|.':
        '<aside class="w"><p>Please consider turning off your ad blocker; it pays for this site.</p></aside>',
    }),
  )('finds a %s', (kind, block) => {
    expect(findAfter(block)).toEqual([expect.stringMatching(new RegExp(`^(?:${kind})`))]);
  });

  it('finds the frame of a mailing service with its wrapper', () => {
    const found = find(
      articlePage({
        inside:
          '<div class="wrap"><iframe src="https://gazette.substack.com/embed" height="300"></iframe></div>',
      }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.element.className).toBe('wrap');
  });

  it('finds the frame of a service that nobody knows by its name, and leaves a video and a wall’s offer', () => {
    const frame = (about: string) =>
      `<div class="wrap"><iframe src="https://x7.example/f/41" ${about}></iframe></div>`;
    expect(findInside(frame('name="newsletter-signup"'))).toEqual(['newsletter-promo: ']);
    expect(findAfter(frame('name="donation-form"'))).toEqual(['donate-nag: ']);
    expect(findAfter(frame('title="Why the newsletter boom ended"'))).toEqual([]);
    expect(findAfter(frame('name="subscription-offer"'))).toEqual([]);
  });

  it('finds a custom element by its tag although its inside cannot be seen', () => {
    const found = find(articlePage({ inside: '<newsletter-signup></newsletter-signup>' }));
    expect(found.map((finding) => finding.element.localName)).toEqual(['newsletter-signup']);
  });

  it('takes a closed component by any name it has, and none that only sounds like a part of the page', () => {
    const page = articlePage({
      after: '<closed-signup class="newsletter-signup"></closed-signup><story-map class="wide"></story-map>',
    });
    expect(find(page).map(({ element }) => element.localName)).toEqual(['closed-signup']);
  });

  it('looks into open shadow roots, and hides there', () => {
    document.body.innerHTML = articlePage({ after: '<pier-box></pier-box>' });
    const root = document.querySelector('pier-box')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<div><p>Sign up for our newsletter and get it by email.</p></div>';
    expect(findClutter(document)).toHaveLength(1);
  });

  it('takes the heading, the notes and the wrapper along', () => {
    const found = find(
      articlePage({
        after: `<div class="outer"><div class="inner"><h3>Evening Tides</h3><p>What the sea did today.</p>
        <form><input type="email"><button>Sign up</button></form><small>By signing up you agree to our privacy policy.</small></div></div>`,
      }),
    );
    expect(found.map((finding) => finding.element.className)).toEqual(['outer']);
  });

  it('finds every copy of a block that stands between paragraphs', () => {
    const box = '<div class="nl-box"><p>Sign up for our newsletter today.</p></div>';
    expect(find(articlePage({ inside: box, before: box, after: box }))).toHaveLength(3);
  });
});

describe('in the text itself', () => {
  it.each([
    'The ferry line said that 4,000 people had subscribed to its newsletter since May, more than ever before.',
    'Readers who sign up for the harbour list get a call before each storm, the pilots’ union explained on Monday.',
    'She writes a newsletter about tides, “Sign up for our newsletter”, and paints in the winter.',
    '“Subscribe now,” the poster on the pier says, “and get the first issue free.”',
    'The museum lives on donations; last year 300 people gave less than twenty euros each.',
    'You can write to the pilots at harbour@pier.example if you see a buoy adrift.',
    'The board will support local fishermen with a fund of two million, it said.',
    'The new app of the coast guard warns of currents; it was downloaded by nine thousand people.',
    'Streaming services fight over how many subscriptions a household will sign up for, said the analyst.',
    'Die Reederei hat 900 Abonnenten für ihren Newsletter gewonnen, teilte sie am Montag mit.',
    'Le port compte sur les dons de ses membres pour réparer la vieille grue avant l’hiver.',
    'Редакція розповіла, що розсилку читають сорок тисяч людей, і подякувала їм.',
  ])('leaves a sentence that tells: %s', (sentence) => {
    expect(findInside(`<p>${sentence}</p>`)).toEqual([]);
  });

  it('leaves a pull quote that asks', () => {
    expect(
      findInside('<blockquote class="pull-quote"><p>Subscribe now, or miss the boat</p></blockquote>'),
    ).toEqual([]);
  });

  it('leaves the headline, whatever it says', () => {
    expect(
      find(
        articlePage().replace(/<h1>.*<\/h1>/, '<h1>Sign up for our newsletter: how a slogan was born</h1>'),
      ),
    ).toEqual([]);
  });
});

describe('the line between clutter and walls', () => {
  const overlay = (inside: string) =>
    `<div class="overlay" role="dialog" style="position:fixed;inset:0">${inside}</div>`;

  it.each([
    '<h2>Sign up for our newsletter</h2><form><input type="email"><button>Sign up</button></form>',
    '<h2>Support our journalism</h2><p>Make a donation today.</p><a href="/donate">Donate now</a><button>Maybe later</button>',
    '<h2>Become a member</h2><p>Subscribe now and cancel anytime.</p><a href="/subscribe">See offers</a><button>No thanks</button>',
  ])('takes what merely covers the page: %s', (inside) => {
    expect(findAfter(overlay(inside))).toHaveLength(1);
  });

  it.each(
    Object.entries({
      'a payment wall':
        '<h2>Subscribe now to continue reading</h2><p>Unlimited access for 1 a week.</p><a href="/subscribe">Subscribe</a>',
      'a registration wall':
        '<h2>Create a free account to keep reading</h2><form><input type="email"><button>Continue</button></form>',
      'a metered wall':
        '<h2>You have reached your limit of free articles</h2><a href="/subscribe">Subscribe now</a>',
      'a German wall':
        '<h2>Jetzt weiterlesen mit Abo</h2><p>Jetzt testen, jederzeit kündbar.</p><a href="/abo">Jetzt abonnieren</a>',
      'a login':
        '<h2>Log in</h2><form><input type="email"><input type="password"><button>Log in</button></form><p>Not a subscriber? Subscribe now</p>',
      'an ad blocker wall':
        '<h2>Using an ad blocker?</h2><p>Consider supporting our work: become a member for as little as 3 a month.</p>',
      'a consent dialog':
        '<p>We use cookies and the email address in your account to show you ads and our newsletter, if you agree.</p><button>Accept all</button>',
    }),
  )('leaves %s', (_what, inside) => {
    expect(findAfter(overlay(inside))).toEqual([]);
  });

  it('tells a pop-up from a form in the page', () => {
    const form =
      '<h2>Sign up for our newsletter</h2><form><input type="email"><button>Sign up</button></form>';
    expect(findAfter(overlay(form))[0]).toMatch(/^overlay: /);
    expect(findAfter(`<div class="k">${form}</div>`)[0]).toMatch(/^newsletter-form: /);
  });

  it('leaves what is named a wall', () => {
    expect(findAfter('<div class="paywall-box"><p>Subscribe now for unlimited access.</p></div>')).toEqual(
      [],
    );
  });
});

describe('what the user writes in', () => {
  it.each(
    Object.entries({
      'a search box': '<form role="search"><input type="search" name="q"><button>Search</button></form>',
      'a comment form':
        '<div id="respond"><h3>Leave a reply</h3><form><textarea></textarea><input type="email" name="email"><label>Notify me of new posts by email.</label><button>Post</button></form></div>',
      'a letter to the editor':
        '<form><p>Write to us</p><textarea></textarea><label>Your email</label><input type="email"><button>Send</button></form>',
      'a login':
        '<form class="login"><input type="email"><input type="password"><button>Log in</button></form>',
      'a link to send to a friend':
        '<form><label>Your name</label><input name="name"><label>Friend’s email</label><input type="email"><button>Send</button></form>',
      'a menu':
        '<nav><a href="/newsletters">Newsletters</a> <a href="/subscribe">Subscribe</a> <a href="/donate">Donate</a></nav>',
    }),
  )('leaves %s', (_what, block) => {
    expect(findAfter(block)).toEqual([]);
  });
});

describe('kinds that are off by default', () => {
  const block: Record<string, string> = {
    'share-bar':
      '<div class="share-tools"><span>Share this</span> <a href="#">Post</a> <a href="#">Mail</a></div>',
    'social-follow': '<div class="b"><h4>Follow us</h4><a href="#">Photos</a> <a href="#">Films</a></div>',
    'related-links':
      '<section class="related-stories"><h2>More from the coast</h2><ul><li><a href="/a">A lighthouse is lit again after forty years</a></li><li><a href="/b">Where the herring went</a></li></ul></section>',
    comments:
      '<div id="comments"><h3>Comments</h3><p>Well said, but the mussel beds will suffer, and nobody asked the women who pick them.</p></div>',
    'ad-slot': '<div class="ad-slot"><span>Advertisement</span></div>',
  };

  it.each(Object.keys(block) as ClutterKind[])('%s stays, and goes on choice', (kind) => {
    const html = articlePage({ after: block[kind] ?? '' });
    expect(find(html)).toEqual([]);
    const found = find(html, { [kind]: true });
    expect(found.map((finding) => finding.kind)).toEqual([kind]);
    expect(textOf(found[0] as ClutterFinding)).toBe(
      (document.querySelector('main')?.nextElementSibling?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  });

  it('takes a line in the text that leads elsewhere', () => {
    const found = find(
      articlePage({ inside: '<p><strong>Read more:</strong> <a href="/x">Where the herring went</a></p>' }),
      { 'related-links': true },
    );
    expect(found.map(textOf)).toEqual(['Read more: Where the herring went']);
  });

  it('takes the heading of a list that has not come, and leaves a word in a menu', () => {
    const after =
      '<div class="related-posts"><h3>Related</h3></div><ul class="related-menu"><li>Tides</li></ul>';
    expect(find(articlePage({ after }), { 'related-links': true }).map(textOf)).toEqual(['Related']);
  });

  it('leaves a button that opens more of the menu', () => {
    const after = '<div><a href="/tides">Tides</a></div><div><button>More</button></div>';
    expect(find(articlePage({ after }), { 'related-links': true })).toEqual([]);
  });

  it('leaves a paragraph after a heading of that sort, and takes a list', () => {
    const told =
      '<h3>Related work</h3><p>The <a href="/b">breakwater of 1911</a> was built with <a href="/c">stones from the old prison</a>, and it has been mended twice since then.</p>';
    expect(
      find(articlePage({ after: `<div>${told}</div>` }), { 'related-links': true })
        .map(textOf)
        .join(' '),
    ).not.toContain('mended twice');
    const list =
      '<h3>Related</h3><ul><li><a href="/b">The breakwater of 1911</a></li><li><a href="/c">Stones from a prison</a></li></ul>';
    expect(
      find(articlePage({ after: `<div>${list}</div>` }), { 'related-links': true })
        .map(textOf)
        .join(' '),
    ).toContain('The breakwater of 1911');
  });

  it('leaves posts that the article shows', () => {
    const post =
      '<blockquote class="twitter-tweet"><p>The first barge is here, and it is smaller than we thought it would be.</p><a href="#">@pier</a></blockquote>';
    expect(
      find(articlePage({ inside: post }), {
        'share-bar': true,
        'social-follow': true,
        'related-links': true,
      }),
    ).toEqual([]);
  });
});

describe('hostile pages', () => {
  it('is not fooled by the same words in the names of the page’s own scaffolding', () => {
    document.body.className = 'newsletter subscribe modal donate paywall comments';
    expect(find(`<div class="newsletter-article subscribe donate">${articlePage()}</div>`)).toEqual([]);
    document.body.className = '';
  });
});
