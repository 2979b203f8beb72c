// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from '../make-page.ts';

function read(body: string, anyText = false) {
  const page = parsePage(makeArticle({ body }));
  const before = page.documentElement.outerHTML;
  const extraction = extractArticle(page, ARTICLE_URL, { anyText });
  if (extraction === null) throw new Error('no article');
  expect(page.documentElement.outerHTML).toBe(before);
  return extraction;
}

const PLANS = [
  '<h4>Monthly</h4><p>4.99 a month</p><p>Cancel at any time</p>',
  '<h4>Yearly</h4><p>49 a year</p><p>Two months for nothing</p>',
];
const PITCH = 'Our reporters walk the quays every day so that you know what moves, and why it moves.';
const LIST =
  '<ul><li>Every story, on every device</li><li>The tide table by mail</li><li>No advertisements</li></ul>';

const walls: [string, string][] = [
  [
    'a wall with its plans',
    `<div class="x1"><h3>Subscribe to continue reading</h3><p>${PITCH}</p>${LIST}<div>${PLANS.join('</div><div>')}</div><p>Already a subscriber? <a href="/login">Log in</a></p></div>`,
  ],
  [
    'a registration box',
    `<section><div><h3>Register for free to read on</h3>${LIST}</div><div><label>Address</label><input type="email"><label>Password</label><input type="password"><button>Create my account</button></div><p>Already have an account? <a href="/login">Log in</a></p></section>`,
  ],
  [
    'a box that lets subscribers in',
    '<div><p>This article is for subscribers.</p><p><a href="/plans">See the plans</a> or <a href="/login">log in to continue</a>.</p></div>',
  ],
  [
    'a German wall',
    `<div><h3>Jetzt weiterlesen</h3>${LIST}<p>Sie haben bereits ein Abo? <a href="/login">Anmelden</a></p></div>`,
  ],
  ['a line of its own', '<p>To continue reading, <a href="/plans">subscribe</a>.</p>'],
];

describe('a wall or a registration box within the article', () => {
  it.each(walls)('is no text of it, however large beside it: %s', (_, wall) => {
    for (const count of [2, 8]) {
      const [first, ...rest] = prose(count).map((text) => `<p>${text}</p>`);
      const { article, kept } = read(`${first}${wall}${rest.join('')}`);
      expect(article.text.split('\n\n'), `${count} paragraphs`).toEqual(prose(count));
      expect(article.html).not.toMatch(/plans|login|device/);
      expect(kept.map((element) => element.textContent).join(' ')).not.toMatch(/subscri|Regist|Abo/);
    }
  });

  it('is no text of a page that is saved although it is no article', () => {
    expect(read(`${paragraphs(3)}${walls[0]?.[1]}`, true).article.text).not.toContain('Cancel at any time');
  });

  it.each([
    '<p>He asked her to continue reading, and she did so until the ferry came.</p>',
    '<p>“Register to continue,” the machine said, and the harbour master left it at that.</p>',
    '<p>The paper wants readers to register before they read the full story, its editor said on Tuesday.</p>',
    '<ul><li>The bar is members only</li><li>The quay is for all</li><li>The ramp is closed</li></ul>',
    '<p>This article is for those who missed it, and is from the <a href="/g">Gazette</a>.</p>',
    '<p>Dieser Artikel ist zuerst beim <a href="/b">Lumholmer Boten</a> erschienen.</p>',
    '<blockquote><p>You had to create an account to see when the ferry leaves.</p></blockquote>',
  ])('is told from what tells of one: %s', (line) => {
    const text = new DOMParser().parseFromString(line, 'text/html').body.querySelector('p, li')?.textContent;
    expect(read(`${paragraphs(3)}${line}<p>${prose(4)[3]}</p>`).article.text).toContain(text);
  });

  it('does not take the paragraph that fades out above it', () => {
    const faded = `<div><p>${prose(4)[3]}</p><div><h3>Subscribe to continue reading</h3><a href="/plans">See the plans</a></div></div>`;
    expect(read(paragraphs(3) + faded).article.text.split('\n\n')).toEqual(prose(4));
  });
});
