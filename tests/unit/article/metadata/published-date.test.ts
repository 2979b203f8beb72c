// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { dayOrderOf } from '../../../../utils/article/metadata/day-order.ts';
import { toIsoDate } from '../../../../utils/article/metadata/read-dates.ts';
import { updatedDate } from '../../../../utils/article/updated-date.ts';
import { ARTICLE_URL, makeArticle, type Parts, paragraphs, parsePage } from '../make-page.ts';

function dateOf(parts: Parts, url = ARTICLE_URL, lang = 'en'): string | null {
  const html = makeArticle(parts).replace('<html lang="en">', `<html lang="${lang}">`);
  return extractArticle(parsePage(html), url)?.article.publishedAt ?? null;
}

const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const published = (date: string): string => property('article:published_time', date);
const modified = (date: string): string => property('article:modified_time', date);

describe('a date of figures alone', () => {
  it.each([
    ['a British address', 'https://quay.example.uk/a', 'en-US', 'day'],
    ['an Australian language', 'https://quay.example/a', 'en-AU', 'day'],
    ['an American language', 'https://quay.example/a', 'en-US', 'month'],
    ['English alone', 'https://quay.example/a', 'en', 'month'],
    ['an ending that anybody takes', 'https://quay.io/a', 'en', 'month'],
    ['Spanish', 'https://quay.example/a', 'es', 'day'],
    ['Spanish of the United States', 'https://quay.example/a', 'es-US', 'month'],
    ['a script before the region', 'https://quay.example/a', 'sr-Latn-RS', 'day'],
  ])('is read by its region: %s', (_, url, lang, order) => {
    expect(dayOrderOf(lang, url)).toBe(order);
  });

  it('is printed as the region prints it', () => {
    const before = '<p>02/11/2023</p>';
    expect(dateOf({ before }, ARTICLE_URL, 'fr')).toBe('2023-11-02');
    expect(dateOf({ before }, ARTICLE_URL, 'en-GB')).toBe('2023-11-02');
    expect(dateOf({ before }, ARTICLE_URL, 'en-US')).toBe('2023-02-11');
  });

  it('is what the address says, where both fit', () => {
    expect(dateOf({ before: '<p>02/11/2023</p>' }, 'https://quay.example/2023/11/02/ferry')).toBe(
      '2023-11-02',
    );
  });

  it('may have a short year in a line that names the day', () => {
    expect(dateOf({ before: '<p>Published 04.03.25, 8:00</p>' }, ARTICLE_URL, 'de')).toBe('2025-03-04');
    expect(dateOf({ before: '<p>Posted 3/4/25 08:00 AM</p>' }, ARTICLE_URL, 'en-US')).toBe('2025-03-04');
  });
});

describe('what was written for machines', () => {
  it('wins over a printed date that can be read in two ways', () => {
    const head = published('2023-11-02T09:00:00Z');
    expect(dateOf({ head, before: '<p>02/11/2023</p>' })).toBe('2023-11-02T09:00:00.000Z');
  });

  it('wins over a later date in print, and over one a few days older', () => {
    const head = published('2025-03-04T08:00:00Z') + modified('2025-03-04T09:00:00Z');
    for (const day of ['October 30, 2025', 'March 1, 2025'])
      expect(dateOf({ head, before: `<p>${day}</p>` }), day).toBe('2025-03-04T08:00:00.000Z');
  });

  it('loses where it is when the page was made', () => {
    const before = '<p><time datetime="2025-03-04">4 March 2025</time></p>';
    const head = published('2025-11-17T10:33:13Z') + modified('2025-11-17T10:32:18Z');
    expect(dateOf({ head, before })).toBe('2025-03-04');
    const kept = published('2025-11-17T10:33:13Z') + modified('2026-01-05T10:32:18Z');
    expect(dateOf({ head: kept, before })).toBe('2025-11-17T10:33:13.000Z');
  });

  it('is read as Java prints it', () => {
    expect(toIsoDate('Tue Mar 04 08:00:00 CET 2025')).toBe('2025-03-04T08:00:00');
    expect(toIsoDate('Tue Mar 04 08:00:00 GMT 2025')).toBe('2025-03-04T08:00:00.000Z');
  });
});

describe('a date that is not the article’s', () => {
  it('is that of a teaser by the headline', () => {
    const before =
      '<a href="/b"><h3>Harbour master resigns over the ramp 24.02.2025</h3></a><p>4 March 2025</p>';
    expect(dateOf({ before })).toBe('2025-03-04');
    expect(dateOf({ before: '<p><a href="/b">October 30, 2024</a></p><p>4 March 2025</p>' })).toBe(
      '2025-03-04',
    );
  });

  it('is that of the last change, or of a list elsewhere', () => {
    expect(dateOf({ head: modified('2025-03-04T09:00:00Z') })).toBeNull();
    const after = '<ul><li>Ferry sold <time datetime="2024-01-02">2 January</time></li></ul>';
    expect(dateOf({ after })).toBeNull();
  });
});

it('stands after a label under the text', () => {
  const after = '</div><ul><li><strong>Datum</strong> 04.03.2025</li><li>Thema Hafen</li></ul><div>';
  expect(dateOf({ body: paragraphs(14), after }, ARTICLE_URL, 'de')).toBe('2025-03-04');
});

describe('the date of the last change', () => {
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
  ])('is printed beside that of publication: %s', (_, lang, before) => {
    expect(datesOf({ before }, lang)).toEqual(['2012-03-04', '2026-01-25']);
  });

  it('counts as printed, where the data tell when a template was changed', () => {
    const head = published('2012-03-04T08:00:00Z') + modified('2026-05-01T09:00:00Z');
    expect(datesOf({ head })).toEqual(['2012-03-04T08:00:00.000Z', '2026-05-01T09:00:00.000Z']);
    const before = '<p>Updated January 25, 2026</p>';
    expect(datesOf({ head, before })).toEqual(['2012-03-04T08:00:00.000Z', '2026-01-25']);
  });

  it('is none, where it would be before publication', () => {
    const head = published('2025-03-04T08:00:00Z') + modified('2024-05-01T09:00:00Z');
    expect(datesOf({ head })).toEqual(['2025-03-04T08:00:00.000Z', null]);
  });
});

it('counts as updated from a day after publication on', () => {
  const publishedAt = '2025-03-04T08:00:00Z';
  expect(updatedDate({ publishedAt, modifiedAt: '2025-03-05T07:00:00Z' })).toBeNull();
  expect(updatedDate({ publishedAt, modifiedAt: '2025-03-05T08:00:00Z' })).toBe('2025-03-05T08:00:00Z');
  expect(updatedDate({ publishedAt: null, modifiedAt: '2025-03-05' })).toBe('2025-03-05');
  expect(updatedDate({ publishedAt, modifiedAt: 'soon' })).toBeNull();
});
