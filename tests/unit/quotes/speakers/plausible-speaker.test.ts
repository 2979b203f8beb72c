import { describe, expect, test } from 'vitest';
import { speakersOf, wordsOf } from '../speakers-of.ts';

describe('words that nobody of the text said have no speaker', () => {
  test.each([
    'You may hear the lamp keeper ask yourself, “Is this rope thick enough for the harbour wall in winter?”',
    'Thus the old rule, “a wet rope is a strong rope that will last you the winter,” holds for most of them.',
    'Avoid phrases like “we have always done it this way and it has always worked for us” in your letter.',
    'Breaking it down helps: “I already know the yard, it is a good one, and it is near to us.”',
  ])('%s', (text) => {
    for (const speaker of speakersOf(text)) expect(speaker).toBeNull();
  });
});

describe('whoever does speak keeps their name', () => {
  test.each([
    [
      'Lindqvist called the wall “a mistake that we will be paying for until the last of us is gone.”',
      'Lindqvist',
    ],
    ['The note said: “We will not wait for another winter like this one.”', 'The note'],
    [
      'The ship belongs to Saltway. Saltway said: “We are sorry for the noise, and we will come at noon.”',
      'Saltway',
    ],
    [
      'The retired harbour master remarked: “I came for the rope and I stayed for the soup.”',
      'The retired harbour master',
    ],
  ])('%s', (text, name) => {
    expect(speakersOf(text)[0]).toBe(name);
  });
});

test.each([
  'The file begins like this:\n\nprefix = "Her Worship the Mayor of Ellery",\n\nlastName = "Lindqvist of the long pier",',
  'Then it is printed:\n\nwriteOutput( "You have to mend the nets before you may go to sea" );\n\nand that is all.',
  'What comes back is {"message": "We could not find the harbour that you were looking for."}',
  '<note text="We have to mend the nets before we may go to sea again.">\n\nis one line of it.',
])('strings in a listing of code are no quotes: %s', (text) => {
  expect(wordsOf(text)).toEqual([]);
});

test('marks behind an equals sign may be speech where they are curly, brackets where a space is in front', () => {
  expect(wordsOf('He went home early ("I was tired of it, and I wanted my bed," he said).')).toHaveLength(1);
});

describe('labels', () => {
  test('lists of what is good and bad, or of ways to write to an office, are no transcript', () => {
    const list = [1, 2, 3].flatMap((n) => [
      `Pros: Light, cheap, and dry after ${n} hours.`,
      'Cons: Noisy in wind, and hard to fold.',
    ]);
    expect(wordsOf(list.join('\n\n'))).toEqual([]);
    const office = [1, 2].flatMap((n) => [
      `Mail: Harbour Office, ${n} Quay Street, Ellery.`,
      'Fax: The number stands on the last page.',
    ]);
    expect(wordsOf(office.join('\n\n'))).toEqual([]);
  });

  test('an interview without a single question mark is one', () => {
    const turns = [
      'Courier: Tell me about the winter.',
      'Renner: I slept in the shed, as we all did.',
      'Courier: And the boats.',
      'Renner: The boats slept under the bridge.',
    ];
    expect(speakersOf(`Olaf Renner met me at the quay.\n\n${turns.join('\n\n')}`)).toEqual([
      'Courier',
      'Olaf Renner',
      'Courier',
      'Olaf Renner',
    ]);
  });
});
