// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { processPage } from '../../../utils/library/articles/digest-page.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

/** Moves what a component holds into a shadow root of its own. */
function shade(host: Element | null): ShadowRoot {
  if (host === null) throw new Error('no component');
  const root = host.attachShadow({ mode: 'open' });
  root.append(...host.childNodes);
  return root;
}

const text = (page: Document) => extractArticle(page, ARTICLE_URL)?.article.text;

describe('an article in components', () => {
  it('is read out of their shadow roots, in order and once', () => {
    const page = parsePage(
      makeArticle({ body: `<story-body>${paragraphs(4)}</story-body><p>${prose(5)[4]}</p>` }),
    );
    shade(page.querySelector('story-body'));
    expect(text(page)).toBe(prose(5).join('\n\n'));
    const html = extractArticle(page, ARTICLE_URL)?.article.html;
    expect(html?.match(/<p>/g)).toHaveLength(5);
  });

  it('is read through components within components', () => {
    const page = parsePage(
      makeArticle({ body: `<story-page><story-part>${paragraphs(5)}</story-part></story-page>` }),
    );
    shade(page.querySelector('story-part'));
    shade(page.querySelector('story-page'));
    expect(text(page)).toBe(prose(5).join('\n\n'));
  });

  it('is read where a component is given its paragraphs', () => {
    const page = parsePage(makeArticle({ body: `<story-frame>${paragraphs(5)}</story-frame>` }));
    const frame = page.querySelector('story-frame')?.attachShadow({ mode: 'open' });
    if (frame) frame.innerHTML = '<div class="frame"><slot></slot></div>';
    expect(text(page)).toBe(prose(5).join('\n\n'));
  });

  it('is read in the source of a page, too', async () => {
    const body = `<story-body><template shadowrootmode="open">${paragraphs(5)}</template></story-body>`;
    const page = await processPage(makeArticle({ body }), ARTICLE_URL);
    expect(page?.article.text).toBe(prose(5).join('\n\n'));
  });
});
