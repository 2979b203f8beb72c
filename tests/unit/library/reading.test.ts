// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { localiseImages, openSavedArticle } from '../../../utils/library/articles/open-saved-article.ts';
import { pickImageSource, prepareContent } from '../../../utils/library/articles/prepare-content.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { claimJob, completeJob, failJob } from '../../../utils/library/jobs/image-jobs.ts';
import { freshLibrary } from './fresh-library.ts';
import { makeSave } from './make-article.ts';

const PAGE = 'https://paper.example/2026/harbour';
const BLANK = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

function pick(html: string): string | null {
  const image = new DOMParser().parseFromString(html, 'text/html').querySelector('img');
  return image === null ? null : pickImageSource(image, PAGE);
}

describe('the one address of an image', () => {
  it('is the smallest that is wide enough, else the widest', () => {
    expect(pick('<img src="s.jpg" srcset="a.jpg 400w, b.jpg 1800w, c.jpg 3000w">')).toBe(
      'https://paper.example/2026/b.jpg',
    );
    expect(pick('<img src="s.jpg" srcset="/a.jpg 400w, /b.jpg 800w">')).toBe('https://paper.example/b.jpg');
    expect(pick('<img src="s.jpg" srcset="a.jpg, b.jpg 2x">')).toBe('https://paper.example/2026/b.jpg');
  });

  it('is found in pictures and behind lazy loading', () => {
    expect(pick('<picture><source type="image/webp" srcset="p.webp 1600w"><img src="s.jpg"></picture>')).toBe(
      'https://paper.example/2026/p.webp',
    );
    expect(pick(`<img src="${BLANK}" data-src="//cdn.example/l.jpg">`)).toBe('https://cdn.example/l.jpg');
    expect(pick(`<img src="${BLANK}" srcset="${BLANK} 1w" data-src="/l.jpg">`)).toBe(
      'https://paper.example/l.jpg',
    );
    expect(pick('<img src="javascript:alert(1)">')).toBeNull();
  });

  it('is none where the image names none: the empty address would be the page itself', () => {
    expect(pick('<img alt="nothing">')).toBeNull();
    expect(pick('<img src=" " data-src="" srcset="">')).toBeNull();
    const { html, images } = prepareContent('<p>Quay</p><img src="" alt="Quay">', PAGE);
    expect([html, images]).toEqual(['<p>Quay</p>', []]);
  });
});

describe('preparing content', () => {
  it('makes addresses absolute, keeps one source an image, and lists them once', () => {
    const { html, images } = prepareContent(
      '<p><a href="../more?x=1">more</a></p><img src="a.jpg" srcset="b.jpg 1600w" alt="Quay"><img src="b.jpg">',
      PAGE,
    );
    expect(html).toContain('https://paper.example/more?x=1');
    expect(html).not.toContain('srcset');
    expect(images).toEqual(['https://paper.example/2026/b.jpg']);
  });
});

describe('a saved article', () => {
  it('shows its pictures from the library and names those that are missing', async () => {
    const db = freshLibrary();
    const [kept, refused] = ['https://img.example/kept.jpg', 'https://img.example/refused.jpg'];
    const html = `<p>Ships.</p><img src="${kept}" alt="A ship"><img src="${refused}" alt="A quay">`;
    const leadImage = { url: kept, alt: '', caption: null };
    const { articleId } = await saveArticle(makeSave({ html, leadImage }, { images: [kept, refused] }), db);
    for (let i = 0; i < 2; i += 1) {
      const job = await claimJob(new Set(), Date.now(), db);
      if (job?.url === kept) await completeJob(job, new Blob(['x']), 'image/jpeg', db);
      else if (job !== null) await failJob(job, 'refused', false, null, Date.now(), db);
    }
    const revoked: string[] = [];
    const saved = await openSavedArticle(articleId, {
      db,
      createUrl: () => 'blob:kept',
      revokeUrl: (url) => revoked.push(url),
      describeMissing: (why, alt) => `${alt}: ${why}`,
    });
    const box = document.createElement('div');
    box.append(saved?.body ?? '');
    expect([...box.querySelectorAll('img')].map((image) => image.src)).toEqual(['blob:kept']);
    const missing = box.querySelector<HTMLElement>('.missing-image');
    expect(missing?.dataset).toMatchObject({ caption: 'A quay: refused', state: 'refused' });
    expect(box.textContent).toBe('Ships.');
    expect(saved?.leadImageUrl).toBe('blob:kept');
    saved?.release();
    expect(revoked).toEqual(['blob:kept']);
    expect(await openSavedArticle('nobody', { db })).toBeNull();
  });

  it('asks the network for nothing, whatever its HTML holds', () => {
    const html = `<img src="https://e.example/a" srcset="https://e.example/b 2x">
      <picture><source srcset="https://e.example/c"><img src="https://e.example/d"></picture>
      <video poster="https://e.example/e" src="https://e.example/f"></video><audio src="https://e.example/g"></audio>
      <svg><image href="https://e.example/h" xlink:href="https://e.example/i"></image></svg>
      <p style="background:url(https://e.example/j)">text</p><table background="https://e.example/k"></table>
      <iframe src="https://e.example/l"></iframe><object data="https://e.example/m"></object>
      <link rel="stylesheet" href="https://e.example/n"><style>@import "https://e.example/o"</style>
      <input type="image" src="https://e.example/p"><a href="https://e.example/link">link</a>`;
    const box = document.createElement('div');
    box.append(
      localiseImages(
        html,
        () => null,
        () => ({ caption: '', state: 'failed' }),
      ),
    );
    const loading = [...box.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(
        ({ name, value }) => value.includes('e.example') && !(element.localName === 'a' && name === 'href'),
      ),
    );
    expect(loading.map(({ name, value }) => `${name}=${value}`)).toEqual([]);
    expect(box.innerHTML).not.toContain('@import');
    expect(box.querySelector('a')?.href).toBe('https://e.example/link');
  });
});
