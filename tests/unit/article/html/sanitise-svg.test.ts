// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { sanitiseSvg } from '../../../../utils/article/html/sanitise-svg.ts';

const wrap = (inner: string, attributes = ''): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inner}</svg>`;

it('keeps a drawing as it is', () => {
  const chart = wrap(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient><path id="dot" d="M0 0h1"/></defs><style>.a{fill:url(#g)}</style><g class="a" transform="scale(2)"><use xlink:href="#dot"/><text x="1">Salt &amp; light</text></g><image href="data:image/png;base64,AA=="/>',
  );
  const clean = sanitiseSvg(chart) ?? '';
  for (const part of [
    'viewBox="0 0 9 9"',
    '<linearGradient id="g">',
    'fill:url(#g)',
    'xlink:href="#dot"',
    'Salt &amp; light',
    'data:image/png;base64,AA==',
    'transform="scale(2)"',
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
])('takes %s out', (_, inner, attributes = '') => {
  expect(sanitiseSvg(wrap(inner, attributes))).not.toMatch(/attack/);
});

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
])('is nothing where there is no drawing: %j', (svg) => {
  expect(sanitiseSvg(svg)).toBeNull();
});
