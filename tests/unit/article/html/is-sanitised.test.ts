// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSanitised } from '../../../../utils/article/html/is-sanitised.ts';
import { sanitiseHtml } from '../../../../utils/article/html/sanitise-html.ts';
import { LONG } from '../../../long.ts';

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
])('does not take for harmless: %s', (html) => {
  expect(isSanitised(html)).toBe(false);
});

it('takes nothing for harmless that the sanitiser would make less of', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      '">',
      '<img src="https://a.example/1"',
      '>',
      ' alt="',
      '"',
      ' onerror="x"',
      '<script>',
      'javascript:',
      '&#x6a;',
      '<b',
      '<!--',
      'https://a.example',
      '<table>',
      '<td>',
      '</a>',
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
