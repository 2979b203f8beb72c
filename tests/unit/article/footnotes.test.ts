// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { ARTICLE_URL, makeArticle, parsePage, prose } from './make-page.ts';

const LINES = prose(5);
const NOTE = 'The harbour log of 1911, page 40, in the hand of the second clerk.';

/** The body as it is kept, with a mark in its second paragraph. */
function keep(mark: string, notes: string, outside = false): HTMLElement {
  const lines = LINES.map((line, at) => `<p>${line}${at === 1 ? mark : ''}</p>`).join('');
  const page = makeArticle(outside ? { body: lines, after: notes } : { body: lines + notes });
  const html = extractArticle(parsePage(page), ARTICLE_URL)?.article.html ?? '';
  return new DOMParser().parseFromString(sanitiseHtml(html), 'text/html').body;
}

/** What the mark leads to, in the body as it is kept. */
function followed(body: HTMLElement): string {
  const mark = [...body.querySelectorAll('a')].find((link) => /^\W?(?:1|\*)\W?$/.test(link.textContent));
  const href = mark?.getAttribute('href') ?? '';
  expect(href).toMatch(/^#note-\d+$/);
  const place = body.querySelector(`[id="${href.slice(1)}"]`);
  return place?.closest('p, li, dd')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('footnotes', () => {
  const shapes: [string, string, string][] = [
    [
      'a list, with ways back',
      '<sup id="r1"><a href="#fn1">1</a></sup>',
      `<ol class="footnotes"><li id="fn1">${NOTE} <a href="#r1">↩</a></li></ol>`,
    ],
    [
      'a section at the end',
      '<sup><a id="ref-1" href="#note1">[1]</a></sup>',
      `<section role="doc-endnotes"><h2>Notes</h2><ol><li id="note1"><p>${NOTE}</p></li></ol></section>`,
    ],
    [
      'paragraphs that an anchor begins',
      '<a name="_ftnref1" href="#_ftn1">[1]</a>',
      `<p><a name="_ftn1" href="#_ftnref1">[1]</a> ${NOTE}</p>`,
    ],
    ['an empty anchor', '<sup><a href="#n1">1</a></sup>', `<p><a name="n1"></a>${NOTE}</p>`],
    ['a box of its own', '<a href="#b1">*</a>', `<div id="b1"><p>${NOTE}</p></div>`],
    [
      'a citation, by its whole address',
      `<sup><a href="${ARTICLE_URL}#cite">[1]</a></sup>`,
      `<ol><li><span id="cite">${NOTE}</span></li></ol>`,
    ],
  ];
  it.each(shapes)('stay with their marks: %s', (_, mark, notes) => {
    expect(followed(keep(mark, notes))).toContain(NOTE);
  });

  it.each(shapes)('outside of the body too: %s', (_, mark, notes) => {
    expect(followed(keep(mark, `<footer><div class="related">${notes}</div></footer>`, true))).toContain(
      NOTE,
    );
  });

  it('lead back to their place in the text', () => {
    const body = keep(
      '<sup id="r1"><a href="#fn1">1</a></sup>',
      `<ol><li id="fn1">${NOTE} <a href="#r1">↩</a></li></ol>`,
    );
    const back = [...body.querySelectorAll('a')].find(({ textContent }) => textContent === '↩');
    const place = body.querySelector(`[id="${back?.getAttribute('href')?.slice(1)}"]`);
    expect(place?.closest('p')?.textContent).toContain(LINES[1]);
  });

  it('have names of our own, each once, and no name where nothing leads', () => {
    const body = keep(
      '<sup><a href="#location">1</a></sup>',
      `<p id="location">${NOTE}</p><p id="location">${LINES[0]} Again.</p><p id="alert">${LINES[2]} Again.</p>`,
    );
    const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual(['note-1']);
  });

  it('take no other part of the page with them', () => {
    const links = '<a href="#comments">12</a> <a href="#top">Up</a> <a href="#gone">3</a>';
    const after = `<section id="comments" class="comments"><p>${'I was there, too, and it rained. '.repeat(200)}</p></section>`;
    const body = keep(` ${links}`, after, true);
    expect(body.textContent).not.toContain('it rained');
    expect([...body.querySelectorAll('a')].at(-1)?.getAttribute('href')).toBe(`${ARTICLE_URL}#gone`);
  });
});
