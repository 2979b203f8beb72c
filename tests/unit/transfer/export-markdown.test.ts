// @vitest-environment jsdom

import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { htmlToMarkdown, writeMarkdown } from '../../../utils/transfer/export/export-markdown.ts';
import { quotesMarkdown } from '../../../utils/transfer/export/export-quotes.ts';
import { toObsidianTags } from '../../../utils/transfer/export/front-matter.ts';
import { ImageNames } from '../../../utils/transfer/export/markdown-pictures.ts';
import { HARD_HTML, makeExport, makePng } from './make-export.ts';

const markdownIt = new MarkdownIt();

function frontMatterOf(text: string): Record<string, unknown> {
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, unknown>;
}

/** What Obsidian makes of a text besides CommonMark: tags, formulas, comments, marks, blocks and embedded notes. */
const OBSIDIAN = /(?<![\\\w])#(?=[^\s#])|(?<!\\)\$(?=\S)|(?<!\\)%%|(?<!\\)==|(?<!\\)\^[\w-]+$|(?<!\\)!?\[\[/m;

describe('Markdown for Obsidian', () => {
  it.each([
    'At #1 of #the-list',
    'From $5 to $10, or $$',
    '100%% sure %%hidden%%',
    'a == b ==marked==',
    'ends in ^block',
    '[[a note]] and ![[a picture]]',
    'C#',
  ])('keeps %j literal, in the title and in the text', (words) => {
    const text = writeMarkdown(makeExport({ title: words, html: `<p>${words}</p><h2>${words}</h2>` }));
    const body = text.slice(text.indexOf('\n---\n') + 5);
    expect(body.replace(/^#+ /gm, '')).not.toMatch(OBSIDIAN);
    const { body: page } = new DOMParser().parseFromString(markdownIt.render(body), 'text/html');
    expect([...page.querySelectorAll('h1, p, h2')].slice(0, 3).map((part) => part.textContent)).toEqual([
      words,
      words,
      words,
    ]);
  });

  it('lets no mark arise where two texts meet', () => {
    expect(htmlToMarkdown('<p>5%<b>% off</b> a=<i>=b</i></p>')).not.toMatch(/%%|==/);
  });

  it('has front matter of any signs', () => {
    const title = 'a\ufffe\uffff\u0000\u0085b: "c" \\ \u2028d \ud800 {e} # f';
    const facts = frontMatterOf(writeMarkdown(makeExport({ title, tags: ['\ufffe'] })));
    expect(facts.title).toBe('ab: "c" \\ d {e} # f'.replace('ab', 'a b'));
    expect(facts.tags).toEqual([]);
  });

  it('says how far it was read', () => {
    const text = writeMarkdown(makeExport({ progress: 1, finishedAt: Date.UTC(2026, 2, 5) }));
    expect(frontMatterOf(text)).toMatchObject({
      progress: 1,
      finished: '2026-03-05',
      lists: ['Harbours', 'Work / Sea'],
    });
  });

  it.each([
    ['bad weather', 'bad-weather'],
    ['2026', 'y2026'],
    ['c#', 'c'],
    ['R&D / labs', 'R-D/labs'],
    ['work/sea', 'work/sea'],
    ['żagle_1', 'żagle_1'],
    ['⛵ sea', '⛵-sea'],
    ['(new)', 'new'],
  ])('has the tag %j as %j', (tag, written) => {
    expect(toObsidianTags([tag, tag.toUpperCase(), '!!'])).toHaveLength(1);
    expect(toObsidianTags([tag])).toEqual([written]);
  });

  it('links to the pictures that lie beside it, and to others where they came from', async () => {
    const images = new Map([
      ['https://img.example/a.png', makePng()],
      ['https://img.example/missing.png', new Blob(['no picture'], { type: 'image/png' })],
    ]);
    const article = makeExport({ html: HARD_HTML, images });
    const names = new ImageNames();
    const files = await names.nameImages(article);
    expect(files.map(({ path }) => path)).toEqual(['pictures/a1-1.png']);
    const text = writeMarkdown(article, new Map(files.map(({ source, path }) => [source, path])));
    expect(text).toContain('![The quay](pictures/a1-1.png)');
    expect(text).toContain('![Not here](https://img.example/missing.png)');
    expect((await names.nameImages(article)).map(({ path }) => path)).toEqual(['pictures/a1-2.png']);
  });
});

describe('Markdown', () => {
  it('has front matter that says what is known, whatever is in it', () => {
    const text = writeMarkdown(makeExport());
    expect(text).toMatch(
      /^---\ntitle: "The quay: \\"closed\\" & done #1"\nauthor: \["Ina Holm", "Bo Li"\]\n/,
    );
    expect(text).toContain('tags: ["sea", "bad-weather"]');
    expect(text).toContain('\n# The quay: "closed" & done \\#1\n\nThe quay was closed.\n\n“We stayed');
    expect(text).toContain('## Highlights and notes\n\n> was closed\n\nwhy?\n\n*2026-03-03*');
  });

  it.each([
    ['<p>a <b>b </b>c</p>', 'a **b** c'],
    ['<p>1. no list</p><p># no heading</p><p>- none</p>', '1\\. no list\n\n\\# no heading\n\n\\- none'],
    ['<p>*a* _b_ [c] `d`</p>', '\\*a\\* \\_b\\_ \\[c\\] \\`d\\`'],
    ['<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>', '- a\n\n  - b\n- c\n\n  d'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1 \\| 2 |  |',
    ],
    ['<p><a href="https://a.example/(x) y">b</a></p>', '[b](https://a.example/%28x%29%20y)'],
    ['<pre><code>a\n```\nb</code></pre>', '````\na\n```\nb\n````'],
    ['<p>a<br>b</p>', 'a\\\nb'],
    ['<ol start="99999999999"><li>a</li></ol><ol start="-5"><li>b</li></ol>', '900000000. a\n\n0. b'],
    ['<p><code>a\n\nb</code><code>`c`</code><code>= 1</code></p>', '`a b` `` `c` ``\\= 1'],
    ['<table><tr><td><code>a|b</code></td></tr></table>', '| a\\|b |\n| --- |'],
    ['<p>Wow!<a href="https://a.example/">b</a></p>', 'Wow\\![b](https://a.example/)'],
    ['<p>{{x}} {%y%} &amp;copy; a&amp;b</p>', '{\\{x}} {\\%y%} \\&copy; a&b'],
    ['<p><a href="javascript:x">b</a><a href="data:text/html,x">c</a></p>', 'bc'],
  ])('writes %s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

it('writes quotes with their citations', () => {
  expect(quotesMarkdown(makeExport())).toMatch(
    /^## The quay.*\n\n> “We stayed all night,”\n>\n> — Ina Holm, pilot, \[The quay/,
  );
  expect(quotesMarkdown(makeExport({ quotes: [] }))).toBe('');
});
