/** Articles in which every string is somebody's who means harm: as a row of an old version or of a forged backup. */
import fc from 'fast-check';
import type { StoredArticle } from '../../../utils/transfer/export/export-types.ts';
import { makeQuote } from '../library/make-article.ts';
import { makePng, makeStored } from './make-export.ts';
import { NASTY, nastyString } from './nasty-strings.ts';

const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** HTML with a string in every place that a text can have, as markup and as text. */
export function nastyHtml(raw: string): string {
  const text = asText(raw);
  const value = text.replaceAll('"', '&quot;');
  return `<h1>${text}</h1><p dir="${value}" lang="${value}" title="${value}">${text}<br>${text}<b>${text}</b>!<a href="${value}" title="${value}">${text}</a>
<code>${text}</code><code>\`${text}</code><kbd>${text}</kbd><sup>${text}</sup></p>
<ul><li>${text}<pre>${text}</pre></li>${text}<li><code>a\n\n${text}</code></li></ul><ol start="99999999999"><li><pre>\n${text}</pre></li></ol>
<ol start="-5"><li>${text}</li></ol><blockquote>${text}<pre>&#13;${text}</pre></blockquote><pre>${text}&#13;${text}\`\`\`${text}</pre>
<table><caption>${text}</caption><tr><th scope="${value}">${text}</th><td>a|<code>|${text}|</code><pre>${text}</pre></td><th>c<th>d</tr><tr><td>\\|${text}</td><td><code>a|${text}|b</code></tr></table>
<figure><img src="${value}" alt="${value}"><img src="https://img.example/a.png" alt="${value}"><figcaption>${text}</figcaption></figure>
${['b.svg', 'c.png', 'd.png', 'e.png', 'f.png', 'g.png'].map((name) => `<img src="https://img.example/${name}" alt="words">`).join('')}
<dl><dt>${text}</dt><dd>${text}</dd></dl><ruby>${text}<rt>${text}</rt></ruby><q cite="${value}">${text}</q>
${raw}<p>${raw}</p><a href="${raw}">${raw}</a>`;
}

/** A drawing that does all that drawings can do. */
export const NASTY_SVG = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="globalThis.ran=[1];alert(1)">
<script>globalThis.ran=[1];alert(1)</script><style>@import url(https://attack.example/ran); * {fill: url(https://attack.example/ran)}</style>
<a href="javascript:alert(1)"><text y="5" style="background:image-set('https://attack.example/ran' 1x)">words</text></a>
<image href="https://attack.example/ran"/><use href="https://attack.example/ran#a"/><feImage href="https://attack.example/ran"/>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>globalThis.ran=[1]</script><iframe src="https://attack.example/ran"/></body></foreignObject>
<animate attributeName="href" to="javascript:alert(1)" onbegin="globalThis.ran=[1]"/><set attributeName="onclick" to="alert(1)"/>
<rect width="4" height="4" fill="url(https://attack.example/ran#a)" onclick="alert(1)"/><circle r="3" fill="url(#g)"/></svg>`;

/** Pictures that are none of what they say, beside one that is. */
export function nastyImages(): Map<string, Blob> {
  const page = '<script>globalThis.ran=[1];alert(1)</script>';
  return new Map([
    ['https://img.example/a.png', makePng()],
    ['https://img.example/b.svg', new Blob([NASTY_SVG], { type: 'image/svg+xml' })],
    ['https://img.example/c.png', new Blob([page], { type: 'image/png' })],
    ['https://img.example/d.png', new Blob([page], { type: 'text/html' })],
    ['https://img.example/e.png', new Blob([NASTY_SVG], { type: 'image/png' })],
    ['https://img.example/f.png', new Blob(['x'], { type: 'constructor' })],
    ['https://img.example/g.png', new Blob([], { type: 'image/png' })],
  ]);
}

/** Fields of an article that hold one string each, beside its address. */
const FIELDS = [
  ...([
    'title',
    'byline',
    'siteName',
    'host',
    'publishedAt',
    'lang',
    'dir',
    'excerpt',
    'tag',
    'list',
  ] as const),
  ...(['html', 'text', 'quote', 'speaker', 'role', 'highlight', 'note', 'id'] as const),
] as const;
type Fields = Record<(typeof FIELDS)[number] | 'url', string>;

const everyField = <T>(value: T) =>
  Object.fromEntries(FIELDS.map((name) => [name, value])) as Record<(typeof FIELDS)[number], T>;

/** An article of these strings; the types are what a row should have, and has not. */
export function makeNasty(fields: Fields, changes: Partial<StoredArticle> = {}): StoredArticle {
  const quote = { ...makeQuote(fields.quote, fields.speaker), role: fields.role, end: fields.text.length };
  return makeStored({
    ...fields,
    dir: fields.dir as 'ltr',
    html: nastyHtml(fields.html),
    tags: [fields.tag, 'b', fields.tag],
    lists: [[fields.list], [fields.list, fields.list]],
    imageUrl: fields.url,
    quotes: [quote, { ...quote, text: 'words', resolvedSpeaker: null }],
    highlights: [
      { text: fields.highlight, note: fields.note, colour: fields.tag, createdAt: Number.NaN },
      { text: '', note: fields.note, colour: 'green', createdAt: 1 },
    ],
    images: nastyImages(),
    ...changes,
  });
}

/** One in which every field has the same string, but an address of the web. */
export function sameEverywhere(text: string, url = 'https://paper.example/1'): StoredArticle {
  return makeNasty({ ...everyField(text), url });
}

/** One for each nasty string, which is its address too in every second. */
export function allNasty(): StoredArticle[] {
  return NASTY.flatMap((text, i) => [
    sameEverywhere(text, i % 2 === 0 ? `https://paper.example/${i}?q=${text}` : text),
  ]);
}

export const nastyArticle: fc.Arbitrary<StoredArticle> = fc
  .record({
    ...everyField(nastyString),
    url: fc.oneof(nastyString, fc.webUrl({ withFragments: true, withQueryParameters: true })),
  })
  .chain((fields) =>
    fc
      .record({
        savedAt: fc.oneof(fc.integer(), fc.double()),
        progress: fc.double(),
        wordCount: fc.double(),
        archived: fc.boolean(),
      })
      .map((changes) => makeNasty(fields, changes)),
  );
