// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findInside, findLast } from './find-blocks.ts';

describe('one line between paragraphs', () => {
  it.each([
    ['en', 'Sign up for our evening tides newsletter here.'],
    ['en', 'Every day our pilots pick the best of the coast. Sign up for the newsletter here.'],
    ['en', 'Support our reporting with a donation today.'],
    ['en', 'Help us fund independent journalism with a monthly contribution.'],
    ['de', 'Hier geht es zur Anmeldung für unseren Newsletter.'],
    ['de', 'Unterstützen Sie unsere Arbeit mit einem kleinen Beitrag.'],
    ['uk', 'Підпишіться на нашу розсилку про море.'],
    ['uk', 'Підтримайте нашу редакцію: кожен донат важливий.'],
  ])('%s: takes "%s"', (_lang, line) => {
    expect(findInside(`<p>${line}</p>`)).toHaveLength(1);
  });

  it.each([
    ['en', 'This audio is created with AI assistance.'],
    ['de', 'Dieser Artikel wird maschinell vorgelesen.'],
    ['uk', 'Це аудіо створено за допомогою штучного інтелекту.'],
  ])('%s: takes what a page says of its own making, on choice: "%s"', (_lang, line) => {
    expect(findInside(`<p>${line}</p>`)).toEqual([]);
    expect(findInside(`<p>${line}</p>`, { 'page-note': true })).toEqual([`page-note: ${line}`]);
  });

  it.each([
    ['en', 'Story continues below advertisement', 'ad-slot'],
    ['de', 'Weiterlesen nach der Anzeige', 'ad-slot'],
    ['uk', 'Продовження після реклами', 'ad-slot'],
    ['en', '<b>Read more:</b> <a href="/a">Where the herring went</a>', 'related-links'],
    ['de', '<b>Lesen Sie auch:</b> <a href="/a">Wohin der Hering zog</a>', 'related-links'],
    ['uk', '<b>Читайте також:</b> <a href="/a">Куди поплив оселедець</a>', 'related-links'],
  ] as const)('%s: takes "%s" on choice, as %s', (_lang, line, kind) => {
    expect(findInside(`<p>${line}</p>`)).toEqual([]);
    expect(findInside(`<p>${line}</p>`, { [kind]: true })).toHaveLength(1);
  });
});

describe('sentences that only sound like it', () => {
  const ALL = { 'page-note': true, 'ad-slot': true, 'related-links': true, 'social-follow': true } as const;

  it.each([
    'Independent journalism is a gift to a small town, said the editor, who lives on donations.',
    'Unabhängiger Journalismus leistet einen Beitrag, den niemand messen kann, sagte sie.',
    'El periodismo independiente recibió una donación de la cofradía de pescadores.',
    'Le journalisme indépendant vit de dons dans ce petit port, explique la maire.',
    'Il giornalismo indipendente ha ricevuto una donazione dalla cooperativa dei pescatori.',
    'Niezależne dziennikarstwo przyjęło darowiznę od związku rybaków, powiedział burmistrz.',
    'O jornalismo independente recebeu uma doação da cooperativa dos pescadores.',
    'Незалежну журналістику в місті тримають внески рибалок, сказала редакторка.',
    'Each week she sends a newsletter to the three hundred people who own a boat here.',
    'Chaque semaine, elle envoie une newsletter par email aux trois cents marins du port.',
    'Ogni settimana la cooperativa manda una newsletter via email ai suoi trecento soci.',
    'Щодня розсилка про припливи приходить на пошту трьомстам рибалкам.',
    'This audio, played in court, was recorded on the pier before the barge sank.',
    'The voice on the tape was made with AI assistance, the prosecutor told the jury.',
    'Die Stimme auf dem Band war von einer KI erzeugt, sagte der Gutachter.',
    'The story continues below deck, where the cook keeps his paintings.',
    'Read more slowly, the pilot tells his pupils, and you will see the rocks.',
    'Follow us, the gulls seem to say, and the children run after them along the mole.',
    'To get the best price, download the harbour app and the rival one, then compare them for a week.',
    'The trial costs nothing for a month; after that a berth is 40 a week, with a membership.',
  ])('leaves "%s"', (sentence) => {
    expect(findInside(`<p>${sentence}</p>`, ALL)).toEqual([]);
  });

  it('leaves a list about prices and trials', () => {
    const list = `<ul><li>Berths range from 29 to 299 per month</li><li>A short free trial</li>
      <li>Get your first month for 1 when you sign up at the harbour office</li></ul>`;
    expect(findInside(list, ALL)).toEqual([]);
  });

  it('leaves a step of a guide that tells to download something', () => {
    const step =
      '<p>9. Download the town’s chart to your phone – by this, I don’t just mean download the chart app. You can download the whole coast, so you’ll use less data at sea.</p>';
    expect(findInside(step, ALL)).toEqual([]);
  });
});

describe('a sentence about the site’s own channels', () => {
  const mail = '<a href="mailto:tides@pier.example">tides@pier.example</a>';
  const page = '<a href="https://www.facebook.com/pier">Trella</a>';
  const list = '<a href="/newsletters/7">brannik</a>';
  const words = 'Trella min fala osk dervi nal tura meske von hest brannik our';

  it('goes, whatever it says', () => {
    expect(findLast(`<p>${words} ${mail}, ${page}, ${list}.</p>`)).toHaveLength(1);
  });

  it('goes where each link leads to where the site sells itself', () => {
    const lists = '<a href="/newsletters/one">Osk</a> dervi <a href="/newsletters/two">Nal</a>';
    expect(findLast(`<p>${words.replace('our', '')} ${lists}.</p>`)).toHaveLength(1);
    expect(findLast(`<p>${words.replace('our', '')} ${list}, ${page}.</p>`)).toEqual([]);
  });

  it('stays behind one that tells of the author', () => {
    expect(findLast(`<p>Ana Kovač covers the sea. ${words} ${mail}, ${page}, ${list}.</p>`)).toEqual([]);
  });

  it('stays where a link leads to a story, or none to where the site sells itself', () => {
    const story = '<a href="/sea/the-mole">nal tura</a>';
    expect(findLast(`<p>${words} ${mail}, ${story}, ${list}.</p>`)).toEqual([]);
    expect(findLast(`<p>${words} ${mail}, ${page}.</p>`)).toEqual([]);
  });
});
