// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  findSaved,
  getFullArticle,
  getVersions,
  listArticles,
} from '../../../../utils/library/articles/articles.ts';
import {
  openSavedArticle,
  replaceImageSources,
} from '../../../../utils/library/articles/open-saved-article.ts';
import { pickImageSource, prepareContent } from '../../../../utils/library/articles/prepare-content.ts';
import { processPage, processPages, runPageTask } from '../../../../utils/library/articles/process-page.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { appendPage, isSavedText, toSavedPages } from '../../../../utils/library/articles/saved-pages.ts';
import { claimJob, completeJob, failJob } from '../../../../utils/library/jobs/image-jobs.ts';
import { extractQuotes } from '../../../../utils/quotes/extract-quotes.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const URL_ = 'https://paper.example/mill';
const TEXTS = [
  'The sluice opens by itself.',
  'The stones were the easy part.',
  'An eel came up with the flood.',
];
const page = (n: number, total: number | null = 3) =>
  toSavedPages(
    { page: n, total, next: n < 3 ? `${URL_}?page=${n + 1}` : null, first: URL_ },
    TEXTS[n - 1] ?? '',
  );
const pageSave = (n: number) =>
  makeSave({ url: n === 1 ? URL_ : `${URL_}?page=${n}`, text: TEXTS[n - 1] ?? '' }, { pages: page(n) });

function allPages() {
  const [one, two, three] = [page(1), page(2), page(3)];
  if (one === null || two === null || three === null) throw new Error('no pages');
  return {
    ...makeSave(
      { url: URL_, text: TEXTS.join('\n\n') },
      { pages: appendPage(appendPage(one, two), three), pageUrls: [`${URL_}?page=2`, `${URL_}?page=3`] },
    ),
  };
}

it('an article on several pages counts as incomplete until all pages are saved', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(pageSave(1), db);
  const first = (await getFullArticle(articleId, db))?.article;
  expect(first?.pages).toMatchObject({ from: 1, to: 1, total: 3, next: `${URL_}?page=2` });
  expect((await listArticles('incomplete', {}, db)).articles).toHaveLength(1);
  await saveArticle(allPages(), db);
  const whole = await getFullArticle(articleId, db);
  expect(whole?.article.pages).toMatchObject({ from: 1, to: 3, total: 3, next: null });
  expect(whole?.content.text).toBe(TEXTS.join('\n\n'));
  expect((await listArticles('incomplete', {}, db)).articles).toHaveLength(0);
  // That pages were added is no change of the text.
  expect(await getVersions(articleId, db)).toEqual([]);
});

it('an article on several pages is not reduced to one page if a page is saved again', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(allPages(), db);
  for (const n of [1, 2, 3]) {
    expect(await saveArticle(pageSave(n), db)).toEqual({ articleId, updated: true, isSame: true });
    expect((await getFullArticle(articleId, db))?.content.text).toBe(TEXTS.join('\n\n'));
  }
});

it('an article on several pages is found on each of its pages', async () => {
  const db = freshLibrary();
  await saveArticle(allPages(), db);
  for (const n of [1, 2, 3]) {
    const row = await findSaved(n === 1 ? URL_ : `${URL_}?page=${n}`, db);
    expect(row !== null && isSavedText(row, TEXTS[n - 1] ?? '')).toBe(true);
    expect(row !== null && isSavedText(row, 'Another text.')).toBe(false);
  }
});

it('an article on several pages is replaced by a text that its site no longer splits', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(allPages(), db);
  await saveArticle(makeSave({ url: URL_, text: `${TEXTS.join('\n\n')}\n\nAnd an end.` }), db);
  const row = (await getFullArticle(articleId, db))?.article;
  expect(row?.pages).toBeUndefined();
  expect(row?.textHash).not.toBe('');
});

it('an article on several pages uses the highest number of pages that a page states', () => {
  const [one, two, last] = [page(1, null), page(2, 3), page(3)];
  if (one === null || two === null || last === null) throw new Error('no pages');
  expect(one.total).toBeNull();
  expect(appendPage(one, two).total).toBe(3);
  expect(appendPage(appendPage(one, { ...two, total: null }), last).total).toBe(3);
});

it('a speaker on a later page is recognised from an earlier page', async () => {
  const { article } = makeSave({
    text: 'The wheel turned. “It is a clock,” said Gwenllian Tresidder, an engineer.',
  });
  const text = 'An eel came up with the flood.\n\n“They were here first,” Tresidder said.';
  const joined = await processPages(
    article,
    [{ html: `<p>${text.replace('\n\n', '</p><p>')}</p>`, text }],
    2,
    extractQuotes,
  );
  expect(joined.quotes.map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual([
    'Gwenllian Tresidder',
    'Gwenllian Tresidder',
  ]);
  for (const { text: words, start, end } of joined.quotes)
    expect(joined.article.text.slice(start, end)).toBe(words);
  expect(joined.article.wordCount).toBeGreaterThan(article.wordCount);
});

describe('page tasks', () => {
  const URL_ = 'https://paper.example/2026/harbour';
  const LINE = 'The council had promised to open the long quay again after two years of work on its pillars.';
  const PAGE = `<!doctype html><html lang="en"><head><title>Harbour opens again | The Paper</title>
  <meta property="og:type" content="article"><meta property="og:title" content="Harbour opens again">
  <script>window.ran = true</script></head><body><nav><a href="/">Home</a></nav><article><h1>Harbour opens again</h1>
  <p>${LINE} “We waited long enough,” said Mira Voss, the harbour pilot.</p><p>${LINE} ${LINE}</p>
  <figure><img src="../img/quay.jpg" onerror="window.ran = true" alt="The quay"></figure>
  <p>${LINE} ${LINE}</p><p>${LINE} ${LINE}</p></article></body></html>`;

  it('extracts the article of a page with its quotes and images, and runs no scripts', async () => {
    const page = await processPage(PAGE, URL_, extractQuotes);
    expect(page?.article.title).toBe('Harbour opens again');
    expect(page?.article.text).toContain('two years of work');
    expect(page?.quotes.map((quote) => quote.resolvedSpeaker)).toEqual(['Mira Voss']);
    for (const { text, start, end } of page?.quotes ?? []) {
      expect(page?.article.text.slice(start, end)).toBe(text);
    }
    expect(page?.images).toEqual(['https://paper.example/img/quay.jpg']);
    expect(page?.article.html).not.toContain('onerror');
    expect('ran' in window).toBe(false);
    // What crosses to the background must be plain data.
    expect(structuredClone(page)).toEqual(page);
  });

  it("finds the site's icon, and among several the one for a line of text", async () => {
    const iconOf = async (links: string): Promise<string | null | undefined> =>
      (await processPage(PAGE.replace('<title>', `${links}<title>`), URL_, extractQuotes))?.icon;
    expect(await iconOf('')).toBeNull();
    expect(await iconOf('<link rel="shortcut icon" href="/favicon.ico">')).toBe(
      'https://paper.example/favicon.ico',
    );
    const large = '<link rel="icon" sizes="192x192" href="large.png">';
    expect(await iconOf(`${large}<link rel="ICON" sizes="32x32" href="//cdn.example/small.png">`)).toBe(
      'https://cdn.example/small.png',
    );
    expect(await iconOf(`<base href="https://paper.example/assets/">${large}`)).toBe(
      'https://paper.example/assets/large.png',
    );
    expect(await iconOf('<link rel="icon" href="http://[broken">')).toBeNull();
  });

  it('returns nothing for a page without text', async () => {
    expect(await processPage('<html><body></body></html>', URL_, extractQuotes)).toBeNull();
    expect(await processPage('', URL_, extractQuotes)).toBeNull();
  });

  it('sanitises an article and extracts its quotes in one task', async () => {
    const { article } = makeSave({
      text: 'The wheel turned. “It is a clock,” said Gwenllian Tresidder, an engineer.',
    });
    const html = `${article.html}<img src="a.png" onerror="go()"><script>go()</script>`;
    const page = await runPageTask({ kind: 'article', article: { ...article, html } }, extractQuotes);
    expect(page).toMatchObject({
      quotes: [{ text: 'It is a clock', resolvedSpeaker: 'Gwenllian Tresidder' }],
      images: [new URL('a.png', article.url).href],
      lacksQuotes: false,
    });
    expect(JSON.stringify(page)).not.toContain('go()');
  });

  it('prepares an article without quotes if their extraction fails', async () => {
    const { article } = makeSave();
    const failing = () => Promise.reject(new Error('the worker is stuck'));
    expect(await runPageTask({ kind: 'article', article }, failing)).toMatchObject({
      article: { text: article.text },
      quotes: [],
      lacksQuotes: true,
    });
  });
});

const PAGE = 'https://paper.example/2026/harbour';
const BLANK = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

function pick(html: string): string | null {
  const image = new DOMParser().parseFromString(html, 'text/html').querySelector('img');
  return image === null ? null : pickImageSource(image, PAGE);
}

it('the chosen source of an image is the narrowest that is wide enough, or else the widest', () => {
  expect(pick('<img src="s.jpg" srcset="a.jpg 400w, b.jpg 1800w, c.jpg 3000w">')).toBe(
    'https://paper.example/2026/b.jpg',
  );
  expect(pick('<img src="s.jpg" srcset="/a.jpg 400w, /b.jpg 800w">')).toBe('https://paper.example/b.jpg');
  expect(pick('<img src="s.jpg" srcset="a.jpg, b.jpg 2x">')).toBe('https://paper.example/2026/b.jpg');
});

it('the source of an image is found in `<picture>` and in attributes for lazy loading', () => {
  expect(pick('<picture><source type="image/webp" srcset="p.webp 1600w"><img src="s.jpg"></picture>')).toBe(
    'https://paper.example/2026/p.webp',
  );
  expect(pick(`<img src="${BLANK}" data-src="//cdn.example/l.jpg">`)).toBe('https://cdn.example/l.jpg');
  expect(pick(`<img src="${BLANK}" srcset="${BLANK} 1w" data-src="/l.jpg">`)).toBe(
    'https://paper.example/l.jpg',
  );
  expect(pick('<img src="javascript:alert(1)">')).toBeNull();
});

it('an image without a URL has no source, since an empty URL would be that of the page', () => {
  expect(pick('<img alt="nothing">')).toBeNull();
  expect(pick('<img src=" " data-src="" srcset="">')).toBeNull();
  const { html, images } = prepareContent('<p>Quay</p><img src="" alt="Quay">', PAGE);
  expect([html, images]).toEqual(['<p>Quay</p>', []]);
});

it('preparing content makes URLs absolute, keeps one source per image, and lists each once', () => {
  const { html, images } = prepareContent(
    '<p><a href="../more?x=1">more</a></p><img src="a.jpg" srcset="b.jpg 1600w" alt="Quay"><img src="b.jpg">',
    PAGE,
  );
  expect(html).toContain('https://paper.example/more?x=1');
  expect(html).not.toContain('srcset');
  expect(images).toEqual(['https://paper.example/2026/b.jpg']);
});

it('a saved article shows its images from the library, and placeholders for missing ones', async () => {
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
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:kept');
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  const saved = await openSavedArticle(articleId, {
    db,
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
  expect(revoke.mock.calls).toEqual([['blob:kept']]);
  expect(await openSavedArticle('nobody', { db })).toBeNull();
});

it('a saved article loads nothing from the network, whatever its HTML contains', () => {
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
    replaceImageSources(
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
