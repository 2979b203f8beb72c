import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { readArticle } from '../../../../utils/quotes/model/article-model.ts';
import { findCueSubjects } from '../../../../utils/quotes/model/clause-subjects.ts';
import { lexiconFor } from '../../../../utils/quotes/model/lexicon.ts';
import { readMentions } from '../../../../utils/quotes/model/mentions.ts';
import { readTokens } from '../../../../utils/quotes/model/tokens.ts';
import { readPeople } from '../../../../utils/quotes/speakers/people/people.ts';
import { speakersOf } from '../speakers-of.ts';

/** The mentions of a text, each with its kind. */
function mentionsOf(lang: string, text: string): string[] {
  const lexicon = lexiconFor(lang);
  const tokens = readTokens(text, [], lexicon);
  return readMentions(tokens, lexicon).map(
    ({ first, last, kind }) =>
      `${kind}: ${tokens
        .slice(first, last + 1)
        .map((token) => token.text)
        .join(' ')}`,
  );
}

function genderOf(lang: string, text: string, name: string) {
  const model = readArticle(text, [], lexiconFor(lang));
  const { people } = readPeople(model, null, findCueSubjects(model));
  return people.find((person) => person.name === name)?.gender;
}

describe('where names end and roles stay', () => {
  test.each([
    ['uk', 'Про це сказав тренер Бойчук.', 'name: тренер Бойчук'],
    ['pl', 'Kobieta chodzi do pracy przez most.', 'noun: Kobieta'],
    ['tr', 'Bu noktada sanık bir açıklama yaptı.', 'noun: sanık'],
  ])('%s: %s', (lang, text, mention) => {
    expect(mentionsOf(lang, text)).toContain(mention);
  });

  test('the first word of a sentence is a name where the article writes it so elsewhere', () => {
    expect(mentionsOf('pl', 'Przyszedł tu Wilk. Wilk chodzi do pracy przez most.')).toEqual([
      expect.stringMatching(/^name: .*Wilk$/),
      'name: Wilk',
      expect.any(String),
      expect.any(String),
    ]);
  });
});

describe('the gender of names', () => {
  test.each([
    ['pl', 'Rano przyszedł trener Sroka. Sroka powiedział, że most jest zamknięty.', 'Sroka', 'he'],
    ['pl', 'Rano przyszła trenerka Sroka. Sroka powiedziała, że most jest zamknięty.', 'Sroka', 'she'],
    ['uk', 'Підозрюваного звати Михайло. Михайло мовчить.', 'Михайло', 'he'],
  ])('%s: %s', (lang, text, name, gender) => {
    expect(genderOf(lang, text, name)).toBe(gender);
  });
});

test('what a preposition holds is no subject, though a phrase goes on behind it', () => {
  const text = 'Wicepremier Jan Sroka w rozmowie z gazetą skomentował: „Most zamkniemy dopiero na wiosnę”.';
  expect(speakersOf(text, { lang: 'pl' })).toEqual(['Jan Sroka']);
});

test('short forms of ranks end no sentence', () => {
  expect(mentionsOf('pl', 'Powiedziała o tym insp. Lis.').at(-1)).toMatch(/Lis$/);
  expect(mentionsOf('pl', 'Powiedziała o tym insp. Lis.').at(-1)).toMatch(/insp/);
});

test('the questions of an interview set with dashes have no speaker', () => {
  const text = `Про сезон розповів тренер Тарас Бойчук.

— Чому команда так довго мовчала про поразку?

— Ми не хотіли говорити, поки не зрозуміємо, що сталося. Тепер я знаю більше.

— Що скажете про суперника?

— Дуже міцна команда, і я їм дякую за гру.`;
  const speakers = findQuotes(text, { lang: 'uk' }).map((quote) => quote.resolvedSpeaker);
  expect(speakers).toHaveLength(4);
  expect(speakers[0]).toBeNull();
  expect(speakers[2]).toBeNull();
});
