import { describe, expect, test } from 'vitest';
import { findSpans } from '../../../../utils/quotes/extract/find-spans.ts';
import { readArticle } from '../../../../utils/quotes/model/article-model.ts';
import { findCueSubjects } from '../../../../utils/quotes/model/clause-subjects.ts';
import { lexiconFor } from '../../../../utils/quotes/model/lexicon.ts';

/** Who is the subject of a verb of saying in a text. */
function speak(text: string): string[] {
  const lexicon = lexiconFor('en');
  const model = readArticle(text, findSpans(text, lexicon), lexicon);
  return [...findCueSubjects(model)].map((m) => {
    const { first = 0, last = 0 } = model.mentions[m] ?? {};
    return text.slice(model.tokens[first]?.start, model.tokens[last]?.end);
  });
}

describe('the subject of a verb of saying', () => {
  test.each([
    ['A spokesman for the ministry, Jonas Wieck, said it was late.', 'A spokesman'],
    ['The head of policy and trade, Jonas Wieck, told reporters.', 'Jonas Wieck'],
    ['Petra Holm, a professor at Harbor University, said it was late.', 'Petra Holm'],
    ['In a note to her letter Mrs Holm said it was late.', 'Mrs Holm'],
    ['The outgoing Harbor State Solicitor said it was late.', 'The outgoing Harbor State Solicitor'],
    ['Emil Sander said no. Petra Holm nodded.', 'Emil Sander'],
  ])('%s', (text, subject) => {
    expect(speak(text)).toContain(subject);
  });
});
