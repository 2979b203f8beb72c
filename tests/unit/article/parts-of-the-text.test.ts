// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { makeArticle, paragraphs, prose, readArticle, textOf } from './make-page.ts';

describe('questions and answers', () => {
  const answer = 'It leaves when the ramp is down, which takes four minutes on a calm day.';

  it('keep the question that stands on a button', () => {
    const heading = `<h3><button aria-expanded="false">When does the ferry leave?</button></h3><p>${answer}</p>`;
    const bare = `<div><button aria-controls="a2"><div><p>And when does it come back?</p></div></button><div><p>${answer} Then it comes back.</p></div></div>`;
    const text = textOf({ body: paragraphs(4) + heading + bare });
    expect(text).toContain('When does the ferry leave?');
    expect(text).toContain('And when does it come back?');
    expect(textOf({ body: `${paragraphs(3)}<button>Show the map of the harbour?</button>` })).toEqual(
      prose(3),
    );
  });

  it('keep a short answer that a button unfolds', () => {
    const folded = (id: string): string =>
      `<div><button aria-controls="${id}">When does the ferry leave?</button></div><div id="a1" style="display:none"><p>${answer}</p></div>`;
    expect(textOf({ body: paragraphs(4) + folded('a1') })).toContain(answer);
    expect(textOf({ body: paragraphs(4) + folded('elsewhere') })).not.toContain(answer);
  });

  it('are no cards of other stories', () => {
    const questions = [1, 2, 3]
      .map(
        (n) => `<div><h3>Why is the ramp number ${n} so steep?</h3><p>${answer} Ramp ${n} is old.</p></div>`,
      )
      .join('');
    const body = `<p>${prose(9)[8]}</p><div>${paragraphs(8)}</div><section>${questions}</section>`;
    expect(textOf({ body }).at(-1)).toBe(`${answer} Ramp 3 is old.`);
  });
});

describe('lists', () => {
  it('keep items that are links in paragraphs', () => {
    const body = `${paragraphs(3)}<ul><li><p>Bring a raincoat</p></li><li><p><a href="/book">Bring a book for the crossing</a></p></li><li><p>Bring time</p></li></ul>`;
    expect(textOf({ body })).toContain('Bring a book for the crossing');
  });

  it('keep the sentence that leads up to a list of links, and its heading', () => {
    const part = `<div><h2>Five more crossings</h2><p>Here are some more crossings for a calm day at sea, all of them short:</p><ol><li><a href="/1">From Lumholm to the lighthouse and back</a></li><li><a href="/2">Around the island of the gulls in an hour</a></li><li><a href="/3">Through the sound by night with the lights</a></li></ol></div>`;
    const text = textOf({ body: `${paragraphs(5)}${part}<p>${prose(6)[5]}</p>` });
    expect(text).toContain('Five more crossings');
    expect(text).toContain('Around the island of the gulls in an hour');
  });
});

describe('headings', () => {
  it('are kept though they are named after a table of contents', () => {
    const body = `${paragraphs(3)}<h2 class="chapter toc">The second ramp</h2><p>${prose(4)[3]}</p>`;
    expect(textOf({ body })).toContain('The second ramp');
  });

  it('begin with the first of several numbered headings', () => {
    const body = prose(4).map((text, i) => `<h2>${i + 1}. The boat of the year</h2><p>${text}</p>`);
    expect(textOf({ body: body.join('') })[0]).toBe('1. The boat of the year');
  });

  it('may begin with a word that notices begin with', () => {
    const body = `${paragraphs(3)}<h2>Copyright complexity in a small harbour</h2><p>${prose(5)[3]}</p><p>${prose(5)[4]}</p>`;
    expect(textOf({ body })).toContain('Copyright complexity in a small harbour');
    expect(textOf({ body: `${paragraphs(3)}<p>Copyright 2025 The Quay and its writers</p>` })).toEqual(
      prose(3),
    );
  });

  it('do not take the place of the headline, though they repeat the title in full', () => {
    const page = `<title>The best ferries for a calm day in 2025</title><body><main><h1>The best ferries for a calm day</h1>${paragraphs(2)}<section><h2>The best ferries for a calm day in 2025</h2>${paragraphs(6)}</section></main>`;
    const { title, text } = readArticle(page);
    expect(title).toBe('The best ferries for a calm day');
    expect(text.startsWith(prose(1)[0] ?? '')).toBe(true);
  });
});

describe('the beginning', () => {
  it('is kept where it stands right before the body, however far from the headline', () => {
    const contents = Array.from({ length: 20 }, (_, i) => `<li><a href="#${i}">Chapter ${i}</a></li>`).join(
      '',
    );
    const page = `<title>Ferry leaves late again</title><body><div><div><h1>Ferry leaves late again</h1></div><ul>${contents}</ul><div><div><p>${prose(1)[0]}</p></div><article class="article-body">${prose(
      9,
    )
      .slice(1)
      .map((text) => `<p>${text}</p>`)
      .join('')}</article></div></div>`;
    expect(readArticle(page).text.split('\n\n')).toEqual(prose(9));
  });
});

describe('neighbours and copies', () => {
  it('count once what the page holds for narrow windows and for wide ones', () => {
    const text = paragraphs(5);
    expect(textOf({ body: `<div class="wide">${text}</div><div class="narrow">${text}</div>` })).toEqual(
      prose(5),
    );
  });

  it('leave out the beginnings of other stories, however many', () => {
    const teasers = prose(6)
      .map((text) => `<p>${text.slice(0, 130).toUpperCase()}...</p>`)
      .join('');
    expect(textOf({ body: `${paragraphs(4)}<h3>Also in the news</h3>${teasers}` })).toEqual(prose(4));
  });

  it('keep a table that follows a list of related matters', () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `<tr><td>${i}</td><td>Crossing number ${i}</td></tr>`,
    ).join('');
    const body = `${paragraphs(5)}<h3>Related resources</h3><p><a href="/1">How to read a chart</a></p><table>${rows}</table>`;
    expect(textOf({ body })).toContain('Crossing number 29');
  });
});

describe('what is no text', () => {
  const lines = {
    'a player': '<p>Listen · 3:51 3:51</p>',
    'the names of networks': '<div>SMS Facebook Twitter Email</div>',
    'a pointer to the same paper':
      '<h3>Related stories from the harbour desk</h3><p><a href="/1">The gulls return</a></p>',
    'a pointer to what one may like':
      '<h3>If you liked this post you might also like</h3><p><a href="/1">The gulls return</a></p>',
  };
  it.each(Object.entries(lines))('has %s', (_, html) => {
    expect(textOf({ body: paragraphs(5) + html })).toEqual(prose(5));
  });
});

describe('white space', () => {
  it.each([
    'comes<strong> </strong>during',
    'comes<b>&nbsp;</b>during',
    'comes<em><i> </i></em>during',
    'comes<a href="/x"> </a>during',
    '<b>comes</b><i> </i><b>during</b>',
    'comes<strong><br></strong>during',
  ])('parts words, though an inline element holds nothing else: %s', (line) => {
    const { html, text } = readArticle(
      makeArticle({
        body: `${paragraphs(3)}<p>The break ${line} the night, they say, and nobody minds.</p>`,
      }),
    );
    expect(text).toMatch(/comes\s+during/);
    expect(html.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '')).toMatch(/comes\s+during/);
  });
});
