// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '../../../../utils/article/html/sanitise-html.ts';
import { itLong } from '../../../long.ts';

describe('sanitiseHtml', () => {
  it.each([
    ['scripts', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['handlers', '<p onclick="x()">a</p>', '<p>a</p>'],
    [
      'styles, classes, ids and names',
      '<p style="color:red" class="b" id="body" name="body">a</p>',
      '<p>a</p>',
    ],
    [
      'forms and controls',
      '<form action="/x"><p>a</p><input value="b"><button>c</button></form>',
      '<p>a</p>c',
    ],
    ['frames', '<p>a</p><iframe src="https://a.example"></iframe>', '<p>a</p>'],
    ['vector markup', '<p>a</p><svg><script>1</script><text>b</text></svg>', '<p>a</p>'],
    ['targets that run', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['targets that run, in disguise', '<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['links to data', '<a href="data:text/html,b">a</a>', '<a>a</a>'],
    [
      'pictures that are markup',
      '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="a">',
      '<img alt="a">',
    ],
    ['data attributes', '<p data-x="1" aria-label="b">a</p>', '<p>a</p>'],
  ])('takes out %s', (_, html, clean) => {
    expect(sanitiseHtml(html)).toBe(clean);
  });

  it.each([
    '<p lang="de" dir="ltr">a <em>b</em> <a href="https://a.example/x">c</a></p>',
    '<figure><img src="https://a.example/l.jpg" alt="a"><figcaption>b</figcaption></figure>',
    '<img src="data:image/png;base64,AAAA" alt="">',
    '<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
    '<ol start="3"><li>a</li></ol><blockquote>b</blockquote><pre><code>c</code></pre>',
    '<p>a<sup><a href="#note-1">1</a></sup></p><ol><li id="note-1">b</li></ol><p id="page2-note-1">c</p>',
    '<ruby>港<rt>みなと</rt></ruby>',
  ])('keeps %s', (html) => {
    expect(sanitiseHtml(html)).toBe(html);
  });

  itLong('gives the same again for the same, and for its own output', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      'javascript:',
      '">',
      '<img src=x onerror=y>',
      '<svg>',
      '<b',
      'text',
      '<!--',
      '-->',
      '<math><mi>',
      '<table>',
      '<style>',
      '&lt;script&gt;',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = sanitiseHtml(pieces.join(''));
        expect(sanitiseHtml(pieces.join(''))).toBe(once);
        expect(sanitiseHtml(once)).toBe(once);
        const shown = new DOMParser().parseFromString(once, 'text/html');
        for (const element of shown.body.querySelectorAll('*')) {
          expect(element.localName).not.toMatch(/^(?:script|style|svg|math)$/);
          for (const { name, value } of element.attributes) {
            expect(name).not.toMatch(/^on/);
            expect(value).not.toMatch(/^\s*javascript:/i);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
