// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { dayOrderOf } from '../../../../utils/article/metadata/day-order.ts';
import { toIsoDate } from '../../../../utils/article/metadata/read-dates.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage } from '../make-page.ts';

type Parts = Parameters<typeof makeArticle>[0];

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
