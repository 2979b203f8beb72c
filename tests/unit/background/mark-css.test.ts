import { expect, it } from 'vitest';
import { MARK_CSS } from '../../../entrypoints/background/mark-css.ts';

it('marks have colours of the system where colours are forced', () => {
  const [, forced = ''] = MARK_CSS.split('@media (forced-colors:active)');
  expect(forced).toContain('::highlight(offprint-quote){background-color:Mark;color:MarkText}');
});
