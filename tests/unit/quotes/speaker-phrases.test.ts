import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { readArticle } from '../../../utils/quotes/model/article-model.ts';
import { lexiconFor } from '../../../utils/quotes/model/lexicon.ts';
import { canBeSpeaker } from '../../../utils/quotes/speakers/speaker-phrase.ts';

/** A text, and the words that name the speaker of its first quote. */
const cases: Record<string, readonly (readonly [string, string])[]> = {
  'the head of a phrase': [
    [
      '“The planks will hold until May,” a report by the harbour office said.',
      'a report by the harbour office',
    ],
    [
      'A spokeswoman for the ferry line said the crew was “as surprised as anybody.”',
      'A spokeswoman for the ferry line',
    ],
    ['Anglers standing on the quay chanted, “Open the pier now!”', 'Anglers'],
  ],
  'what tells somebody without a name apart': [
    ['“They never asked us,” said a clerk familiar with the plans.', 'a clerk familiar with the plans'],
    ['“It was over in a minute,” a person close to the mayor said.', 'a person close to the mayor'],
    ['Lindqvist herself said that “nobody will walk there before May.”', 'Lindqvist herself'],
  ],
  'a pronoun with its verb drawn together': [
    ['Berg spoke on the radio.\n\nHe’s claiming that the harbour is “the safest on the whole coast.”', 'He'],
  ],
  'a name with a calling in front of it': [
    ['“Nobody asked us,” Lindqvist ally Olaf Renner said.', 'Lindqvist ally Olaf Renner'],
  ],
};

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('%s', (text, speaker) => {
    expect(findQuotes(text, { lang: 'en' })[0]?.speaker).toBe(speaker);
  });
});

test('two of one surname are told apart by the pronoun behind it', () => {
  const text = [
    'Mara Lindqvist wrote the plan in the years of Mayor Emil Lindqvist.',
    'Lindqvist and her staff kept it in a drawer.',
    '“I had forgotten it,” Lindqvist said.',
  ].join('\n\n');
  expect(findQuotes(text, { lang: 'en' })[0]?.resolvedSpeaker).toBe('Mara Lindqvist');
});

test('a people is nobody whom “he” could mean', () => {
  const text = [
    'Tomas Berg has angered the islanders. Many Skerrymen take it to heart.',
    '“They will get over it,” he said.',
  ].join('\n\n');
  expect(findQuotes(text, { lang: 'en' })[0]?.resolvedSpeaker).toBe('Tomas Berg');
});

test.each([
  ['She said so.', true],
  ['The council said so.', true],
  ['The mayor said so.', true],
  ['It said so.', false],
])('behind “speaker unclear” stand words only for a person or a body: %s', (text, isSomebody) => {
  const model = readArticle(text, [], lexiconFor('en'));
  expect(canBeSpeaker(model, 0)).toBe(isSomebody);
});
