// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { isSanitised } from '../../../utils/article/html/is-sanitised.ts';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { sanitiseSvg } from '../../../utils/article/html/sanitise-svg.ts';
import { simplifyPathologicalHtml } from '../../../utils/article/html/simplify-html.ts';
import { judgePage } from '../../../utils/article/judge/judge-page.ts';
import { itLong, LONG } from '../../long.ts';
import { ARTICLE_URL, paragraphs, parsePage, prose } from './make-page.ts';

it.each([
  '<p>Tide &lt; 5 &amp; “more”</p><ul><li>One</li></ul><hr>',
  '<p><a href="https://a.example/?b=1&amp;c">x</a> <a href="#note-1">1</a></p><p id="note-1">n</p>',
  '<figure><img src="https://a.example/1.png" alt="a &gt; b"><figcaption>c</figcaption></figure>',
  '<img src="data:image/png;base64,AAAA">',
  'words',
  '',
])('knows what the sanitiser writes: %s', (html) => {
  expect(sanitiseHtml(html)).toBe(html);
  expect(isSanitised(html)).toBe(true);
});

it.each([
  '<script>x</script>',
  '<p onclick="x">a</p>',
  '<a href="javascript:x">a</a>',
  '<a href="&#106;avascript:x">a</a>',
  '<a href=" javascript:x">a</a>',
  '<a href="java\nscript:x">a</a>',
  '<img src="data:image/svg+xml,x">',
  '<img src="x" onerror="y">',
  '<img src=x>',
  '<p id="browser">a</p>',
  '<p class="x">a</p>',
  '<P>a</P>',
  '<!-- x --><p>a</p>',
  '<p>a</p',
  '<svg></svg>',
  '<p/onclick=x>',
  '<p title="a"onclick="x">a</p>',
  '<math><mi>',
  '<?x>',
])('does not take for harmless: %s', (html) => expect(isSanitised(html)).toBe(false));

it('takes nothing for harmless that the sanitiser would make less of', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'<p>|</p>|<a href="|">|<img src="https://a.example/1"|>| alt="|"| onerror="x"'.split('|'),
      ...'<script>|javascript:|&#x6a;|<b|<!--|https://a.example|<table>|<td>|</a>'.split('|'),
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const html = pieces.join('');
      if (!isSanitised(html)) return;
      const elements = (source: string): string[] =>
        [...new DOMParser().parseFromString(source, 'text/html').body.querySelectorAll('*')].map(
          ({ localName }) => localName,
        );
      for (const element of new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*'))
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/);
          // In words, as those of `alt`, it does nothing.
          if (/^(?:href|src|srcset|action|formaction|poster|data|background|xlink:href)$/.test(name))
            expect(value).not.toMatch(/^\s*(?:javascript|vbscript):/i);
        }
      expect(elements(html).some((name) => ['script', 'svg', 'math', 'iframe'].includes(name))).toBe(false);
    }),
    { numRuns: LONG ? 2000 : 200 },
  );
});

it.each([
  ['scripts', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
  ['handlers', '<p onclick="x()">a</p>', '<p>a</p>'],
  [
    'styles, classes, ids and names',
    '<p style="color:red" class="b" id="body" name="body">a</p>',
    '<p>a</p>',
  ],
  ['forms and controls', '<form action="/x"><p>a</p><input value="b"><button>c</button></form>', '<p>a</p>c'],
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
])('sanitiseHtml takes out %s', (_, html, clean) => expect(sanitiseHtml(html)).toBe(clean));

it.each([
  '<p lang="de" dir="ltr">a <em>b</em> <a href="https://a.example/x">c</a></p>',
  '<figure><img src="https://a.example/l.jpg" alt="a"><figcaption>b</figcaption></figure>',
  '<img src="data:image/png;base64,AAAA" alt="">',
  '<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
  '<ol start="3"><li>a</li></ol><blockquote>b</blockquote><pre><code>c</code></pre>',
  '<p>a<sup><a href="#note-1">1</a></sup></p><ol><li id="note-1">b</li></ol><p id="page2-note-1">c</p>',
  '<ruby>港<rt>みなと</rt></ruby>',
])('sanitiseHtml keeps %s', (html) => expect(sanitiseHtml(html)).toBe(html));

itLong('sanitiseHtml gives the same again for the same, and for its own output', () => {
  const piece = fc.constantFrom(
    ...'<p>|</p>|<a href="|javascript:|">|<img src=x onerror=y>|<svg>|<b|text|<!--|-->'.split('|'),
    ..."<math><mi>|<table>|<style>|&lt;script&gt;|'".split('|'),
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

const wrap = (inner: string, attributes = ''): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inner}</svg>`;

it('keeps a drawing as it is', () => {
  const chart = wrap(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient><path id="dot" d="M0 0h1"/></defs><style>.a{fill:url(#g)}</style><g class="a" transform="scale(2)"><use xlink:href="#dot"/><text x="1">Salt &amp; light</text></g><image href="data:image/png;base64,AA=="/>',
  );
  const clean = sanitiseSvg(chart) ?? '';
  for (const part of [
    ...'viewBox="0 0 9 9"|<linearGradient id="g">|fill:url(#g)|xlink:href="#dot"'.split('|'),
    ...'Salt &amp; light|data:image/png;base64,AA==|transform="scale(2)"'.split('|'),
  ])
    expect(clean).toContain(part);
  // It can be read as XML again, and stays as it is.
  expect(sanitiseSvg(clean)).toBe(clean);
});

it.each([
  ['a script', '<script>attack()</script>'],
  ['a handler', '<rect onload="attack()" width="1"/>'],
  ['a handler of the root', '', 'onload="attack()"'],
  [
    'foreign content',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://attack.example"/></foreignObject>',
  ],
  ['a link', '<a href="javascript:attack()"><rect/></a>'],
  ['a link that is set later', '<a><set attributeName="href" to="javascript:attack()"/></a>'],
  ['a picture elsewhere', '<image href="https://attack.example/a.png"/>'],
  ['a part elsewhere', '<use xlink:href="https://attack.example/a.svg#x"/>'],
  ['a drawing inside', '<image href="data:image/svg+xml,attack"/>'],
  ['a style that loads', '<style>@import "https://attack.example/a.css";</style>'],
  ['a colour that loads', '<rect fill="url(https://attack.example/a.svg#x)"/>'],
  ['a style attribute that loads', '<rect style="background:url( &quot;//attack.example/a&quot;)"/>'],
])('takes %s out', (_, inner, attributes = '') =>
  expect(sanitiseSvg(wrap(inner, attributes))).not.toMatch(/attack/),
);

it('takes out what stands before the drawing', () => {
  const clean = sanitiseSvg(
    `<?xml-stylesheet href="https://attack.example/a.css"?><!DOCTYPE svg [<!ENTITY e "attack">]>${wrap('').replace(/^<\?xml[^>]*>/, '')}`,
  );
  expect(clean ?? '').not.toMatch(/attack|DOCTYPE|stylesheet/);
});

it.each([
  '',
  'no markup',
  '<html><body>x</body></html>',
  '<svg',
  '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>',
])('is nothing where there is no drawing: %j', (svg) => expect(sanitiseSvg(svg)).toBeNull());

const KEPT = { tags: new Set(['p', 'b', 'img']), dropped: new Set(['script']), attributes: ['src', 'alt'] };
const MANY = Array.from({ length: 150 }, (_, i) => `data-a${i}="${i}"`).join(' ');

it('leaves ordinary markup as it is, letter for letter', () => {
  const html = ' <p>One<center>Two</center><IMG src="/a.png"\n alt=x>';
  expect(simplifyPathologicalHtml(html, KEPT)).toBe(html);
});

it('unwraps what is nested in many elements that are not kept', () => {
  const html = `${'<center>x'.repeat(40)}<p>One <b>two</b></p>three<script>no</script><p>four</p>${'</center>'.repeat(40)}five`;
  expect(simplifyPathologicalHtml(html, KEPT)).toBe(
    `${'x'.repeat(40)}<p>One <b>two</b></p>three<p>four</p>five`,
  );
});

it('keeps of any number of attributes those that count', () =>
  expect(simplifyPathologicalHtml(`<p>One<img ${MANY} src="/a.png" onerror="no" alt="x">two</p>`, KEPT)).toBe(
    '<p>One<img src="/a.png" alt="x">two</p>',
  ));

it('changes nothing of what is left when it is sanitised', () => {
  const body = paragraphs(200);
  const wild = `${'<center>'.repeat(40)}${body}<p ${MANY} onclick="no()">last</p>`;
  expect(wild.length).toBeGreaterThan(20_000);
  expect(sanitiseHtml(wild)).toBe(`${body}<p>last</p>`);
});

const TAGS = (
  'div p article section aside figure figcaption ul li table tr td h1 h2 a span blockquote pre ' +
  'main form nav footer header script style noscript template iframe svg math select option button body html frameset center x-card'
).split(' ');
const NAMES = [
  '',
  ' class="article-body"',
  ' class="related"',
  ' id="comments"',
  ' hidden',
  ' name="body" id="children"',
  ' role="main"',
  ' style="display:none"',
  ' href="javascript:x"',
  ' class="byline"',
  ' role="dialog"',
  ' onclick="x()"',
  ' lang="ar" dir="rtl"',
  ' class="',
];
const text = fc.constantFrom(
  ...prose(4),
  'Short.',
  'Read more:',
  '© 2025',
  '\u2028',
  '&nbsp;',
  '<',
  '&#x1F600;',
  '你好，世界。',
  ']]>',
  '<!--',
  '-->',
  '{"@type":"NewsArticle"}',
);
const tag = fc
  .tuple(fc.constantFrom(...TAGS), fc.constantFrom(...NAMES), fc.boolean())
  .map(([name, names, closes]) => (closes ? `</${name}>` : `<${name}${names}>`));
const anyHtml = fc.array(fc.oneof(tag, text), { maxLength: 50 }).map((pieces) => pieces.join(''));
const squeeze = (value: string): string => value.replace(/\s+/g, '');

/** In order, though a button or a hidden note in the midst of a paragraph may be left out. */
function standsIn(page: string, paragraph: string): boolean {
  let at = 0;
  for (const character of paragraph) {
    at = page.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

it('any HTML is read without a throw, the same each time, and the text is the page’s own', () =>
  fc.assert(
    fc.property(anyHtml, fc.boolean(), fc.boolean(), (html, withArticle, anyText) => {
      const page = parsePage(withArticle ? html + paragraphs(3) : html);
      expect(typeof judgePage(page, ARTICLE_URL).isArticle).toBe('boolean');
      const once = extractArticle(page, ARTICLE_URL, { anyText });
      expect(extractArticle(page, ARTICLE_URL, { anyText })?.article).toEqual(once?.article);
      if (once === null) return;
      const all = squeeze(page.documentElement.textContent);
      for (const paragraph of once.article.text.split('\n\n')) {
        expect(standsIn(all, squeeze(paragraph)), paragraph).toBe(true);
      }
      expect(once.article.html).not.toMatch(/<script|<style|<iframe|onclick|javascript:/i);
      expect(sanitiseHtml(once.article.html)).not.toMatch(/<script|onclick|javascript:/i);
      expect(once.elements.every((element) => page.contains(element))).toBe(true);
    }),
    { numRuns: LONG ? 300 : 15 },
  ));
