import { expect, it } from 'vitest';
import { MARK_CSS } from '../../../entrypoints/background/mark-css.ts';

it('marks and highlights have colours of the system where colours are forced', () => {
  const [, forced = ''] = MARK_CSS.split('@media (forced-colors:active)');
  for (const name of ['offprint-quote', 'offprint-yellow-light', 'offprint-red-dark'])
    expect(forced).toContain(`::highlight(${name}){background-color:Mark;color:MarkText}`);
});
