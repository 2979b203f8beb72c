// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { articlePage } from './article-page.ts';
import { findInside, findLast, textOf } from './find-blocks.ts';

/** News about subscriptions, newsletters, gifts and apps: each of these tells something. */
const TOLD = [
  'Users can start a free trial, pay ten dollars per month after that, and cancel anytime, the company said.',
  'To become a member, residents pay 40 crowns per month; the co-op now has unlimited access to the slipway.',
  'Sign up for the free trial, set an alarm, and cancel before the subscription renews at twelve euros a month.',
  'You can subscribe for a month, watch the whole series and cancel any time, which thousands of households did.',
  'The shipping line now sells a digital subscription with unlimited access to its ferries for nine euros a month.',
  'Donate Blood Now, a charity in the north, said its donors gave 400 litres last winter, more than ever before.',
  'Anyone who wants to subscribe to the newsletter of the lighthouse society gets it by email every Friday.',
  'The company asks new customers to enter an email address and to subscribe to its newsletter before they can pay.',
  'Readers who download the app get push notifications, and those who turn on notifications stay twice as long.',
  'Make a donation today, the posters on the pier say, and most people who walk past make a donation of two crowns.',
  'A digital subscription costs 12 euros per month; the first month free offer ends when the season does.',
  'Get the app, her son had told her, and so she went to the app store and could not find it there.',
  'Wer den Newsletter der Reederei abonnieren will, muss seine E-Mail-Adresse angeben und sich anmelden.',
  'Das Digitalabo kostet zehn Euro im Monat, ist jederzeit kündbar und im ersten Monat kostenlos.',
  'L’abonnement coûte dix euros par mois, sans engagement, et le premier mois est offert aux étudiants.',
  'La suscripción cuesta diez euros al mes y se puede cancelar en cualquier momento, explica la naviera.',
];

/** What somebody is quoted as asking, put into a box of its own. */
const QUOTED =
  '“Subscribe to our newsletter,” the sign on the door had read, until somebody painted over it in June.';

/** An author's line at the end that tells who it is, and ends in an invitation. */
const AUTHORS = [
  'Ana Kovač has covered the coast for nineteen years and wrote a book about lighthouses. Sign up for her newsletter here.',
  'Pavel Dorn lehrt Küstenkunde in Nordhafen und schreibt über Häfen, Fähren und Fische. Hier geht es zur Anmeldung für seinen Newsletter.',
];

/** What is put into a page later, behind its third paragraph. */
function findLate(html: string): string[] {
  document.title = 'Harbour board votes to dredge the eastern channel – The Pier Gazette';
  document.body.innerHTML = articlePage();
  const kept = [...document.querySelectorAll('h1, .story-text > p')];
  const third = document.querySelectorAll('.story-text > p')[2];
  third?.insertAdjacentHTML('afterend', html);
  const root = third?.nextElementSibling;
  if (root === null || root === undefined) throw new Error('nothing was put in');
  return findClutter(document, { root, getExtracted: () => kept }).map(textOf);
}

describe('what an article tells of subscriptions', () => {
  it.each(TOLD)('stays: %s', (sentence) => {
    expect(findInside(`<p>${sentence}</p>`)).toEqual([]);
  });

  it.each(TOLD)('stays where it comes late: %s', (sentence) => {
    expect(findLate(`<p>${sentence}</p>`)).toEqual([]);
    expect(findLate(`<div class="block"><p>${sentence}</p></div>`)).toEqual([]);
  });

  it.each(AUTHORS)('stays where it is about the author: %s', (text) => {
    expect(findLast(`<p><em>${text}</em></p>`)).toEqual([]);
    expect(findLast(`<div class="author-note"><p>${text}</p></div>`)).toEqual([]);
    expect(findLate(`<p>${text}</p>`)).toEqual([]);
  });
});

it('takes a line that asks a question and then leads to an offer', () => {
  const line =
    '<em>Do you value this? <a href="/subscribe">Become a Gazette subscriber</a> from £1 a week.</em>';
  expect(findLast(`<p>${line}</p>`)).toHaveLength(1);
});

describe('what comes late and asks', () => {
  it.each([
    '<p>Sign up for our evening tides newsletter here.</p>',
    '<p><a href="/newsletters">Sign up for the evening tides newsletter</a></p>',
    '<div class="box"><h3>Tides in your inbox</h3><p>Sign up for our newsletter.</p><form><input type="email"><button>Sign up</button></form></div>',
    '<p>Support our reporting with a donation today.</p>',
  ])('is found: %s', (html) => {
    expect(findLate(html)).toHaveLength(1);
  });
});

it('takes nothing that somebody is quoted as asking, in a box that comes late', () => {
  expect(findLate(`<div class="more"><p>${QUOTED}</p></div>`)).toEqual([]);
  document.body.insertAdjacentHTML('beforeend', `<div><p>${QUOTED}</p></div>`);
  const root = document.body.lastElementChild ?? document.body;
  expect(findClutter(document, { root, getExtracted: () => [] }).map(textOf)).toEqual([]);
});
