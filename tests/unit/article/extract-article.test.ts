// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose, textOf } from './make-page.ts';

function read(html: string, url = ARTICLE_URL) {
  const extraction = extractArticle(parsePage(html), url);
  if (extraction === null) throw new Error('no article');
  return extraction;
}

it('the text is the paragraphs of the body and nothing else', () => {
  const page = makeArticle({
    before:
      '<div class="byline">by <a rel="author" href="/ina">Ina Vold</a> <time datetime="2025-03-04">4 March 2025</time></div>',
    after: `<aside class="related"><h2>Related</h2><ul><li><a href="/x">${prose(1)[0]}</a></li></ul></aside>`,
  });
  expect(textOf(page)).toEqual(prose(5));
});

const inTheMiddle = {
  'a caption':
    '<figure><img src="a.jpg"><figcaption>The ramp in June, seen from the north. (Harbour Trust)</figcaption></figure>',
  'a newsletter box':
    '<div class="newsletter-signup"><p>Get the harbour in your inbox every morning, free of charge.</p></div>',
  'a form': '<form><label>Your address</label><p>Please enter a correct address to go on reading.</p></form>',
  'a card of another story':
    '<div class="c-related"><a href="/y"><h3>Gulls return</h3><p>The gulls are back, the warden says, and so is the noise.</p></a></div>',
  'a nag':
    '<p class="nag"><em>Do you like what you read? <a href="/join">Become a Quay subscriber</a> today.</em></p>',
  'a pointer': '<p>Read more: <a href="/z">The ramp and the council</a></p>',
  'a pointer that is set as a quotation':
    '<blockquote><p><strong>Read more: <a href="/z">The ramp, the council and the people of the northern quay</a></strong></p></blockquote>',
  'a pointer to the paper': '<p>Lire aussi sur quay.example >> <a href="/z">Le port</a></p>',
  'an advertisement mark': '<div>Advertisement</div>',
  'an audio note': '<div>This audio is created with AI assistance</div>',
  'a sharing bar':
    '<div class="social-share"><span>Share this story with your friends and your family today.</span></div>',
  'a hidden message': '<p hidden>Thank you for signing up, we have sent you a letter to confirm.</p>',
  'a script': '<script>var p = "The ramp.";</script><style>p{color:red}</style>',
};
it.each(Object.entries(inTheMiddle))('the text leaves out %s in the middle', (_, html) => {
  const [a = '', b = '', c = '', d = ''] = prose(4);
  expect(textOf(makeArticle({ body: `<p>${a}</p><p>${b}</p>${html}<p>${c}</p><p>${d}</p>` }))).toEqual([
    a,
    b,
    c,
    d,
  ]);
});

const atTheEnd = {
  'a nag': '<p><em>Do you value this reporting? <a href="/join">Become a Quay subscriber</a>.</em></p>',
  'a biography': '<p>Ina Vold is a reporter for The Quay. Follow her on Twitter @inavold.</p>',
  'an end heading and what follows': '<h3>You may also like</h3><p>The gulls are back.</p>',
  rights: '<p>© 2025 The Quay. No part of this may be copied.</p>',
  'a request': '<p>Subscribe to our newsletter for more stories like this.</p>',
};
it.each(Object.entries(atTheEnd))('the text leaves out %s at the end', (_, html) =>
  expect(textOf(makeArticle({ body: paragraphs(5) + html }))).toEqual(prose(5)),
);

it('the text keeps the standfirst above the body, long or short, whatever the page says of itself', () => {
  const opening = `${prose(2)[0]} ${prose(2)[1]}`;
  expect(textOf(makeArticle({ before: `<p class="intro">${opening}</p>` }))[0]).toBe(opening);
  const deck = 'Twenty minutes, and nobody on the quay was surprised at all any more.';
  const head = `<meta name="description" content="${deck}">`;
  for (const before of [`<p class="subtitle">${deck}</p>`, `<h2 class="dek">${deck}</h2>`])
    expect(textOf(makeArticle({ head, before })), before).toEqual([deck, ...prose(5)]);
});

it('the text goes on behind a box of other stories, and in a box made like the first', () => {
  const [one, two] = [paragraphs(8).split('\n').slice(0, 5), paragraphs(8).split('\n').slice(5)];
  const box =
    '<div class="plug"><div class="plug-title"><h2><a href="/b">More about the harbour</a></h2></div></div>';
  expect(textOf(makeArticle({ body: one.join('') + box + two.join('') }))).toEqual(prose(8));
  const part = (lines: string[]) =>
    `<div class="row"><div class="cell">${lines.join('').replaceAll('<p>', '<p class="copy">')}</div><aside>Weather</aside></div>`;
  const html = `<article><h1>Ferry leaves late again</h1></article><main>${part(paragraphs(10).split('\n').slice(0, 8))}${part(paragraphs(10).split('\n').slice(8))}</main>`;
  expect(textOf(`<!doctype html><title>Ferry leaves late again</title>${html}`)).toEqual(prose(10));
});

it('the text is text where it is seen, though its name tells of a wall', () => {
  const lines = paragraphs(8).split('\n');
  const body = `${lines.slice(0, 7).join('')}<div class="paywall">${lines.slice(7).join('')}</div>`;
  expect(textOf(makeArticle({ body }))).toEqual(prose(8));
  const wall =
    '<div class="paywall"><p>Subscribe to continue reading this story about the ferry and its ramp.</p></div>';
  expect(textOf(makeArticle({ body: paragraphs(5) + wall }))).toEqual(prose(5));
});

it('the text has its long paragraphs, though they open with a word that points elsewhere', () => {
  const long = `Watch: <a href="/ramp">the ramp</a> ${prose(5).join(' ')}`;
  const text = textOf(makeArticle({ body: `${paragraphs(3)}<p>${long}</p>` }));
  expect(text.at(-1)).toMatch(/^Watch: the ramp/);
});

it('the text reads the slides of a gallery, and leaves out the caption of a chart with its title', () => {
  const slides = prose(4).map(
    (text, i) =>
      `<figure class="slide"><h2>Stop ${i + 1}</h2><img src="${i}.jpg"><figcaption class="slide-caption"><p>${text}</p></figcaption></figure>`,
  );
  const opening = 'Four stops on the way around the harbour, for a Sunday on which the ferry does run.';
  expect(textOf(makeArticle({ body: `<p>${opening}</p>${slides.join('')}` }))).toEqual([
    opening,
    ...prose(4).flatMap((text, i) => [`Stop ${i + 1}`, text]),
  ]);
  const chart =
    '<figure><h3>Crossings a year</h3><img src="c.png"><figcaption>Since 1990, in thousands; the harbour trust counts each way.</figcaption></figure>';
  const body = paragraphs(3) + chart;
  expect(read(makeArticle({ body })).article.text).not.toContain('counts each way');
});

it('the text keeps an embedded post as a quotation', () => {
  const post =
    '<div class="social-embed"><blockquote class="twitter-tweet"><p>Late again. Bring a book.</p>— Harbour Trust</blockquote></div>';
  const text = read(makeArticle({ body: `${paragraphs(4) + post}<p>${prose(6)[5]}</p>` })).article.text;
  expect(text).toContain('Late again. Bring a book.');
});

it('the text keeps what a "continue reading" control folds away', () => {
  const folded = `<div style="display:none"><p>${prose(8).slice(5).join('</p><p>')}</p></div>`;
  expect(textOf(makeArticle({ body: paragraphs(5) + folded }))).toEqual(prose(8));
});

it('the text parts text at double line breaks and keeps single ones', () => {
  const [a = '', b = '', c = ''] = prose(3);
  expect(textOf(makeArticle({ body: `${a}<br><br>${b}<br>${c}` }))).toEqual([a, `${b}\n${c}`]);
});

it('the text keeps drop caps with their word and skips readings above ruby text', () => {
  const rest = prose(5)
    .slice(1)
    .map((text) => `<p>${text}</p>`)
    .join('');
  const first =
    '<p><span class="dropcap">T</span>he ferry left <ruby>港<rt>みなと</rt></ruby> late on Tuesday morning, again.</p>';
  expect(textOf(makeArticle({ body: first + rest }))[0]).toBe(
    'The ferry left 港 late on Tuesday morning, again.',
  );
});

it('the text takes the article with the headline, not the longer neighbours', () => {
  const other = `<article><h2>Gulls return</h2>${paragraphs(20)}</article>`;
  const page = makeArticle({ body: `<p>${prose(4).join('</p><p>')}</p>` }).replace(
    '</main>',
    `${other}</main>`,
  );
  expect(textOf(page)).toEqual(prose(4));
});

it('the structure keeps headings, lists, tables and links, made absolute', () => {
  const body = `${paragraphs(3)}<h2>What next</h2><ul><li>A new ramp, says the council</li><li>A new ferry</li></ul>
<table><tr><th>Day</th><th>Delay</th></tr><tr><td>Monday</td><td>4</td></tr></table><p>${prose(4)[3]} See <a href="/log" onclick="x()">the log</a>.</p>`;
  const { html } = read(makeArticle({ body })).article;
  expect(html).toContain('<h2>What next</h2>');
  expect(html).toContain('<li>A new ferry</li>');
  expect(html).toContain('<td>Monday</td>');
  expect(html).toContain('<a href="https://quay.example/log">the log</a>');
  expect(html).not.toContain('onclick');
});

it('the structure keeps a figure with its caption and the best source', () => {
  const figure =
    '<figure><img src="data:image/gif;base64,R0" data-src="/s.jpg" srcset="/s.jpg 320w, /l.jpg 1280w" alt="Ramp"><figcaption>The ramp</figcaption></figure>';
  const { article, elements } = read(makeArticle({ body: `<p>${prose(1)[0]}</p>${figure}${paragraphs(5)}` }));
  expect(article.html).toContain(
    '<figure><img src="https://quay.example/l.jpg" alt="Ramp"><figcaption>The ramp</figcaption></figure>',
  );
  expect(elements.some((element) => element.textContent === 'The ramp')).toBe(true);
});

it('the structure turns embeds into links', () => {
  const embed = '<iframe src="//video.example/embed/1" title="The ramp moves"></iframe>';
  expect(read(makeArticle({ body: paragraphs(4) + embed + paragraphs(2) })).article.html).toContain(
    '<a href="https://video.example/embed/1">The ramp moves</a>',
  );
});

it('the structure keeps headline, byline and every paragraph from being hidden', () => {
  const { elements } = read(makeArticle({ before: '<div class="byline">by Ina Vold</div>' }));
  const names = elements.map((element) => element.tagName);
  expect(names.filter((name) => name === 'P')).toHaveLength(5);
  expect(names).toContain('H1');
  expect(elements.some((element) => element.className === 'byline')).toBe(true);
});

const data = (json: object): string => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

it('what the page says of itself comes from nested JSON-LD', () => {
  const head = data({
    '@graph': [
      { '@type': 'Person', '@id': '#ina', name: 'Ina Vold' },
      {
        '@type': 'NewsArticle',
        headline: 'Ferry leaves late again',
        author: { '@id': '#ina' },
        datePublished: '2025-03-04T08:00:00+01:00',
        publisher: { name: 'The Quay' },
        image: [{ url: '/lead.jpg' }],
      },
    ],
  });
  expect(read(makeArticle({ head })).article).toMatchObject({
    title: 'Ferry leaves late again',
    byline: 'Ina Vold',
    siteName: 'The Quay',
    publishedAt: '2025-03-04T07:00:00.000Z',
    leadImage: { url: 'https://quay.example/lead.jpg' },
    lang: 'en',
    dir: 'ltr',
  });
});

it('what the page says of itself comes from the printed lines where there are no data', () => {
  const before =
    '<p class="meta">By Ina Vold, harbour correspondent</p><p class="date">Published on 4 March 2025</p>';
  expect(read(makeArticle({ before })).article).toMatchObject({
    byline: 'Ina Vold',
    publishedAt: '2025-03-04',
  });
});

it('what the page says of itself prefers a printed name to a log-in', () => {
  const page = makeArticle({
    head: '<meta name="author" content="ivold_2">',
    before: '<div class="author-name">Ina Vold</div>',
  });
  expect(read(page).article.byline).toBe('Ina Vold');
});

it('what the page says of itself finds the direction of right-to-left text', () => {
  const page = makeArticle().replace('lang="en"', 'lang="ar"');
  expect(read(page).article.dir).toBe('rtl');
});

it('what the page says of itself survives broken and absurd JSON-LD', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const head = `<script type="application/ld+json">{"@type":"NewsArticle",</script><script type="application/ld+json">${deep}</script>`;
  expect(read(makeArticle({ head })).article.text).toBe(prose(5).join('\n\n'));
});
