// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from './make-page.ts';

function read(page: Document | string) {
  const document_ = typeof page === 'string' ? parsePage(page) : page;
  return extractArticle(document_, ARTICLE_URL)?.article ?? null;
}

/** What is kept of a part between paragraphs, as it is shown after cleaning. */
const kept = (part: string): string =>
  sanitiseHtml(read(makeArticle({ body: `${paragraphs(3)}${part}<p>${prose(4)[3]}</p>` }))?.html ?? '');

describe('the structure of a body', () => {
  const parts: [string, string, string][] = [
    [
      'nested lists',
      '<ol start="3"><li>Ropes<ul><li>Hemp</li></ul></li></ol>',
      '<ol start="3"><li>Ropes<ul><li>Hemp</li></ul></li></ol>',
    ],
    [
      'definitions',
      '<dl><dt>Ramp</dt><dd>What cars roll over on their way.</dd></dl>',
      '<dl><dt>Ramp</dt><dd>What cars roll over on their way.</dd></dl>',
    ],
    [
      'cells that span',
      '<table><tr><th colspan="2">Delays by day</th></tr><tr><td>Mon</td><td>4</td></tr></table>',
      '<th colspan="2">Delays by day</th>',
    ],
    [
      'quotations',
      '<blockquote><p>Bring a book, and another one for the way back.</p></blockquote>',
      '<blockquote><p>Bring a book, and another one for the way back.</p></blockquote>',
    ],
    [
      'code with its line breaks',
      '<pre><code>ramp.down();\n  wait(4);</code></pre>',
      'ramp.down();\n  wait(4);',
    ],
    [
      'marks of footnotes',
      `<p>${prose(1)[0]}<sup><a href="#fn1">1</a></sup></p>`,
      '<sup><a href="https://quay.example/harbour/2025/03/ferry-leaves-late-again#fn1">1</a></sup>',
    ],
    [
      'words in another language',
      '<p>The old word is <em lang="no">kai</em>, and everybody on the quay still knows it.</p>',
      '<em lang="no">kai</em>',
    ],
    [
      'lines that run the other way',
      '<p dir="rtl" lang="ar">العبارة تأخرت مرة أخرى اليوم، ولم يفاجأ أحد بذلك على الرصيف أبدا.</p>',
      '<p lang="ar" dir="rtl">',
    ],
    [
      'sources of a picture element',
      '<figure><picture><source srcset="/w.webp 1600w, /n.webp 400w"><img src="/n.jpg" alt="Ramp"></picture></figure>',
      'src="https://quay.example/w.webp"',
    ],
    [
      'pictures that scripts would load',
      '<img src="data:image/gif;base64,R0" alt="Ramp"><noscript><img src="/real.jpg"></noscript>',
      'src="https://quay.example/real.jpg"',
    ],
    [
      'players as links',
      '<video src="/ramp.mp4" title="The ramp"></video>',
      '<a href="https://quay.example/ramp.mp4">The ramp</a>',
    ],
    [
      'readings above words',
      '<p>The sign says <ruby>港<rt>みなと</rt></ruby>, which is what the harbour is called here.</p>',
      '<ruby>港<rt>みなと</rt></ruby>',
    ],
  ];
  it.each(parts)('keeps %s', (_, part, html) => {
    expect(kept(part)).toContain(html);
  });
});

describe('odd documents', () => {
  it('are read in quirks mode and as XHTML', () => {
    expect(read(`<h1>Ferry leaves late again</h1>${paragraphs(4)}`)?.text).toBe(prose(4).join('\n\n'));
    const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry leaves late again</title></head><body><h1>Ferry leaves late again</h1>${paragraphs(4)}</body></html>`;
    const page = new DOMParser().parseFromString(xhtml, 'application/xhtml+xml');
    expect(read(page)?.text).toBe(prose(4).join('\n\n'));
  });

  it('have no article where they are frames, feeds or drawings', () => {
    expect(read('<html><frameset cols="*"><frame src="/a"></frameset></html>')).toBeNull();
    for (const xml of [
      '<rss><channel><item/></channel></rss>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ]) {
      expect(read(new DOMParser().parseFromString(xml, 'application/xml'))).toBeNull();
    }
  });
});
