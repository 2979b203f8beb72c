// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { cleanByline, cleanName, isHandle } from '../../../utils/article/metadata/clean-byline.ts';
import { readCanonicalUrl, slugWords, stripTrackers } from '../../../utils/article/metadata/page-address.ts';
import { bestOfSet } from '../../../utils/article/metadata/pick-image.ts';
import { withoutSite } from '../../../utils/article/metadata/pick-title.ts';
import { readWords, toIsoDate } from '../../../utils/article/metadata/read-dates.ts';
import { captureDom } from '../../../utils/page/dom-realm.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

describe('bylines', () => {
  it.each([
    ['By Ina Vold', 'Ina Vold'],
    ['ByIna Vold', 'Ina Vold'],
    ['Written by: Ina Vold', 'Ina Vold'],
    ['Ina Vold | 4 March 2025', 'Ina Vold'],
    ['Ina Vold, Harbour Correspondent', 'Ina Vold'],
    ['Von Ina Vold', 'Ina Vold'],
    ['By Ina Vold and Olaf Byberg', 'Ina Vold, Olaf Byberg'],
  ])('%s', (printed, name) => {
    expect(cleanByline([printed])).toBe(name);
  });

  it.each(['admin', 'https://quay.example/ina', '4 March 2025', 'Jul 11', 'Written by', '', '5 min read'])(
    '"%s" is nobody',
    (stated) => {
      expect(cleanName(stated)).toBeNull();
    },
  );

  it('turns library order round where each author has an entry', () => {
    expect(cleanByline(['Vold, Ina', 'Byberg, Olaf'])).toBe('Ina Vold, Olaf Byberg');
  });

  it('tells log-ins from names', () => {
    expect(['ivold', 'ina.vold', 'i_vold'].every(isHandle)).toBe(true);
    expect(['Ina Vold', '山田太郎'].some(isHandle)).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['2025-03-04', '2025-03-04'],
    ['20250304', '2025-03-04'],
    ['2025-03-04T08:00:00+01:00', '2025-03-04T07:00:00.000Z'],
    ['2025-03-04 08:00:00', '2025-03-04T08:00:00'],
    ['1741075200', '2025-03-04T08:00:00.000Z'],
    ['March 4, 2025', '2025-03-04'],
    ['04.03.2025', '2025-03-04'],
    ['25/03/2025', '2025-03-25'],
  ])('%s', (stated, iso) => {
    expect(toIsoDate(stated)).toBe(iso);
  });

  it.each(['', 'soon', '9999-01-01', '2025-13-40', '12:30'])('"%s" is none', (stated) => {
    expect(toIsoDate(stated)).toBeNull();
  });

  it('are found in a sentence', () => {
    expect(readWords('Published on Tuesday, 4 March 2025 at 8 am')).toBe('2025-03-04');
  });
});

describe('addresses', () => {
  const withCanonical = (href: string): Document => {
    const page = parsePage(`<link rel="canonical" href="${href}">`);
    captureDom(page);
    return page;
  };

  it('lose trackers and the fragment', () => {
    expect(stripTrackers('https://quay.example/a?id=4&utm_source=x&fbclid=y#top')).toBe(
      'https://quay.example/a?id=4',
    );
  });

  it('follow the canonical link of this page', () => {
    const page = withCanonical('/harbour/ferry-late');
    expect(readCanonicalUrl(page, 'https://m.quay.example/harbour/ferry-late/amp?utm_medium=x')).toBe(
      'https://m.quay.example/harbour/ferry-late',
    );
  });

  it('ignore a canonical link that went stale or points home', () => {
    for (const stale of ['/', '/harbour/another-story', 'javascript:alert(1)']) {
      expect(readCanonicalUrl(withCanonical(stale), 'https://quay.example/harbour/ferry-late')).toBe(
        'https://quay.example/harbour/ferry-late',
      );
    }
  });

  it('give the words of their slug', () => {
    expect(slugWords('https://quay.example/2025/ferry-leaves-late-4711.html')).toBe('ferry leaves late');
    expect(slugWords('https://quay.example/news')).toBe('');
  });
});

describe('pictures', () => {
  it('come in the widest sensible version', () => {
    const set = '/s.jpg 320w, /l.jpg 1280w, /huge.jpg 6000w';
    expect(bestOfSet(set, ARTICLE_URL)).toBe('https://quay.example/l.jpg');
    expect(bestOfSet('/a,b.jpg 1x, /c.jpg 2x', ARTICLE_URL)).toBe('https://quay.example/c.jpg');
    expect(bestOfSet('', ARTICLE_URL)).toBeNull();
  });
});

describe('titles', () => {
  it('lose the name of the site', () => {
    expect(withoutSite('Ferry leaves late again | The Quay', 'The Quay')).toBe('Ferry leaves late again');
    expect(withoutSite('Late - again', null)).toBe('Late - again');
  });
});

describe('previews', () => {
  const read = (html: string) => extractArticle(parsePage(html), ARTICLE_URL)?.article;
  const paid = (extra: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', isAccessibleForFree: false, ...extra })}</script>`;

  it('are said where a wall follows a short text', () => {
    const wall = '<div class="wall"><p>Subscribe to continue reading.</p></div>';
    expect(read(makeArticle({ body: paragraphs(2), after: wall }))?.isPreview).toBe(true);
    expect(read(makeArticle({ body: paragraphs(2) }))?.isPreview).toBe(false);
  });

  it('are said where the data state far more words than the page shows', () => {
    expect(read(makeArticle({ head: paid({ wordCount: 1900 }), body: paragraphs(3) }))?.isPreview).toBe(true);
  });

  it('never show the text that the data hold back', () => {
    const body = prose(30).join('\n');
    expect(read(makeArticle({ head: paid({ articleBody: body }), body: paragraphs(2) }))?.text).toBe(
      prose(2).join('\n\n'),
    );
  });
});

describe('bodies that the page carries unrendered', () => {
  it('are read from its data', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: prose(8).join('\n\n') });
    const page = makeArticle({
      head: `<script type="application/ld+json">${data}</script>`,
      body: '<p>Loading the story …</p>',
    });
    expect(extractArticle(parsePage(page), ARTICLE_URL)?.article.text).toBe(prose(8).join('\n\n'));
  });

  it('are read from a template, without its scripts', () => {
    const template = `<script type="text/template">${paragraphs(6)}<img src=x onerror="hit()"></script>`;
    const article = extractArticle(parsePage(makeArticle({ body: template })), ARTICLE_URL)?.article;
    expect(article?.text).toBe(prose(6).join('\n\n'));
    expect(article?.html).not.toContain('onerror');
  });
});
