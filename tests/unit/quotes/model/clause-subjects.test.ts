import { describe, expect, test } from 'vitest';
import { findSpans } from '../../../../utils/quotes/extract/find-spans.ts';
import { readArticle } from '../../../../utils/quotes/model/article-model.ts';
import { lexiconFor } from '../../../../utils/quotes/model/lexicon.ts';

/** Who does what in a sentence, as "subject verb". */
function deeds(text: string): string[] {
  const lexicon = lexiconFor('en');
  const { tokens, mentions, subjects } = readArticle(text, findSpans(text, lexicon), lexicon);
  return tokens.flatMap((token, i) => {
    const mention = mentions[subjects[i] ?? -1];
    const first = mention && tokens[mention.first];
    const last = mention && tokens[mention.last];
    return first && last ? [`${text.slice(first.start, last.end)} ${token.text}`] : [];
  });
}

describe('the subject of a verb', () => {
  test.each([
    [
      'stands behind a prepositional phrase',
      'Attorneys for Reed appeared to oppose it.',
      'Attorneys appeared',
    ],
    ['holds for a second verb', 'Holm called on her to resign and said, “No.”', 'Holm said'],
    ['is another one inside a complement', 'The mayor pointed out that Holm was late.', 'Holm was'],
    ['comes back after a comma', 'Although Reed admitted it, Holm claimed they had met.', 'Holm claimed'],
    ['is that of a clause with “as”', 'As the Harbor Times noted, the town “won.”', 'the Harbor Times noted'],
    ['may follow its verb', '“We stay,” said Dana Reed, who has lived there.', 'Dana Reed said'],
    ['of a relative clause is its pronoun', 'Reed told the crowd, which chanted “Out.”', 'which chanted'],
    ['skips an apposition', 'Dana Reed, one of the winners, had pledged to help.', 'Dana Reed pledged'],
    [
      'holds for a participle',
      'Attorneys opposed it, saying in a letter that it was late.',
      'Attorneys saying',
    ],
    ['is new after a semicolon', 'Reed left; Holm told the paper “no.”', 'Holm told'],
    ['is no noun behind a preposition', 'In the village the mayor said “no.”', 'the mayor said'],
  ])('%s', (_, text, deed) => {
    expect(deeds(text)).toContain(deed);
  });

  test('is found in a sentence of any depth', () => {
    expect(() => deeds(`Reed said ${'that Holm who said '.repeat(500)}“no.”`)).not.toThrow();
  });
});
