// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { cleanByline } from '../../../utils/article/metadata/clean-byline.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose, readArticle, textOf } from './make-page.ts';

const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const named = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const data = (article: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...article })}</script>`;

it('the site is no section', () => {
  const site = property('og:site_name', 'Harbour');
  expect(readArticle({ head: site + property('article:section', 'Harbour') }).siteName).toBe('The Quay');
  expect(readArticle({ head: site }).siteName).toBe('The Quay');
  expect(readArticle({ head: site }, 'https://lumholm.example/2025/ferry').siteName).toBe('Harbour');
});

it('the site is not the title of the page', () =>
  expect(readArticle({ head: named('application-name', 'Ferry leaves late again') }).siteName).toBe(
    'The Quay',
  ));

it('the site is what its address is named after, where a template states something else', () => {
  const head = property('og:site_name', 'Security') + named('application-name', 'The Quay');
  expect(readArticle({ head }).siteName).toBe('The Quay');
});

it('the site is the end of the title, where nothing else names it', () => {
  expect(readArticle({}).siteName).toBe('The Quay');
  expect(readArticle({}, 'https://lumholm.example/2025/ferry').siteName).toBeNull();
});

const site = (name: string, head = '') => property('og:site_name', name) + head;
const publisher = (name: string) => data({ publisher: { name } });

it.each<[string, string]>([
  ['an address', site('https://www.quay.example/')],
  ['a host', site('quay.example')],
  ['a host, where another name is stated', site('www.quay.example', publisher('The Quay'))],
  ['a country', site('United Kingdom')],
  ['a country in the language of the page', `<meta name="publisher" content="Deutschland">`],
  ['its name in another language', site('Quay Messenger of Lumholm')],
])('the name of the site is never %s', (_, head) => {
  const lang = head.includes('Deutschland') ? 'de' : 'en';
  const html = makeArticle({ head }).replace('lang="en"', `lang="${lang}"`);
  const article = extractArticle(parsePage(html), 'https://thequay.example/2025/ferry')?.article;
  expect(article?.siteName).toBe('The Quay');
});

it('the name of the site is a host without its ending, where nothing else is stated', () => {
  const read_ = (head: string) =>
    extractArticle(
      parsePage(makeArticle({ head }).replace('| The Quay', '')),
      'https://www.quaypost.example/2025/ferry',
    )?.article.siteName;
  expect(read_(site('QuayPost.example'))).toBe('QuayPost');
  expect(read_(site('https://www.quaypost.example/'))).toBe('quaypost');
});

it('the name of the site is written as the page is', () => {
  const page = (title: string, head: string) =>
    extractArticle(
      parsePage(makeArticle({ head }).replace(/<title>.*<\/title>/, `<title>${title}</title>`)),
      'https://minato.example/2025/ferry',
    )?.article.siteName;
  const both = site('The Minato Shimbun', publisher('みなと新聞'));
  expect(page('フェリーがまた遅れる', both)).toBe('みなと新聞');
  expect(page('フェリーがまた遅れる | みなと新聞', site('The Minato Shimbun'))).toBe('みなと新聞');
  expect(page('Ferry leaves late again', both)).toBe('The Minato Shimbun');
});

it('the name of the site is no country of the page’s language or address, and asks for the names of no others', () => {
  const names = vi.spyOn(Intl.DisplayNames.prototype, 'of');
  const nameOf = (name: string, lang: string, host: string) =>
    extractArticle(
      parsePage(
        makeArticle({ head: site(name) })
          .replace('| The Quay', '')
          .replace('lang="en"', `lang="${lang}"`),
      ),
      `https://${host}/2025/ferry`,
    )?.article.siteName;
  expect(nameOf('Irland', 'de', 'thequay.ie')).toBeNull();
  expect(nameOf('Brasil', 'pt-BR', 'thequay.example')).toBeNull();
  expect(nameOf('Österreich', 'de', 'thequay.at')).toBeNull();
  expect(names.mock.calls.length).toBeLessThan(20);
  names.mockRestore();
});

it('the name of the site may be that of a country, where the address is, too', () =>
  expect(readArticle({ head: site('Jordan') }, 'https://jordan.example/2025/ferry').siteName).toBe('Jordan'));

it.each('of the article|Von|author of the article|de|By the|par|von der|автор|Przez'.split('|'))(
  'a byline of function words is nobody: %s',
  (printed) => {
    expect(cleanByline([printed], null)).toBeNull();
    const head = data({ author: { name: 'Ina Vold' } });
    const before = `<p class="byline">${printed}</p>`;
    expect(readArticle({ head, before }).byline).toBe('Ina Vold');
    expect(readArticle({ head: head + named('author', printed), before }).byline).toBe('Ina Vold');
    expect(readArticle({ head: data({ author: [{ name: printed }, { name: 'Ina Vold' }] }) }).byline).toBe(
      'Ina Vold',
    );
    expect(readArticle({ before }).byline).toBeNull();
  },
);

it.each(['Le Van', 'Do An', 'Von der Aa', 'Li E', 'Van Vold'])(
  'a byline of function words may look like a name of short words: %s',
  (name) => expect(cleanByline([name], 'en')).toBe(name),
);

it.each([
  ['Diébédo Okoro', 'en'],
  ['Avşar Demir', 'tr'],
  ['Di Wu', 'en'],
  ['Da Eun Kim', 'en'],
  ['Di Maria', 'it'],
  ['Von der Aa', 'de'],
])('a name keeps its first syllable: %s', (name, lang) => expect(cleanByline([name], lang)).toBe(name));

it.each([
  ['Di Luca Rossi', 'it', 'Luca Rossi'],
  ['Von Ina Vold', 'de', 'Ina Vold'],
  ['von Ina Vold', 'de-AT', 'Ina Vold'],
  ['Av Siv Moe', 'nb', 'Siv Moe'],
  ['Par Ina Vold et Olaf Byberg', 'fr', 'Ina Vold, Olaf Byberg'],
  ['Af Siv Moe og Per Aas', 'da', 'Siv Moe, Per Aas'],
  ['By Siv Moe And Per Aas', 'en', 'Siv Moe, Per Aas'],
])('a name loses the word for "by" of its language: %s', (printed, lang, name) =>
  expect(cleanByline([printed], lang)).toBe(name),
);

it.each([
  ['BY SIV MOEN AND PER AAS-HOLT', 'Siv Moen, Per Aas-Holt'],
  ["MARÍA DE LA O'SHEA", "María de la O'Shea"],
  ['OLAF MCBYRNE III', 'Olaf McByrne III'],
  ['ABC NEWS', 'ABC NEWS'],
  ['J.P. VOLD', 'J.P. Vold'],
  ['TT NTB', 'TT NTB'],
])('a name is not in capitals: %s', (printed, name) => {
  expect(cleanByline([printed], 'en')).toBe(name);
});

it('a name is no scrap of a sentence, no label and no section', () => {
  for (const scrap of ['Skip to toolbar', 'Representative to the Liaison Committee', 'Veröffentlicht am'])
    expect(cleanByline([scrap], 'en'), scrap).toBeNull();
  expect(cleanByline(['By Ina Vold in News, Business'], 'en')).toBe('Ina Vold');
  const head = named('author', 'Harbour') + property('article:section', 'Harbour');
  expect(readArticle({ head }).byline).toBeNull();
});

it('a name stands without the address of a firm or of the house', () => {
  expect(cleanByline(['Quaylab GmbH, Lumholm, Norway'], 'en')).toBe('Quaylab GmbH');
  const head = property('og:site_name', 'The Quay') + named('author', 'Ina Vold, The Quay, Lumholm');
  expect(readArticle({ head }).byline).toBe('Ina Vold');
  expect(readArticle({ head: named('author', 'By Ina Vold, Quay') }).byline).toBe('Ina Vold');
  const house = property('og:site_name', 'The Quay') + named('author', 'The Quay, Lumholm, Norway');
  expect(readArticle({ head: house }).byline).toBe('The Quay');
});

it('a name may be stated in two', () => {
  const head = data({ author: [{ '@type': 'Person', givenName: 'Ina', familyName: 'Vold' }] });
  expect(readArticle({ head }).byline).toBe('Ina Vold');
});

const before = '<p>By <a href="/author/ina">Ina Vold</a></p>';

it('a printed name counts before the house, its domain and an agency', () => {
  const publisher = data({ author: { name: 'Harbour Trust' }, publisher: { name: 'Harbour Trust' } });
  for (const head of [publisher, named('author', 'quay NEWS'), named('author', 'Reuters')])
    expect(readArticle({ head, before }).byline, head).toBe('Ina Vold');
});

it('a printed name may be an agency, where nobody else is named', () =>
  expect(readArticle({ before: '<p class="byline">By Associated Press</p>' }).byline).toBe(
    'Associated Press',
  ));

it('a printed name may stand behind its label under the text', () => {
  const after = '</div><ul><li>Autorin/Autor Ina Vold</li></ul><div>';
  expect(readArticle({ after }).byline).toBe('Ina Vold');
});

it('a printed name does not take the place of a person’s with a team’s', () => {
  const head = data({ author: { name: 'Ina Vold' }, publisher: { name: 'Ina Vold' } });
  expect(readArticle({ head, before: '<p>By The Quay Team</p>' }).byline).toBe('Ina Vold');
});

it.each([
  ['Ina Vold Political correspondent', 'Ina Vold'],
  ['Ina Marie Vold Senior business and economics reporter', 'Ina Marie Vold'],
  ['Ina Vold Wirtschaftsredakteurin', 'Ina Vold'],
  ['Ina Writer', 'Ina Writer'],
  ['Ina Vold, Per Aas und dpa', 'Ina Vold, Per Aas, dpa'],
  ['Ina Vold, Candidate Representative to the Committee of the Harbour', 'Ina Vold'],
])('what is printed behind a name: %s', (stated, name) => expect(cleanByline([stated])).toBe(name));

const organisation = data({ author: { '@type': 'Organization', name: 'Harbour Wire' } });

it('an organisation as the author gives way to whom the page names', () =>
  expect(readArticle({ head: organisation, before: '<p class="author">Ina Vold</p>' }).byline).toBe(
    'Ina Vold',
  ));

it('an organisation as the author counts where nobody else is named', () =>
  expect(readArticle({ head: organisation }).byline).toBe('Harbour Wire'));

it('a printed byline is read behind the day in one line', () => {
  const line = '<div>03/01/2017 by Ina Vold, Representative to the Committee of the Harbour</div>';
  expect(readArticle({ before: line }).byline).toBe('Ina Vold');
});

it('a printed byline is found by the text where the headline stands far above it', () => {
  const trail = '<nav class="breadcrumb"><h1>Ferry leaves late again</h1></nav>';
  const menu = Array.from({ length: 14 }, (_, n) => `<ul><li>Line ${n}</li></ul>`).join('');
  const body = `<div class="head"><h2>Late, once more</h2><span class="author">By Ina Vold</span></div>${paragraphs(5)}`;
  const html = makeArticle({ body })
    .replace('<h1>Ferry leaves late again</h1>', '')
    .replace('<main>', `${trail}${menu}<main>`);
  expect(extractArticle(parsePage(html), ARTICLE_URL)?.article.byline).toBe('Ina Vold');
});

/** A body with something between its paragraphs. */
const within = (part: string): string => `${paragraphs(3)}${part}<p>${prose(6)[5]}</p>`;
const WHOLE = [...prose(3), prose(6)[5]];

const answer = (n: number): string =>
  `<label><input type="radio" name="a" id="a${n}"><span>Answer ${n} of them all.</span></label>`;
const parts: [string, string][] = [
  ['a poll', `<div><p>Should the old ramp be kept in a museum?</p>${answer(1)}${answer(2)}</div>`],
  [
    'a poll whose labels stand beside the buttons',
    '<div><p>Should the old ramp be kept?</p><input type="radio" id="y"><label for="y">Yes, by all means.</label><input type="radio" id="n"><label for="n">No, not for a day.</label></div>',
  ],
  [
    'a tooltip',
    '<div class="js-tooltip-content"><p>You can keep this story on your page. Please become one of us.</p></div>',
  ],
  ['the bar of a player', '<div><span>Time: 0:00</span><span> Length: 3:15</span></div>'],
  ['a note on a machine', '<p>This summary was generated with the help of AI and checked by an editor.</p>'],
  ['a note on what was saved', '<p>Story saved. You can find it in your reading list.</p>'],
  ['a note on who may vote', '<p>Log in to vote on what becomes of the ramp in the end.</p>'],
  [
    'what stands in for a post',
    '<div><p>This content is hosted by a third party, and may read your cookies.</p></div>',
  ],
];
it.each(parts)('what a site puts between the paragraphs: %s is no text', (_, part) =>
  expect(textOf({ body: within(part) })).toEqual(WHOLE),
);

it.each([
  [
    'a choice of one',
    '<div><p>The council had one answer to it, and no other.</p><label><input type="radio">Yes</label></div>',
    'The council had one answer to it, and no other.',
  ],
  [
    'a part that unfolds by a radio button',
    `${[1, 2, 3].map((n) => `<input type="radio" id="r${n}"><label for="r${n}">Chapter ${n}</label><div><p>${prose(9)[5 + n]}</p></div>`).join('')}`,
    'Chapter 2',
  ],
  [
    'a sentence with two times',
    '<p>It left at 0:00 and came back at 3:15, when all were asleep.</p>',
    'It left at 0:00 and came back at 3:15, when all were asleep.',
  ],
  [
    'a report of a summary',
    '<p>The summary that was generated by the council had two pages, and no date.</p>',
    'The summary that was generated by the council had two pages, and no date.',
  ],
])('what a site puts between the paragraphs: %s is text', (_, part, text) =>
  expect(textOf({ body: within(part) })).toContain(text),
);

const image = '<img src="/ramp.jpg" width="800" height="450" alt="">';

it('pictures take the lines under them along, whatever the boxes are called', () => {
  const figure = `<div class="x1"><div>${image}</div><div><p>The old ramp at low tide in the morning</p><p>Ina Vold</p></div></div>`;
  const article = readArticle({ body: within(figure) });
  expect(article.text.split('\n\n')).toEqual(WHOLE);
  expect(article.html).toContain('The old ramp at low tide');
  expect(textOf({ body: within(`${image}<p class="caption">The old ramp at low tide.</p>`) })).toEqual(WHOLE);
});

it.each(
  Object.entries({
    'a paragraph that a picture opens': `<p>${image}Nobody has seen the ramp since.</p>`,
    'a card with a heading': `<div>${image}<h3>The ramp</h3><p>Nobody has seen the ramp since.</p></div>`,
    'an item of a list': `<ul><li>${image}<p>Nobody has seen the ramp since.</p></li></ul>`,
    'a line before a picture': `<div><p>Nobody has seen the ramp since.</p>${image}</div>`,
    'a line beside a picture of no known size':
      '<div><img src="/play.png"><p>Nobody has seen the ramp since.</p></div>',
    'a line beside an icon':
      '<div><img src="/i.png" width="32" height="32"><p>Nobody has seen the ramp since.</p></div>',
  }),
)('pictures leave %s', (_, part) =>
  expect(textOf({ body: within(part) })).toContain('Nobody has seen the ramp since.'),
);

it('the beginning of the text has no lines of the headline’s before a byline or a time', () => {
  const head =
    '<p>Harbour</p><p>Late, and late again</p><p>By Ina Vold</p><p>04.03.2025 - 15:48 Reading: 2 min</p>';
  expect(textOf({ body: head + paragraphs(4) })).toEqual(prose(4));
});

it('the beginning of the text has its standfirst', () => {
  const standfirst =
    'The ferry to Lumholm leaves late, and the town has ceased to ask when it will come back at all';
  const head = `<h2>${standfirst}</h2><p>Lumholm - 4 Mar 2025 - 08:22 CET</p>`;
  expect(textOf({ body: head + paragraphs(4) })).toContain(standfirst);
});

const lines = prose(8).map((text) => `<p>${text}</p>`);
const inParts = `<div>${lines.slice(0, 3).join('')}</div><div>${lines.slice(3).join('')}</div>`;
const plea =
  '<p>Why we ask</p><p>The harbour has no other paper, and it takes three of us a week to read the log of the ferry. Whoever reads this knows what it costs. Please support our work with a donation. <a href="/give">Give now</a></p>';

it('the end of the text has no plea of the site’s, however much it tells', () =>
  expect(textOf({ body: `${inParts}<div class="x2">${plea}</div>` })).toEqual(prose(8)));

it('the end of the text keeps what tells of donations, and asks for none', () => {
  const told = 'The museum asked for a donation, and got two thousand from the owner of the ferry alone.';
  const part = `<div><p>${told} <a href="/museum">More of it</a></p></div>`;
  expect(textOf({ body: inParts + part })).toContain(`${told} More of it`);
});

it('elements of the page’s own making are boxes, with names that tell what they are', () => {
  const offer = '<x-box class="paywall-text">The Quay Plus<br>Four weeks for one crown</x-box>';
  expect(textOf({ body: paragraphs(5), after: offer })).toEqual(prose(5));
  expect(readArticle({ before: '<x-byline><x-name>Ina Vold</x-name></x-byline>' }).byline).toBe('Ina Vold');
  expect(readArticle({ before: '<x-part id="authors"><x-html>Ina Vold</x-html></x-part>' }).byline).toBe(
    'Ina Vold',
  );
});

it('elements of the page’s own making are words of a sentence in one', () => {
  const sentence = (inner: string): string => `The ${inner} left late, which surprised nobody on the quay.`;
  const whole = sentence('ferry');
  expect(textOf({ body: within(`<p>${sentence('<x-term>ferry</x-term>')}</p>`) })).toContain(whole);
  expect(textOf({ body: within(`<div>${sentence('<x-term>ferry</x-term>')}</div>`) })).toContain(whole);
  const opening = 'Ferries left late that day, which surprised nobody on the quay.';
  expect(textOf({ body: within(`<div><x-term>Ferries</x-term>${opening.slice(7)}</div>`) })).toContain(
    opening,
  );
});

it.each([
  'Those who had signed up for the newsletter of the parish heard of it when the pier was open again.',
  'Der Newsletter der Gemeinde meldete die Sperrung erst, als sie schon wieder aufgehoben war.',
])('what an article tells of newsletters is its last sentence: %s', (last) =>
  expect(textOf({ body: `${paragraphs(3)}<p>${last}</p>` })).toEqual([...prose(3), last]),
);

it('what an article tells of newsletters may be quoted', () => {
  const quoted = '“Subscribe to our newsletter,” the sign on the door had read, until June.';
  expect(textOf({ body: within(`<p>${quoted}</p>`) })).toContain(quoted);
});

it('what an article tells of newsletters leaves paragraphs that are quoted from end to end', () => {
  const lines = ['“We never saw the tide so low.”', '„Es war nie so still am Hafen wie in diesem Winter.“'];
  expect(textOf({ body: within(lines.map((line) => `<p>${line}</p>`).join('')) })).toEqual(
    expect.arrayContaining(lines),
  );
});

it('what an article tells of newsletters is not what it asks at its end', () => {
  for (const asks of [
    'Sign up for our newsletter and get the tides each Friday.',
    'More of this is in the <a href="/newsletters">newsletter of the Gazette</a>.',
  ])
    expect(textOf({ body: `${paragraphs(3)}<p>${asks}</p>` })).toEqual(prose(3));
});
