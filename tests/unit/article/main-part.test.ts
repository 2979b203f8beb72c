// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { itLong } from '../../long.ts';
import { paragraphs, parsePage, prose } from './make-page.ts';

const URL_HERE = 'https://chandlery.example/lamps/17';

const read = (body: string, anyText = true) =>
  extractArticle(
    parsePage(
      `<!doctype html><html lang="en"><head><title>Anchor lamp</title></head><body>${body}</body></html>`,
    ),
    URL_HERE,
    { anyText },
  )?.article ?? null;

const AROUND = `<header><nav><a href="/">Chandlery</a> <a href="/lamps">Lamps</a></nav></header>`;
const FOOT = `<footer><p>Chandlery of Orrin, open from nine to five.</p></footer>`;
const PRODUCT = `${AROUND}<main><h1>Anchor lamp, brass</h1><p>€ 84</p>
<table><tr><th>Height</th><td>31 cm</td></tr><tr><th>Burns</th><td>paraffin</td></tr></table>
<ul><li>Spare wick</li><li>Hook</li></ul><img src="/lamp.jpg" width="600" height="400" alt="The lamp"></main>${FOOT}`;

describe('a page that is no article, which the user keeps all the same', () => {
  it('is not read so unless that is asked for', () => {
    expect(read(PRODUCT, false)?.text ?? '').not.toContain('31 cm');
    expect(read('<main><p>€ 84</p></main>', false)).toBeNull();
  });

  it('of short lines has them all, with its tables and pictures, and nothing of what stands around', () => {
    const article = read(PRODUCT);
    expect(article?.title).toBe('Anchor lamp, brass');
    expect(article?.text.split('\n\n')).toEqual([
      '€ 84',
      'Height',
      '31 cm',
      'Burns',
      'paraffin',
      'Spare wick',
      'Hook',
    ]);
    expect(article?.html).toContain('<td>31 cm</td>');
    expect(article?.html).toContain('https://chandlery.example/lamp.jpg');
    expect(`${article?.html}${article?.text}`).not.toMatch(/open from nine|\/lamps"/);
  });

  it('has every post of a discussion, not the first alone', () => {
    const posts = prose(6).map((text) => `<div class="comment reply"><b>gannet</b><p>${text}</p></div>`);
    const page = `${AROUND}<main><h1>Which lamp?</h1><div class="post-body"><p>${prose(8)[7]}</p></div>
      <section id="comments">${posts.join('')}</section></main>${FOOT}`;
    const text = read(page)?.text ?? '';
    for (const post of [...prose(6), prose(8)[7] ?? '']) expect(text).toContain(post);
  });

  it('has the whole page where that names no main part, or a small one', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `<div>Boat ${i + 1}, 20 crates</div>`).join('');
    expect(read(AROUND + rows + FOOT)?.text).toMatch(/^Boat 1, 20 crates[\s\S]*Boat 12, 20 crates$/);
    expect(read(`${AROUND}<main>Landed today</main>${rows}${FOOT}`)?.text).toContain('Boat 12, 20 crates');
  });

  it('stays as it is read where nearly all of it is an article', () => {
    const page = `<main><h1>Late again</h1><div class="article-body">${paragraphs(5)}</div><p class="share">Share</p></main>`;
    expect(read(page)).toEqual(read(page, false));
  });

  it('leaves out what is hidden, and who begs by name', () => {
    const text = read(`<main><p>Boat 1</p><p hidden>trap one</p><div aria-hidden="true">trap two</div>
      <div style="display:none"><p>trap three</p></div><div role="dialog">trap four</div>
      <p>Boat 2, twenty crates</p><p>Boat 3, herring</p><div class="cookie-consent">trap five</div></main>`)?.text;
    expect(text).toContain('Boat 1');
    expect(text).not.toContain('trap');
  });

  it('without any text has none', () => {
    for (const body of [
      '',
      '<main></main>',
      '<main>— · —</main>',
      '<p hidden>Nothing</p>',
      '<canvas>x</canvas>',
    ])
      expect(read(body), body).toBeNull();
  });
});

itLong('reads hostile pages: deep, wide, and full of main parts', () => {
  const deep = `${'<div role="main">'.repeat(3000)}Deep down${'</div>'.repeat(3000)}`;
  expect(read(deep)?.text).toBe('Deep down');
  const mains = Array.from({ length: 3000 }, (_, i) => `<main>Part ${i}</main>`).join('');
  expect(read(mains)?.text).toContain('Part 2999');
});
