import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { highlightsAsMarkdown } from '../../../entrypoints/reader/highlights-as-markdown.ts';
import { NASTY } from '../transfer/nasty-strings.ts';
import { isBalanced } from '../transfer/read-strictly.ts';

type Shown = Parameters<typeof highlightsAsMarkdown>[1];
type Highlights = Parameters<typeof highlightsAsMarkdown>[0];

const shown = (title: string, canonicalUrl: string): Shown =>
  ({ article: { title }, canonicalUrl }) as unknown as Shown;
const highlights = (text: string, note: string): Highlights => [{ text, note }] as unknown as Highlights;

it('are block quotes with their notes, under the linked title', () => {
  expect(
    highlightsAsMarkdown(
      highlights('closed *today*\n\nand tomorrow', 'why?'),
      shown('The [old] quay', 'https://paper.example/quay_(1)'),
    ),
  ).toBe(
    '[The \\[old\\] quay](https://paper.example/quay_%281%29)\n\n> closed \\*today\\*\n>\n> and tomorrow\n\nwhy?',
  );
});

it('are text, and lead to the web alone, whatever they say', () => {
  const commonMark = new MarkdownIt({ html: true, linkify: true });
  for (const text of NASTY) {
    const written = highlightsAsMarkdown(highlights(text, text), shown(text, text));
    expect(isBalanced(written)).toBe(true);
    const html = commonMark.render(written);
    expect(html.match(/<(?!\/?(?:p|a|blockquote|br|h\d|hr|em|strong|code|ol|ul|li)\b)[^>]*>/g) ?? []).toEqual(
      [],
    );
    for (const [, target] of html.matchAll(/href="([^"]*)"/g))
      expect(target).toMatch(/^(?:https?:\/\/|mailto:)/);
  }
});
