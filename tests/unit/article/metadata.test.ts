// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { cleanByline, cleanName, isLoginName } from '../../../utils/article/metadata/clean-byline.ts';
import { determineDayOrder } from '../../../utils/article/metadata/day-order.ts';
import {
  extractSlugWords,
  readCanonicalUrl,
  stripTrackingParameters,
} from '../../../utils/article/metadata/page-address.ts';
import { pickFromSrcset } from '../../../utils/article/metadata/pick-image.ts';
import { removeSiteName } from '../../../utils/article/metadata/pick-title.ts';
import { findDate, toIsoDate } from '../../../utils/article/metadata/read-dates.ts';
import { findUpdateDate } from '../../../utils/article/updated-date.ts';
import { captureDom } from '../../../utils/page/dom-realm.ts';
import {
  ARTICLE_URL,
  makeArticle,
  type Parts,
  paragraphs,
  parsePage,
  prose,
  readArticle,
} from './make-page.ts';

const headline = 'Ferry leaves late again';

const page = (
  heading: string,
  { title = headline, head = '', trail = '' } = {},
): string => `<!doctype html><html lang="en"><head><title>${title} | The Quay</title>${head}</head><body>${trail}
<article>${heading}<div class="article-body">${paragraphs(5)}</div></article></body></html>`;

const titleOf = (html: string): string | undefined =>
  extractArticle(parsePage(html), ARTICLE_URL)?.article.title;

it('the line over a headline is parted from it, where the page states the headline alone', () => {
  expect(titleOf(page(`<h1><span>Harbour</span><span>${headline}</span></h1>`))).toBe(headline);
  expect(titleOf(page(`<h1><span>${headline}</span> <small>Nobody is surprised</small></h1>`))).toBe(
    headline,
  );
});

it('the line over a headline is parted by the mark that the page sets, where it states both', () => {
  const title = `Harbour: ${headline}`;
  expect(titleOf(page(`<h1><span>Harbour</span> <span>${headline}</span></h1>`, { title }))).toBe(title);
});

it('the line over a headline is parted by its name, where the page states something else', () => {
  const heading = `<h1><span class="c-kicker">Harbour</span>${headline}</h1>`;
  expect(titleOf(page(heading, { title: 'Harbour ferry leaves late once more' }))).toBe(headline);
});

it('the line over a headline belongs to it where it is a line of its own, and the page never calls itself by less', () => {
  const heading = `<p>Lumholm at work</p><h1>${headline}</h1>`;
  const title = `Lumholm at work: ${headline}`;
  expect(titleOf(page(heading, { title }))).toBe(title);
  const head = `<meta property="og:title" content="${headline}">`;
  expect(titleOf(page(heading, { title, head }))).toBe(headline);
  expect(titleOf(page(`<h1>${headline}</h1>`, { title }))).toBe(headline);
});

it('the line over a headline is no part of it where it names the section', () => {
  const heading = `<p>Harbour</p><h1>${headline}</h1>`;
  expect(titleOf(page(heading, { title: `Harbour: ${headline}` }))).toBe(headline);
});

it('the line over a headline is no part of it where the page parts the two by a bar', () => {
  const heading = `<p>Opinion</p><h1>${headline}</h1>`;
  expect(titleOf(page(heading, { title: `Opinion | ${headline}` }))).toBe(headline);
});

it('the line over a headline is no word that is set off within a headline', () =>
  expect(titleOf(page('<h1><em>Ferry</em> leaves late again</h1>', { title: 'Leaves late again' }))).toBe(
    headline,
  ));

const trail =
  '<nav class="breadcrumb"><ol><li><a href="/">Start</a></li><li><h1>Lumholm ferry: late again</h1></li></ol></nav>';
const stated = '<meta property="og:title" content="Ferry leaves late again">';

it('a headline for search engines at the end of the breadcrumbs gives way to the one over the text', () => {
  const html = page(`<h2>${headline}</h2>`, { title: 'Lumholm ferry: late again', head: stated, trail });
  expect(titleOf(html)).toBe(headline);
});

it('a headline for search engines at the end of the breadcrumbs is better than none', () => {
  const html = page('', { title: 'Lumholm ferry: late again', trail });
  expect(titleOf(html)).toBe('Lumholm ferry: late again');
});

function dateOf(parts: Parts, url = ARTICLE_URL, lang = 'en'): string | null {
  const html = makeArticle(parts).replace('<html lang="en">', `<html lang="${lang}">`);
  return extractArticle(parsePage(html), url)?.article.publishedAt ?? null;
}

const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const published = (date: string): string => property('article:published_time', date);
const modified = (date: string): string => property('article:modified_time', date);

it.each([
  ['a British address', 'https://quay.example.uk/a', 'en-US', 'day'],
  ['an Australian language', 'https://quay.example/a', 'en-AU', 'day'],
  ['an American language', 'https://quay.example/a', 'en-US', 'month'],
  ['English alone', 'https://quay.example/a', 'en', 'month'],
  ['an ending that anybody takes', 'https://quay.io/a', 'en', 'month'],
  ['Spanish', 'https://quay.example/a', 'es', 'day'],
  ['Spanish of the United States', 'https://quay.example/a', 'es-US', 'month'],
  ['a script before the region', 'https://quay.example/a', 'sr-Latn-RS', 'day'],
])('a date of figures alone is read by its region: %s', (_, url, lang, order) =>
  expect(determineDayOrder(lang, url)).toBe(order),
);

it('a date of figures alone is printed as the region prints it', () => {
  const before = '<p>02/11/2023</p>';
  expect(dateOf({ before }, ARTICLE_URL, 'fr')).toBe('2023-11-02');
  expect(dateOf({ before }, ARTICLE_URL, 'en-GB')).toBe('2023-11-02');
  expect(dateOf({ before }, ARTICLE_URL, 'en-US')).toBe('2023-02-11');
});

it('a date of figures alone is what the address says, where both fit', () =>
  expect(dateOf({ before: '<p>02/11/2023</p>' }, 'https://quay.example/2023/11/02/ferry')).toBe(
    '2023-11-02',
  ));

it('a date of figures alone may have a short year in a line that names the day', () => {
  expect(dateOf({ before: '<p>Published 04.03.25, 8:00</p>' }, ARTICLE_URL, 'de')).toBe('2025-03-04');
  expect(dateOf({ before: '<p>Posted 3/4/25 08:00 AM</p>' }, ARTICLE_URL, 'en-US')).toBe('2025-03-04');
});

it('what was written for machines wins over a printed date that can be read in two ways', () => {
  const head = published('2023-11-02T09:00:00Z');
  expect(dateOf({ head, before: '<p>02/11/2023</p>' })).toBe('2023-11-02T09:00:00.000Z');
});

it('what was written for machines wins over a later date in print, and over one a few days older', () => {
  const head = published('2025-03-04T08:00:00Z') + modified('2025-03-04T09:00:00Z');
  for (const day of ['October 30, 2025', 'March 1, 2025'])
    expect(dateOf({ head, before: `<p>${day}</p>` }), day).toBe('2025-03-04T08:00:00.000Z');
});

it('what was written for machines loses where it is when the page was made', () => {
  const before = '<p><time datetime="2025-03-04">4 March 2025</time></p>';
  const head = published('2025-11-17T10:33:13Z') + modified('2025-11-17T10:32:18Z');
  expect(dateOf({ head, before })).toBe('2025-03-04');
  const kept = published('2025-11-17T10:33:13Z') + modified('2026-01-05T10:32:18Z');
  expect(dateOf({ head: kept, before })).toBe('2025-11-17T10:33:13.000Z');
});

it('what was written for machines is read as Java prints it', () => {
  expect(toIsoDate('Tue Mar 04 08:00:00 CET 2025')).toBe('2025-03-04T08:00:00');
  expect(toIsoDate('Tue Mar 04 08:00:00 GMT 2025')).toBe('2025-03-04T08:00:00.000Z');
});

it('a date that is not the article’s is that of a teaser by the headline', () => {
  const before =
    '<a href="/b"><h3>Harbour master resigns over the ramp 24.02.2025</h3></a><p>4 March 2025</p>';
  expect(dateOf({ before })).toBe('2025-03-04');
  expect(dateOf({ before: '<p><a href="/b">October 30, 2024</a></p><p>4 March 2025</p>' })).toBe(
    '2025-03-04',
  );
});

it('a date that is not the article’s is that of the last change, or of a list elsewhere', () => {
  expect(dateOf({ head: modified('2025-03-04T09:00:00Z') })).toBeNull();
  const after = '<ul><li>Ferry sold <time datetime="2024-01-02">2 January</time></li></ul>';
  expect(dateOf({ after })).toBeNull();
});

it('stands after a label under the text', () => {
  const after = '</div><ul><li><strong>Datum</strong> 04.03.2025</li><li>Thema Hafen</li></ul><div>';
  expect(dateOf({ body: paragraphs(14), after }, ARTICLE_URL, 'de')).toBe('2025-03-04');
});

function datesOf(parts: Parts, lang = 'en') {
  const html = makeArticle(parts).replace('<html lang="en">', `<html lang="${lang}">`);
  const article = extractArticle(parsePage(html), ARTICLE_URL)?.article;
  return [article?.publishedAt, article?.modifiedAt];
}

it.each([
  ['one line', 'en', '<p>Published 4 March 2012, updated 25 January 2026</p>'],
  ['two lines', 'en', '<p>4 March 2012</p><p>Last updated: January 25, 2026</p>'],
  ['the other order', 'en', '<p>Updated January 25, 2026</p><p>Published March 4, 2012</p>'],
  ['German', 'de', '<p>Veröffentlicht am 04.03.2012, aktualisiert am 25.01.2026</p>'],
  ['Ukrainian', 'uk', '<p>4 березня 2012, оновлено 25 січня 2026</p>'],
  [
    'marked times',
    'en',
    '<p><time class="published" datetime="2012-03-04">A</time> <time class="updated" datetime="2026-01-25">B</time></p>',
  ],
])('the date of the last change is printed beside that of publication: %s', (_, lang, before) =>
  expect(datesOf({ before }, lang)).toEqual(['2012-03-04', '2026-01-25']),
);

it('the date of the last change counts as printed, where the data tell when a template was changed', () => {
  const head = published('2012-03-04T08:00:00Z') + modified('2026-05-01T09:00:00Z');
  expect(datesOf({ head })).toEqual(['2012-03-04T08:00:00.000Z', '2026-05-01T09:00:00.000Z']);
  const before = '<p>Updated January 25, 2026</p>';
  expect(datesOf({ head, before })).toEqual(['2012-03-04T08:00:00.000Z', '2026-01-25']);
});

it('the date of the last change is none, where it would be before publication', () => {
  const head = published('2025-03-04T08:00:00Z') + modified('2024-05-01T09:00:00Z');
  expect(datesOf({ head })).toEqual(['2025-03-04T08:00:00.000Z', null]);
});

it('counts as updated from a day after publication on', () => {
  const publishedAt = '2025-03-04T08:00:00Z';
  expect(findUpdateDate({ publishedAt, modifiedAt: '2025-03-05T07:00:00Z' })).toBeNull();
  expect(findUpdateDate({ publishedAt, modifiedAt: '2025-03-05T08:00:00Z' })).toBe('2025-03-05T08:00:00Z');
  expect(findUpdateDate({ publishedAt: null, modifiedAt: '2025-03-05' })).toBe('2025-03-05');
  expect(findUpdateDate({ publishedAt, modifiedAt: 'soon' })).toBeNull();
});

it.each([
  ['By Ina Vold', 'Ina Vold'],
  ['ByIna Vold', 'Ina Vold'],
  ['Written by: Ina Vold', 'Ina Vold'],
  ['Ina Vold | 4 March 2025', 'Ina Vold'],
  ['Ina Vold, Harbour Correspondent', 'Ina Vold'],
  ['Von Ina Vold', 'Ina Vold'],
  ['By Ina Vold and Olaf Byberg', 'Ina Vold, Olaf Byberg'],
])('bylines: %s', (printed, name) => expect(cleanByline([printed])).toBe(name));

it.each(['admin', 'https://quay.example/ina', '4 March 2025', 'Jul 11', 'Written by', '', '5 min read'])(
  'bylines "%s" is nobody',
  (stated) => expect(cleanName(stated)).toBeNull(),
);

it('bylines turns library order round where each author has an entry', () =>
  expect(cleanByline(['Vold, Ina', 'Byberg, Olaf'])).toBe('Ina Vold, Olaf Byberg'));

it('bylines tells log-ins from names', () => {
  expect(['ivold', 'ina.vold', 'i_vold'].every(isLoginName)).toBe(true);
  expect(['Ina Vold', '山田太郎'].some(isLoginName)).toBe(false);
});

it.each([
  ['2025-03-04', '2025-03-04'],
  ['20250304', '2025-03-04'],
  ['2025-03-04T08:00:00+01:00', '2025-03-04T07:00:00.000Z'],
  ['2025-03-04 08:00:00', '2025-03-04T08:00:00'],
  ['1741075200', '2025-03-04T08:00:00.000Z'],
  ['March 4, 2025', '2025-03-04'],
  ['04.03.2025', '2025-03-04'],
  ['25/03/2025', '2025-03-25'],
])('dates: %s', (stated, iso) => expect(toIsoDate(stated)).toBe(iso));

it.each(['', 'soon', '9999-01-01', '2025-13-40', '12:30'])('dates "%s" is none', (stated) =>
  expect(toIsoDate(stated)).toBeNull(),
);

it('dates are found in a sentence', () =>
  expect(findDate('Published on Tuesday, 4 March 2025 at 8 am')).toBe('2025-03-04'));

const withCanonical = (href: string): Document => {
  const page = parsePage(`<link rel="canonical" href="${href}">`);
  captureDom(page);
  return page;
};

it('addresses lose trackers and the fragment', () =>
  expect(stripTrackingParameters('https://quay.example/a?id=4&utm_source=x&fbclid=y#top')).toBe(
    'https://quay.example/a?id=4',
  ));

it('addresses follow the canonical link of this page', () => {
  const page = withCanonical('/harbour/ferry-late');
  expect(readCanonicalUrl(page, 'https://m.quay.example/harbour/ferry-late/amp?utm_medium=x')).toBe(
    'https://m.quay.example/harbour/ferry-late',
  );
});

it('addresses ignore a canonical link that went stale or points home', () => {
  for (const stale of ['/', '/harbour/another-story', 'javascript:alert(1)']) {
    expect(readCanonicalUrl(withCanonical(stale), 'https://quay.example/harbour/ferry-late')).toBe(
      'https://quay.example/harbour/ferry-late',
    );
  }
});

it('addresses give the words of their slug', () => {
  expect(extractSlugWords('https://quay.example/2025/ferry-leaves-late-4711.html')).toBe('ferry leaves late');
  expect(extractSlugWords('https://quay.example/news')).toBe('');
});

it('pictures come in the widest sensible version', () => {
  const set = '/s.jpg 320w, /l.jpg 1280w, /huge.jpg 6000w';
  expect(pickFromSrcset(set, ARTICLE_URL)).toBe('https://quay.example/l.jpg');
  expect(pickFromSrcset('/a,b.jpg 1x, /c.jpg 2x', ARTICLE_URL)).toBe('https://quay.example/c.jpg');
  expect(pickFromSrcset('', ARTICLE_URL)).toBeNull();
});

it('titles lose the name of the site', () => {
  expect(removeSiteName('Ferry leaves late again | The Quay', 'The Quay')).toBe('Ferry leaves late again');
  expect(removeSiteName('Late - again', null)).toBe('Late - again');
});

const read = (html: string) => extractArticle(parsePage(html), ARTICLE_URL)?.article;
const paid = (extra: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', isAccessibleForFree: false, ...extra })}</script>`;

it('previews are said where a wall follows a short text', () => {
  const wall = '<div class="wall"><p>Subscribe to continue reading.</p></div>';
  expect(read(makeArticle({ body: paragraphs(2), after: wall }))?.isPreview).toBe(true);
  expect(read(makeArticle({ body: paragraphs(2) }))?.isPreview).toBe(false);
});

it('previews are said where the data state far more words than the page shows', () =>
  expect(read(makeArticle({ head: paid({ wordCount: 1900 }), body: paragraphs(3) }))?.isPreview).toBe(true));

it('previews never show the text that the data hold back', () => {
  const body = prose(30).join('\n');
  expect(read(makeArticle({ head: paid({ articleBody: body }), body: paragraphs(2) }))?.text).toBe(
    prose(2).join('\n\n'),
  );
});

it('bodies that the page carries unrendered are read from its data', () => {
  const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: prose(8).join('\n\n') });
  const page = makeArticle({
    head: `<script type="application/ld+json">${data}</script>`,
    body: '<p>Loading the story …</p>',
  });
  expect(extractArticle(parsePage(page), ARTICLE_URL)?.article.text).toBe(prose(8).join('\n\n'));
});

it('bodies that the page carries unrendered are read from a template, without its scripts', () => {
  const template = `<script type="text/template">${paragraphs(6)}<img src=x onerror="hit()"></script>`;
  const article = extractArticle(parsePage(makeArticle({ body: template })), ARTICLE_URL)?.article;
  expect(article?.text).toBe(prose(6).join('\n\n'));
  expect(article?.html).not.toContain('onerror');
});

const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

const printed: [string, string, Parts][] = [
  [
    'in a span without a link',
    'Ina Vold',
    { before: '<div class="post-avatar"><span class="post-author"> Ina Vold </span><p>3 tags</p></div>' },
  ],
  [
    'in a list under a label',
    'Ina Vold, Per Aas',
    { before: '<div><h6>Author(s)</h6><ul><li><a href="/i">Ina Vold</a></li><li>Per Aas</li></ul></div>' },
  ],
  ['after the text under a label', 'Ina Vold', { after: '<h2>Article by</h2><div>Ina Vold</div>' }],
  [
    'under a portrait after the text',
    'Ina',
    {
      head: meta('author', 'The Quay Team') + meta('og:site_name', 'The Quay'),
      after:
        '<div><img src="i.jpg" alt="Ina"><div><h3>Ina</h3><p>Ina is the founder of a small shipyard, and has never sailed herself.</p></div></div>',
    },
  ],
  [
    'and not who made the site',
    'Ina Vold',
    {
      head: meta('author', 'content: The Quay, design: Per Aas, code: Siv Moe, QUAYLAB'),
      before: '<p>by <a href="/author/ina">Ina Vold</a>, Senior Director, Content & Ships, Quaylab</p>',
    },
  ],
];
it.each(printed)('the byline is found %s', (_, name, parts) => expect(readArticle(parts).byline).toBe(name));

it('the byline is the house where the page says so, though no person is called that', () => {
  const head = `${meta('author', '24 Quays')}<meta property="og:site_name" content="24 Quays">`;
  expect(readArticle({ head }).byline).toBe('24 Quays');
});

it('the byline is nobody praised, and nothing from a menu', () => {
  const after = '<div class="customer-quotes"><div class="author-info"><span>Per Aas</span></div></div>';
  const before = '<nav><ul><li>Authors</li><li>Store Front</li><li>Search</li></ul></nav>';
  expect(readArticle({ before, after }).byline).toBeNull();
});

it('the byline keeps persons and drops the offices they hold', () => {
  expect(cleanByline(['By Ina Vold, Staff Writer, and Per Aas'])).toBe('Ina Vold, Per Aas');
  expect(cleanByline(['Ina Vold, Senior Director, Content & Ships, Quaylab and Quay Institute'])).toBe(
    'Ina Vold',
  );
});

describe('the date', () => {
  const published = '<meta property="article:published_time" content="2025-03-04T08:00:00Z">';

  it('is the first, where a line by the headline has that of the last change as well', () => {
    const before =
      '<p><time class="updated" datetime="2025-05-21T10:00:00Z">May 21, 2025</time><time class="published" datetime="2025-03-04T10:00:00Z">March 4, 2025</time></p>';
    expect(readArticle({ before }).publishedAt).toBe('2025-03-04T10:00:00.000Z');
  });

  it('is what the page prints, where one of its statements agrees', () => {
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-04-03"}</script>${published}`;
    expect(readArticle({ head, before: '<p>March 4, 2025</p>' }).publishedAt).toBe(
      '2025-03-04T08:00:00.000Z',
    );
  });

  it('is that of the address where the page has no other', () => {
    expect(readArticle({}, 'https://quay.example/2025/03/04/ferry-leaves-late-again').publishedAt).toBe(
      '2025-03-04',
    );
    expect(readArticle({}, 'https://quay.example/harbour/20250304-ferry').publishedAt).toBe('2025-03-04');
    expect(readArticle({}, ARTICLE_URL).publishedAt).toBeNull();
  });

  it.each([
    [
      '4 July 2025',
      'July 4th, 2025',
      '4. Juli 2025',
      '4 juillet 2025',
      '4 de julio de 2025',
      '4 luglio 2025',
    ],
    [
      '4 de julho de 2025',
      '4 lipca 2025',
      '4 juli 2025',
      '4. juli 2025',
      '4. heinäkuuta 2025',
      '4. července 2025',
    ],
    ['4 липня 2025', '4 июля 2025', '4 iulie 2025', '4 Temmuz 2025', '4 Ιουλίου 2025', '4 يوليو 2025'],
    [
      '2025年7月4日',
      '2025년 7월 4일',
      '4.7.2025',
      '2025-07-04 09:12',
      '2025. július 4.',
      'ngày 4 tháng 7 năm 2025',
    ],
  ])('is read in words: %s', (...lines) => {
    for (const line of lines) expect(toIsoDate(line) ?? findDate(line), line).toMatch(/^2025-07-04/);
  });

  it('tells all months apart in each language', () => {
    const years = [
      'January February March April May June July August September October November December',
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
      'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
      'januari februari maart april mei juni juli augustus september oktober november december',
      'január február március április május június július augusztus szeptember október november december',
      'januar februar mars april mai juni juli august september oktober november desember',
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
      'ledna února března dubna května června července srpna září října listopadu prosince',
      'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
      'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
      'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    ];
    for (const year of years)
      year.split(' ').forEach((month, i) => {
        expect(findDate(`5 ${month} 2025`), month).toBe(`2025-${String(i + 1).padStart(2, '0')}-05`);
      });
  });

  it('is no figure that merely looks like one', () => {
    for (const line of ['Model 12/2025/99', 'ISBN 978-3-16', 'page 3 of 2025 pages'])
      expect(findDate(line), line).toBeNull();
  });

  it('stands with a text of which it is no part', () =>
    expect(readArticle({ before: '<p>Published on 4 March 2025</p>' }).text).toBe(prose(5).join('\n\n')));
});
