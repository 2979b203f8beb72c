import type { ExportArticle, StoredArticle } from '../../../utils/transfer/export/export-types.ts';
import { prepareExport } from '../../../utils/transfer/export/prepare-export.ts';
import { makeQuote } from '../library/make-article.ts';

/** HTML with everything that sanitised articles have and that formats stumble over. */
export const HARD_HTML = `
<h1>A <em>heading</em></h1><p>Plain &amp; <b>bold</b>, <i>it<b>al</b>ic</i>, <a href="https://a.example/x?a=1&amp;b=[2]">a link</a>,
<a href="#foot">inside</a>, <a>none</a><br>next line<sup>2</sup> 5 &lt; 6</p>
loose text <em>between</em> blocks
<p>1. Not a list, and * no emphasis, # no heading</p>
<span>around <div>a block <p>in it</p></div> and after</span>
<ul>stray<li>One<li>Two<ul><li>Two a</ul></li><p>in a list</p></ul>
<ol start="3" reversed><li value="7">Three</li></ol><ol start="x"></ol>
<dl><dd>before</dd><dt>Term</dt><dd>What it means</dd></dl>
<blockquote>“We stayed,” she said.<p>And more</p></blockquote>
<table><caption>Tides <p>of May</p></caption><thead><tr><th scope="col"><h3>Hour</h3></th><th scope="odd">Height</th></tr></thead><tfoot><tr><td colspan="2">Sum</td></tr></tfoot><tbody><tr><td rowspan="0">9</td><td>4 | 5</td></tr><tr></tr></tbody></table>
<figure><figcaption>First</figcaption><img src="https://img.example/a.png" alt="The quay"><figcaption>Second</figcaption></figure>
<figure></figure><figcaption>lost</figcaption>
<p><img src="https://img.example/missing.png" alt="Not here"><img src="https://img.example/none.png"></p>
<pre><code>let a = \`b\`;
  c()</code></pre><p><code>a \` b</code></p>
<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><hr>
<p dir="rtl" lang="ar">سوق السمك</p><p lang="not a language" title="&quot;t&quot;">x\u0001 y</p>
<time datetime="yesterday">yesterday</time> <del datetime="x" cite="y">gone</del> <bdo>b</bdo> <abbr title="a">b</abbr> <q>q</q>
`;

/** An article as the library has it. */
export function makeStored(changes: Partial<StoredArticle> = {}): StoredArticle {
  const text = 'The quay was closed.\n\n“We stayed all night,” the pilot said.';
  const quote = makeQuote('We stayed all night,', 'Ina Holm', text.indexOf('We'));
  return {
    id: 'a1',
    url: 'https://paper.example/2026/quay?a=1&b={2}',
    title: 'The quay: "closed" & done #1',
    byline: 'By Ina Holm and Bo Li',
    siteName: 'The Paper',
    host: 'paper.example',
    publishedAt: '2026-03-01T08:00:00Z',
    lang: 'en',
    dir: 'ltr',
    excerpt: 'A quay.',
    wordCount: 11,
    savedAt: Date.UTC(2026, 2, 2),
    archived: false,
    favourite: true,
    progress: 0.5,
    tags: ['sea', 'bad weather'],
    lists: [['Harbours'], ['Work', 'Sea']],
    finishedAt: null,
    imageUrl: 'https://img.example/a.png',
    html: '<p>The quay was closed.</p><p>“We stayed all night,” the pilot said.</p>',
    text,
    quotes: [{ ...quote, role: 'pilot' }],
    highlights: [{ text: 'was closed', note: 'why?', colour: 'green', createdAt: Date.UTC(2026, 2, 3) }],
    images: new Map(),
    ...changes,
  };
}

/** The same, fit to leave. */
export function makeExport(changes: Partial<StoredArticle> = {}): ExportArticle {
  return prepareExport(makeStored(changes));
}

/** The smallest PNG there is. */
export function makePng(): Blob {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return new Blob([Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0))], { type: 'image/png' });
}
