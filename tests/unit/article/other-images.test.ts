// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { makeArticle, paragraphs, parsePage } from './make-page.ts';

const URL_ = 'https://quay.example/2026/05/ferry-leaves-late';

function imagesOf(extra: string, head = ''): string[] {
  const page = parsePage(makeArticle({ head, body: `${paragraphs(3)}${extra}${paragraphs(3)}` }));
  const html = extractArticle(page, URL_)?.article.html ?? '';
  return [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src ?? '');
}

describe('a picture that is no img', () => {
  it('is kept where only a noscript names it', () => {
    const box = '<div class="lazy"></div><noscript><img src="/quay.jpg" alt=""></noscript>';
    expect(imagesOf(`<figure>${box}<figcaption>The quay.</figcaption></figure>`)).toEqual([
      'https://quay.example/quay.jpg',
    ]);
  });

  it('is not kept twice where an img is the same', () => {
    const twins = '<img data-src="/quay-800.jpg"><noscript><img src="/quay-400.jpg"></noscript>';
    expect(imagesOf(`<figure>${twins}</figure>`)).toEqual(['https://quay.example/quay-800.jpg']);
    expect(imagesOf(`<div>${twins}</div>`)).toEqual(['https://quay.example/quay-800.jpg']);
  });

  it('is kept outside of figures where it is large, and never where it counts visits', () => {
    expect(imagesOf('<noscript><img src="/quay.jpg" width="640" height="360"></noscript>')).toHaveLength(1);
    for (const pixel of [
      '<img src="https://count.example/p" height="1" width="1" style="display:none">',
      '<img src="https://count.example/p">',
      '<img style="display: none" width="640" src="https://count.example/p">',
    ])
      expect(
        imagesOf(`<noscript>${pixel}</noscript><figure><noscript>${pixel}</noscript></figure>`).length,
      ).toBe(pixel.includes('none') ? 0 : 1);
  });

  it('is kept as the background of a box that is a picture', () => {
    const style = "background-image: url('/quay.jpg'); height: 300px";
    expect(imagesOf(`<div role="img" style="${style}"></div>`)).toEqual(['https://quay.example/quay.jpg']);
    expect(imagesOf(`<figure><span data-bg="/quay.jpg"></span></figure>`)).toEqual([
      'https://quay.example/quay.jpg',
    ]);
  });

  it('is no ornament, and no ground of a text', () => {
    const style = 'background: url(/paper.png)';
    expect(imagesOf(`<div style="${style}"></div>`)).toEqual([]);
    expect(imagesOf(`<figure><div style="${style}">The quay in words.</div></figure>`)).toEqual([]);
    expect(
      imagesOf(`<figure><div style="background: url(data:image/gif;base64,AA)"></div></figure>`),
    ).toEqual([]);
  });
});

describe('where a page says that its links count from elsewhere', () => {
  it('links, pictures and the canonical address do', () => {
    const head = '<base href="/archive/"><link rel="canonical" href="../2026/05/ferry-leaves-late">';
    const body = `${paragraphs(5)}<p>All of it is <a href="log.html">in the log of the harbour master</a>, which anybody may read.</p><p><img src="log.jpg" width="600" height="400"></p>`;
    const { article } = extractArticle(parsePage(makeArticle({ head, body })), `${URL_}?utm_source=x`) ?? {};
    expect(article?.html).toContain('href="https://quay.example/archive/log.html"');
    expect(article?.html).toContain('src="https://quay.example/archive/log.jpg"');
    expect(article?.canonicalUrl).toBe(URL_);
  });

  it('nonsense counts for nothing', () => {
    const head = '<base href="javascript:alert(1)">';
    expect(imagesOf('<img src="a.jpg" width="600" height="400">', head)).toEqual([
      'https://quay.example/2026/05/a.jpg',
    ]);
  });
});

describe('a placeholder', () => {
  const blank = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

  it('gives way to the address that the page keeps in an attribute of its own', () => {
    const real = 'https://quay.example/quay.jpg?w=800';
    expect(imagesOf(`<figure><img src="${blank}" data-quay="/quay.jpg?w=800"></figure>`)).toEqual([real]);
    expect(imagesOf(`<figure><img src="${blank}" data-x-srcset="/quay.jpg?w=800 800w"></figure>`)).toEqual([
      real,
    ]);
    expect(imagesOf(`<figure><img src="${blank}" data-quay="the-quay"></figure>`)).toEqual([]);
  });

  it('is no lead picture', () => {
    const page = parsePage(
      makeArticle({
        head: `<meta property="og:image" content="${blank}">`,
        body: `<figure><img src="${blank}" data-quay="/quay.jpg"></figure>${paragraphs(5)}`,
      }),
    );
    expect(extractArticle(page, URL_)?.article.leadImage?.url).toBe('https://quay.example/quay.jpg');
  });
});

describe('a picture that the page carries in itself', () => {
  const carried = (length: number, type = 'image/png'): string => `data:${type};base64,${'A'.repeat(length)}`;

  it('is kept in its place, where it is no stand-in', () => {
    expect(imagesOf(`<figure><img src="${carried(4000)}"></figure>`)).toEqual([carried(4000)]);
    expect(imagesOf(`<figure><img src="${carried(200)}"></figure>`)).toEqual([]);
    expect(imagesOf(`<figure><img src="${carried(4000, 'image/svg+xml')}"></figure>`)).toEqual([]);
    expect(imagesOf(`<figure><img src="${carried(4000)}" data-src="/quay.jpg"></figure>`)).toEqual([
      'https://quay.example/quay.jpg',
    ]);
  });

  it('is kept as the lead picture between headline and text, and nowhere else outside', () => {
    const picture = carried(4000);
    const page = (before: string, between: string): string =>
      extractArticle(
        parsePage(
          `<!doctype html><html lang="en"><head><title>Ferry leaves late</title></head><body>${before}<main><h1>The ferry leaves late again this week</h1>${between}<div class="story">${paragraphs(6)}</div></main></body></html>`,
        ),
        URL_,
      )?.article.html ?? '';
    const image = (alt: string): string => `<img src="${picture}" alt="${alt}">`;
    expect(page('', `<div class="hero">${image('The “quay” &lt;b&gt;')}</div>`)).toMatch(
      /^<figure><img src="data:image\/png;base64,A+" alt="The “quay” &lt;b&gt;"><\/figure>/,
    );
    expect(page(`<div>${image('Logo')}</div>`, '')).not.toContain('data:');
    expect(page('', `<nav>${image('Menu')}</nav>`)).not.toContain('data:');
    expect(page('', `<div><img src="${carried(200)}"></div>`)).not.toContain('data:');
  });
});
