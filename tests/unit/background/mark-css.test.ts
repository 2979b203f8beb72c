import { expect, it } from 'vitest';
import { MARK_CSS, writeUnderlineCss } from '../../../entrypoints/background/mark-css.ts';

it('marks quotes in the system’s colours when colours are forced', () => {
  const [, forced = ''] = MARK_CSS.split('@media (forced-colors:active)');
  expect(forced).toContain('::highlight(offprint-quote){background-color:Mark;color:MarkText}');
});

it('underlines each speaker in a colour of their own, or tints the words when highlights can’t have lines', () => {
  const css = writeUnderlineCss(true);
  expect(css).toContain('::highlight(offprint-voice-1){text-decoration:underline 2px');
  expect(css).toContain('::highlight(offprint-voice-1-dark){text-decoration:underline 2px');
  expect(writeUnderlineCss(false)).toContain('::highlight(offprint-voice-1){background-color:color-mix(');
});
