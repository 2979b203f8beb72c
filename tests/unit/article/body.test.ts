// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { judgePage } from '../../../utils/article/judge/judge-page.ts';
import { sampleProse } from '../../../utils/article/judge/sample-prose.ts';
import { processPage } from '../../../utils/library/articles/process-page.ts';
import { itLong } from '../../long.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

function read(between: string) {
  const [a = '', b = '', ...rest] = prose(6);
  const body = `<p>${a}</p><p>${b}</p>${between}<p>${rest.join('</p><p>')}</p>`;
  const page = parsePage(makeArticle({ body }));
  // As if the clutter engine had found these.
  const promos = [...page.querySelectorAll('.begs')];
  const extraction = extractArticle(page, ARTICLE_URL, { promos });
  if (extraction === null) throw new Error('no article');
  return { ...extraction, text: extraction.article.text, begging: promos };
}

const boxed =
  '<div class="begs"><p>Work goes on at the quay, and you read of it here first, each morning, without any advertising.</p><p>The Quay lives on your support. <a href="/donate">Donate now</a> and keep it free.</p><p>Thank you a thousand times, says the whole crew of the paper, for being on board with us.</p></div>';

it('what begs is no text of the article, is not in its HTML, and may be hidden', () => {
  const { text, article, elements, begging } = read(boxed);
  expect(text.split('\n\n')).toEqual(prose(6));
  expect(article.html).not.toContain('Donate now');
  expect(begging).toHaveLength(1);
  expect(elements.some((element) => begging[0]?.contains(element))).toBe(false);
});

it('what begs is left out as a line among the paragraphs, where it gives something to follow', () => {
  const line =
    '<p class="begs">Love boats? The Quay has a free daily newsletter. <a href="/newsletter">Sign up for the newsletter</a> today.</p>';
  expect(read(line).text.split('\n\n')).toEqual(prose(6));
});

const told = {
  'a newsletter':
    '<p class="begs">• The sign-up forms: these come up only when visitors are registering for our newsletter, and are the only way in which the harbour ever learns who anybody is and where they live, as it says.</p>',
  'an app at length':
    '<p class="begs">3. <strong>Download the tide tables to your phone</strong> – this does not only mean to download the Tides app. You can download the tables of a whole coast, so that you need no network at sea, and the app shows them by the hour. We do it for each coast that we sail along. <a href="https://tides.example/help">Here is how to download the app</a>, with all the pictures that you need.</p>',
};
it.each(Object.entries(told))('what begs stays where a line of the article tells of %s', (_, html) => {
  const { text } = read(html);
  expect(text.split('\n\n')).toHaveLength(7);
});

it('a sample of the prose is what the paragraphs say, not the menus and buttons', () => {
  const sample = sampleProse(parsePage(makeArticle({ before: '<p>Subscribe</p>' })));
  expect(sample).toContain('nobody on the quay was surprised');
  expect(sample).not.toContain('Subscribe');
  expect(sampleProse(parsePage('<frameset></frameset>'))).toBe('');
});

describe('walls', () => {
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

  it.each(walls)(
    'a wall or a registration box within the article is no text of it, however large beside it: %s',
    (_, wall) => {
      for (const count of [2, 8]) {
        const [first, ...rest] = prose(count).map((text) => `<p>${text}</p>`);
        const { article, elements } = read(`${first}${wall}${rest.join('')}`);
        expect(article.text.split('\n\n'), `${count} paragraphs`).toEqual(prose(count));
        expect(article.html).not.toMatch(/plans|login|device/);
        expect(elements.map((element) => element.textContent).join(' ')).not.toMatch(/subscri|Regist|Abo/);
      }
    },
  );

  it('a wall or a registration box within the article is no text of a page that is saved although it is no article', () =>
    expect(read(`${paragraphs(3)}${walls[0]?.[1]}`, true).article.text).not.toContain('Cancel at any time'));

  it.each([
    '<p>He asked her to continue reading, and she did so until the ferry came.</p>',
    '<p>“Register to continue,” the machine said, and the harbour master left it at that.</p>',
    '<p>The paper wants readers to register before they read the full story, its editor said on Tuesday.</p>',
    '<ul><li>The bar is members only</li><li>The quay is for all</li><li>The ramp is closed</li></ul>',
    '<p>This article is for those who missed it, and is from the <a href="/g">Gazette</a>.</p>',
    '<p>Dieser Artikel ist zuerst beim <a href="/b">Lumholmer Boten</a> erschienen.</p>',
    '<blockquote><p>You had to create an account to see when the ferry leaves.</p></blockquote>',
  ])('a wall or a registration box within the article is told from what tells of one: %s', (line) => {
    const text = new DOMParser().parseFromString(line, 'text/html').body.querySelector('p, li')?.textContent;
    expect(read(`${paragraphs(3)}${line}<p>${prose(4)[3]}</p>`).article.text).toContain(text);
  });

  it('a wall or a registration box within the article does not take the paragraph that fades out above it', () => {
    const faded = `<div><p>${prose(4)[3]}</p><div><h3>Subscribe to continue reading</h3><a href="/plans">See the plans</a></div></div>`;
    expect(read(paragraphs(3) + faded).article.text.split('\n\n')).toEqual(prose(4));
  });
});

describe('main part', () => {
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

  it('a page that is no article, which the user keeps all the same is not read so unless that is asked for', () => {
    expect(read(PRODUCT, false)?.text ?? '').not.toContain('31 cm');
    expect(read('<main><p>€ 84</p></main>', false)).toBeNull();
  });

  it('a page that is no article, which the user keeps all the same of short lines has them all, with its tables and pictures, and nothing of what stands around', () => {
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

  it('a page that is no article, which the user keeps all the same has every post of a discussion, not the first alone', () => {
    const posts = prose(6).map((text) => `<div class="comment reply"><b>gannet</b><p>${text}</p></div>`);
    const page = `${AROUND}<main><h1>Which lamp?</h1><div class="post-body"><p>${prose(8)[7]}</p></div>
      <section id="comments">${posts.join('')}</section></main>${FOOT}`;
    const text = read(page)?.text ?? '';
    for (const post of [...prose(6), prose(8)[7] ?? '']) expect(text).toContain(post);
  });

  it('a page that is no article, which the user keeps all the same has the whole page where that names no main part, or a small one', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `<div>Boat ${i + 1}, 20 crates</div>`).join('');
    expect(read(AROUND + rows + FOOT)?.text).toMatch(/^Boat 1, 20 crates[\s\S]*Boat 12, 20 crates$/);
    expect(read(`${AROUND}<main>Landed today</main>${rows}${FOOT}`)?.text).toContain('Boat 12, 20 crates');
  });

  it('a page that is no article, which the user keeps all the same stays as it is read where nearly all of it is an article', () => {
    const page = `<main><h1>Late again</h1><div class="article-body">${paragraphs(5)}</div><p class="share">Share</p></main>`;
    expect(read(page)).toEqual(read(page, false));
  });

  it('a page that is no article, which the user keeps all the same leaves out what is hidden, and who begs by name', () => {
    const text = read(`<main><p>Boat 1</p><p hidden>trap one</p><div aria-hidden="true">trap two</div>
      <div style="display:none"><p>trap three</p></div><div role="dialog">trap four</div>
      <p>Boat 2, twenty crates</p><p>Boat 3, herring</p><div class="cookie-consent">trap five</div></main>`)?.text;
    expect(text).toContain('Boat 1');
    expect(text).not.toContain('trap');
  });

  it('a page that is no article, which the user keeps all the same without any text has none', () => {
    for (const body of '|<main></main>|<main>— · —</main>|<p hidden>Nothing</p>|<canvas>x</canvas>'.split(
      '|',
    ))
      expect(read(body), body).toBeNull();
  });

  itLong('reads hostile pages: deep, wide, and full of main parts', () => {
    const deep = `${'<div role="main">'.repeat(3000)}Deep down${'</div>'.repeat(3000)}`;
    expect(read(deep)?.text).toBe('Deep down');
    const mains = Array.from({ length: 3000 }, (_, i) => `<main>Part ${i}</main>`).join('');
    expect(read(mains)?.text).toContain('Part 2999');
  });
});

describe('structure', () => {
  function read(page: Document | string) {
    const document_ = typeof page === 'string' ? parsePage(page) : page;
    return extractArticle(document_, ARTICLE_URL)?.article ?? null;
  }

  /** What is kept of a part between paragraphs, as it is shown after cleaning. */
  const kept = (part: string): string =>
    sanitiseHtml(read(makeArticle({ body: `${paragraphs(3)}${part}<p>${prose(4)[3]}</p>` }))?.html ?? '');

  it.each([
    '<ol start="3"><li>Ropes<ul><li>Hemp</li></ul></li></ol>',
    '<dl><dt>Ramp</dt><dd>What cars roll over on their way.</dd></dl>',
    '<blockquote><p>Bring a book, and another one for the way back.</p></blockquote>',
  ])('the structure of a body keeps %s', (part) => expect(kept(part)).toContain(part));

  /** What stands in the page, and what is shown of it. */
  const parts = {
    '<table><tr><th colspan="2">Delays by day</th></tr><tr><td>Mon</td><td>4</td></tr></table>':
      '<th colspan="2">Delays by day</th>',
    '<pre><code>ramp.down();\n  wait(4);</code></pre>': 'ramp.down();\n  wait(4);',
    [`<p>${prose(1)[0]}<sup><a href="#fn1">1</a></sup></p>`]:
      '<sup><a href="https://quay.example/harbour/2025/03/ferry-leaves-late-again#fn1">1</a></sup>',
    '<p>The old word is <em lang="no">kai</em>, and everybody on the quay still knows it.</p>':
      '<em lang="no">kai</em>',
    '<p dir="rtl" lang="ar">العبارة تأخرت مرة أخرى اليوم، ولم يفاجأ أحد بذلك على الرصيف أبدا.</p>':
      '<p lang="ar" dir="rtl">',
    '<figure><picture><source srcset="/w.webp 1600w, /n.webp 400w"><img src="/n.jpg" alt="Ramp"></picture></figure>':
      'src="https://quay.example/w.webp"',
    '<img src="data:image/gif;base64,R0" alt="Ramp"><noscript><img src="/real.jpg"></noscript>':
      'src="https://quay.example/real.jpg"',
    '<video src="/ramp.mp4" title="The ramp"></video>':
      '<a href="https://quay.example/ramp.mp4">The ramp</a>',
    '<p>The sign says <ruby>港<rt>みなと</rt></ruby>, which is what the harbour is called here.</p>':
      '<ruby>港<rt>みなと</rt></ruby>',
  };
  it.each(Object.entries(parts))('the structure of a body shows %s as %s', (part, html) =>
    expect(kept(part)).toContain(html),
  );

  it('odd documents are read in quirks mode and as XHTML', () => {
    expect(read(`<h1>Ferry leaves late again</h1>${paragraphs(4)}`)?.text).toBe(prose(4).join('\n\n'));
    const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry leaves late again</title></head><body><h1>Ferry leaves late again</h1>${paragraphs(4)}</body></html>`;
    const page = new DOMParser().parseFromString(xhtml, 'application/xhtml+xml');
    expect(read(page)?.text).toBe(prose(4).join('\n\n'));
  });

  it('odd documents have no article where they are frames, feeds or drawings', () => {
    expect(read('<html><frameset cols="*"><frame src="/a"></frameset></html>')).toBeNull();
    for (const xml of [
      '<rss><channel><item/></channel></rss>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ]) {
      expect(read(new DOMParser().parseFromString(xml, 'application/xml'))).toBeNull();
    }
  });
});

/** Moves what a component holds into a shadow root of its own. */
function shade(host: Element | null): ShadowRoot {
  if (host === null) throw new Error('no component');
  const root = host.attachShadow({ mode: 'open' });
  root.append(...host.childNodes);
  return root;
}

const text = (page: Document) => extractArticle(page, ARTICLE_URL)?.article.text;

it('an article in components is read out of their shadow roots, in order and once', () => {
  const page = parsePage(
    makeArticle({ body: `<story-body>${paragraphs(4)}</story-body><p>${prose(5)[4]}</p>` }),
  );
  shade(page.querySelector('story-body'));
  expect(text(page)).toBe(prose(5).join('\n\n'));
  const html = extractArticle(page, ARTICLE_URL)?.article.html;
  expect(html?.match(/<p>/g)).toHaveLength(5);
});

it('an article in components is read through components within components', () => {
  const page = parsePage(
    makeArticle({ body: `<story-page><story-part>${paragraphs(5)}</story-part></story-page>` }),
  );
  shade(page.querySelector('story-part'));
  shade(page.querySelector('story-page'));
  expect(text(page)).toBe(prose(5).join('\n\n'));
});

it('an article in components is noticed and read where the whole page is in one', () => {
  const page = parsePage(makeArticle({ body: paragraphs(9) }));
  const { body } = page;
  const host = page.createElement('story-page');
  host.append(...body.childNodes);
  body.append(host);
  shade(host);
  expect(judgePage(page, ARTICLE_URL)).toMatchObject({ isArticle: true, reason: 'articleProse' });
  expect(text(page)).toBe(prose(9).join('\n\n'));
});

it('an article in components is read where a component is given its paragraphs', () => {
  const page = parsePage(makeArticle({ body: `<story-frame>${paragraphs(5)}</story-frame>` }));
  const frame = page.querySelector('story-frame')?.attachShadow({ mode: 'open' });
  if (frame) frame.innerHTML = '<div class="frame"><slot></slot></div>';
  expect(text(page)).toBe(prose(5).join('\n\n'));
});

it('an article in components is read in the source of a page, too', async () => {
  const body = `<story-body><template shadowrootmode="open">${paragraphs(5)}</template></story-body>`;
  const page = await processPage(makeArticle({ body }), ARTICLE_URL, async () => []);
  expect(page?.article.text).toBe(prose(5).join('\n\n'));
});
