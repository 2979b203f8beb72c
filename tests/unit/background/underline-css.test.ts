import { expect, it } from 'vitest';
import { writeUnderlineCss } from '../../../entrypoints/background/mark-css.ts';

it('has a line of each speaker’s colour, for light pages and for dark ones', () => {
  const css = writeUnderlineCss(true);
  expect(css).toContain('::highlight(offprint-voice-1){text-decoration:underline 2px #2a31d0;');
  expect(css).toContain('::highlight(offprint-voice-1-dark){text-decoration:underline 2px #82a3ff;');
  expect(css.match(/::highlight/g)).toHaveLength(18);
});

it('tints the words where the browser draws no lines under highlights', () => {
  expect(writeUnderlineCss(false)).toContain(
    '::highlight(offprint-voice-0){background-color:color-mix(in srgb,#7a746a 22%,transparent)}',
  );
});
