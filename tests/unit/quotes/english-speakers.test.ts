import { describe, expect, test } from 'vitest';
import './learn-all.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';

const WORDS = 'The quay may not be closed at all before the winter.';
const ahead = 'Petra Holm came on Monday and spoke with Tomas Berg.';

/** A sentence with a quote, who speaks in it and what the article says that they are. */
const SAID: readonly (readonly [sentence: string, speaker: string, role: string | null])[] = [
  // A role that runs on, with its name behind a comma: shown where the name is plain, too.
  [
    `The undersecretary general for legal affairs, Elinor Vale, told the court: “${WORDS}”`,
    'Elinor Vale',
    null,
  ],
  [
    `“${WORDS}” the charity’s head of policy and advocacy, Ngozi Sander, told reporters.`,
    'Ngozi Sander',
    null,
  ],
  [
    `A spokesman for the ministry, Col. Jonas Wieck, said on Friday: “${WORDS}”`,
    'Jonas Wieck',
    'spokesman for the ministry',
  ],
  [
    `One of the authors, Elinor Vale, a professor at Harbor University, said: “${WORDS}”`,
    'Elinor Vale',
    null,
  ],
  // What somebody is, by words for an office; by others only with a complement.
  [`“${WORDS}” sophomore Ida Falk said.`, 'Ida Falk', null],
  [`“${WORDS}” senior Ida Falk said.`, 'Ida Falk', null],
  [`“${WORDS}” said Harbor Light MLA Pooja Falk.`, 'Pooja Falk', 'Harbor Light MLA'],
  [`“${WORDS}” said Ida Falk, Harbor's boats campaigner.`, 'Ida Falk', "Harbor's boats campaigner"],
  [`“${WORDS}” said Ida Falk, then her deputy for the quay.`, 'Ida Falk', 'deputy for the quay'],
  [`Ida Falk, for the defence, said: “${WORDS}”`, 'Ida Falk', null],
  [`“${WORDS}” said Solicitor Aidan Judge.`, 'Aidan Judge', 'Solicitor'],
  // No role at all.
  [`“${WORDS}” said Ida Falk, his wife.`, 'Ida Falk', null],
  // Names that are words, too.
  [`Angela May said: “${WORDS}”`, 'Angela May', null],
  [`Emil Wieck Jr. said: “${WORDS}”`, 'Emil Wieck Jr.', null],
];

describe('English', () => {
  test.each(SAID.map(([sentence, speaker, role]) => ({ sentence, speaker, role })))(
    '$sentence',
    ({ sentence, speaker, role }) => {
      const [quote] = findQuotes(`${ahead} ${sentence}`, { lang: 'en' });
      expect(quote?.resolvedSpeaker).toBe(speaker);
      expect(quote?.role).toBe(role);
    },
  );

  test('a short name stands for one with an Arabic article', () => {
    const text = `Tomas al-Harbi came on Monday. Petra Holm came, too.\n\n“${WORDS}” Harbi said.`;
    expect(findQuotes(text, { lang: 'en' })[0]?.resolvedSpeaker).toBe('Tomas al-Harbi');
  });
});
