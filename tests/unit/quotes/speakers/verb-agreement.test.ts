import { describe, expect, it } from 'vitest';
import { findSpans } from '../../../../utils/quotes/extract/find-spans.ts';
import { readArticle } from '../../../../utils/quotes/model/article-model.ts';
import { lexiconFor } from '../../../../utils/quotes/model/lexicon.ts';
import {
  agreement,
  readVerbAgreement,
} from '../../../../utils/quotes/speakers/entities/likeliest-mention.ts';
import '../learn-all.ts';

function agreementAt(text: string, lang: string) {
  const lexicon = lexiconFor(lang);
  const model = readArticle(text, findSpans(text, lexicon), lexicon);
  return readVerbAgreement(model, -1, model.quoteTokens[0] ?? -1);
}

describe('the verb at a quote', () => {
  it('says how many speak, where the subject is left out', () => {
    expect(agreementAt('«El muelle abre en mayo», afirmaron.', 'es').number).toBe('p');
    expect(agreementAt('«El muelle abre en mayo», afirmó.', 'es').number).toBe('s');
  });

  it('says whether a man or a woman speaks, where verbs do', () => {
    expect(agreementAt('„Statki wrócą w maju” – powiedziała.', 'pl').gender).toBe('she');
    expect(agreementAt('„Statki wrócą w maju” – powiedział.', 'pl').gender).toBe('he');
  });

  it('says nothing where there is none', () => {
    expect(agreementAt('«El muelle abre en mayo».', 'es')).toEqual({ number: '', gender: null });
  });
});

it('agree, contradict, or are unknown', () => {
  expect([agreement('s', 's'), agreement('s', 'p'), agreement('', 'p'), agreement(null, null)]).toEqual([
    3, 1, 2, 2,
  ]);
});
