import { expect, it } from 'vitest';
import { compareQuotes } from '../../../../utils/quotes/elsewhere/compare-quotes.ts';
import { groupStatements } from '../../../../utils/quotes/elsewhere/same-statement.ts';

const SAID = 'We have waited eleven years for this wall, and nobody will wait another winter.';

const compare = (text: string, speaker: string | null = 'Ada Holm') =>
  compareQuotes({ text: SAID, speaker: 'Ada Holm' }, { text, speaker });

const marked = (text: string): string =>
  compare(text)
    .pieces.map(({ kind, text }) =>
      kind === 'added' ? `+${text}+` : kind === 'removed' ? `-${text}-` : text,
    )
    .join('');

it('says what differs', () => {
  expect(compare(SAID).differences).toEqual(['same']);
  expect(compare(SAID.toUpperCase().replace(',', ' –')).differences).toEqual(['marks']);
  expect(compare('We have waited eleven years for this wall').differences).toEqual(['shorter']);
  expect(compare('We have waited … and nobody will wait another winter.').differences).toEqual(['shorter']);
  expect(compare(`I say it again. ${SAID}`).differences).toEqual(['longer']);
  expect(compare(SAID.replace('eleven', 'twelve')).differences).toEqual(['words']);
  expect(compare(SAID, 'Bo Li').differences).toEqual(['same', 'speaker']);
  expect(compare(SAID, null).differences).toEqual(['same']);
  expect(
    compare(`Twelve years for this wall, and nobody will wait another winter. Never.`).differences,
  ).toEqual(['longer', 'words']);
});

it('marks the words that differ, and writes the other quote out as it stands', () => {
  expect(marked(SAID.replace('eleven years', 'twelve years'))).toBe(
    'We have waited -eleven- +twelve+ years for this wall, and nobody will wait another winter.',
  );
  expect(marked('We have waited eleven years for this wall.')).toBe(
    'We have waited eleven years for this wall.',
  );
  expect(marked(`${SAID} Not one.`)).toBe(`${SAID} +Not one+.`);
  expect(marked(SAID.replace('this ', ''))).toContain('for -this- wall');
});

it('counts a statement once, however papers print it', () => {
  const by = (text: string, speaker: string | null = 'Ada Holm') => ({ text, speaker });
  const other = 'The ferry is late because the tide is late, and nobody can hurry the tide.';
  expect(
    groupStatements([
      by(SAID),
      by(other),
      by('“We have waited eleven years … nobody will wait another winter”'),
      by('Not yet.'),
      by('Not yet.'),
      by(SAID),
      by('nobody can hurry the tide'),
    ]),
  ).toEqual([[0, 2, 5], [1], [3], [4], [6]]);
});
