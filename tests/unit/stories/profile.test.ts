import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consonantKey } from '../../../utils/stories/consonant-key.ts';
import { foldWords, type ProfileInput, profileArticle } from '../../../utils/stories/profile.ts';
import { LONG } from '../../long.ts';

const article = (given: Partial<ProfileInput>): ProfileInput => ({
  ...{ id: 'a', title: 'Quay closed', text: '', lang: 'en-GB', publishedTime: 0 },
  ...{ addresses: [], linkedAddresses: [], quotes: [] },
  ...given,
});
const namesOf = (given: Partial<ProfileInput>): string[] =>
  profileArticle(article(given)).names.map(([name]) => name);

describe('the profile of an article', () => {
  it('lists the words of the headline first, and how often each occurs', () => {
    const profile = profileArticle(
      article({ title: 'Crane strikes Quay', text: 'The crane hit a moored ferry.' }),
    );
    expect(profile.terms.slice(0, profile.headlineTerms)).toEqual([
      ['crane', 2],
      ['strikes', 1],
      ['quay', 1],
    ]);
    expect(profile.terms.map(([term]) => term)).toContain('ferry');
    expect(profile.lang).toBe('en');
  });

  it('takes the beginning of the text if there is no headline', () => {
    const profile = profileArticle(
      article({ title: null, text: `The ferry sank. ${'Nobody saw it. '.repeat(30)}` }),
    );
    expect(profile.terms.slice(0, profile.headlineTerms).map(([term]) => term)).toContain('ferry');
    expect(profile.headlineTerms).toBeLessThan(profile.terms.length + 1);
  });

  it.each<[string, Partial<ProfileInput>, string[]]>([
    ['a capital inside a sentence', { text: 'Today the mayor met Ines Calloway.' }, ['ines', 'calloway']],
    ['no capital at its beginning', { text: 'Ferries are late. Trains are not.' }, []],
    ['no word that is also written small', { text: 'He said Ferry services stop. A ferry is late.' }, []],
    ['a headline in capitals alone', { title: 'Ferries Are Late Again', text: 'They are late.' }, []],
    [
      'the speakers and subjects of quotes',
      { quotes: [{ text: 'No.', resolvedSpeaker: 'Ola Brandt', about: ['Tove Lind'] }] },
      ['ola', 'brandt', 'tove', 'lind'],
    ],
    ['no unnamed speaker', { quotes: [{ text: 'No.', resolvedSpeaker: 'a Spokesman', unnamed: true }] }, []],
  ])('has as names %s', (_, given, names) => {
    expect(namesOf(given).sort()).toEqual(names.sort());
  });

  it.each([
    ['Кириллица', 'kirillitsa'],
    ['Ελλάδα', 'ellada'],
    ['Łódź', 'lodz'],
    ['ÉTÉ', 'ete'],
  ])('folds %s', (word, folded) => {
    expect(foldWords(word)).toEqual([folded]);
  });

  it('has pairs of characters where a script has no spaces', () => {
    expect(foldWords('港湾局長')).toEqual(['港湾', '湾局', '局長']);
  });

  it.each([
    ['johnson', foldWords('Джонсоном')[0] ?? ''],
    ['trump', foldWords('ترامب')[0] ?? ''],
    ['scholz', foldWords('Шольц')[0] ?? ''],
    ['macron', foldWords('Μακρόν')[0] ?? ''],
    ['clinton', 'clintonom'],
  ])('gives %s and %s keys that begin alike', (one, other) => {
    expect(
      consonantKey(other).startsWith(consonantKey(one)) || consonantKey(one).startsWith(consonantKey(other)),
    ).toBe(true);
  });

  it('is bounded and never throws, whatever the article', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 1, max: 200 }),
        (text, times) => {
          const long = `${text} `.repeat(times);
          const profile = profileArticle(
            article({
              ...{ title: long, text: long, lang: text, publishedTime: Number.NaN },
              linkedAddresses: Array.from({ length: 500 }, (_, i) => `${text}${i}`),
              quotes: Array.from({ length: 100 }, () => ({
                text: long,
                resolvedSpeaker: long,
                about: [long],
              })),
            }),
          );
          expect(JSON.stringify(profile).length).toBeLessThan(100_000);
          expect(profile.publishedAt).toBe(0);
        },
      ),
      { numRuns: LONG ? 300 : 10 },
    );
  });

  it('reads a text of a million letters without spaces', () => {
    expect(profileArticle(article({ text: 'ж'.repeat(1_000_000) })).terms.length).toBeLessThan(10);
  });
});
