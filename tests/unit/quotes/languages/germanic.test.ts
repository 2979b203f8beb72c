import { describe, expect, it } from 'vitest';
import { readTaggersFromDisk } from '../../../../tools/fit/know-taggers.ts';
import { findSpans } from '../../../../utils/quotes/extract/find-spans.ts';
import { findQuotedSpans } from '../../../../utils/quotes/extract/quotation-marks.ts';
import { readArticle } from '../../../../utils/quotes/model/article-model.ts';
import { lexiconFor } from '../../../../utils/quotes/model/lexicon.ts';
import '../learn-all.ts';

readTaggersFromDisk();

/** The mentions of a text as they stand in it, names without what stands in front of them. */
function mentionsIn(lang: string, text: string): string[] {
  const lexicon = lexiconFor(lang);
  const { tokens, mentions } = readArticle(text, findSpans(text, lexicon), lexicon);
  return mentions.map(({ kind, first, nameFirst, last }) =>
    text.slice(tokens[kind === 'name' ? nameFirst : first]?.start, tokens[last]?.end),
  );
}

describe('what Germanic languages tell by form and place', () => {
  it.each([
    ['de', '„Das stimmt“, sagte der 44-Jährige.', 'der 44-Jährige'],
    ['da', '»Det passer,« siger den 20-årige og går.', 'den 20-årige'],
    ['sv', '– Det stämmer, säger 15-åringen.', '15-åringen'],
    ['nl', '‘Dat klopt’, zegt de 44-jarige.', 'de 44-jarige'],
    ['de', '„Das stimmt“, erklärte der Angeklagte zu Beginn der Sitzung.', 'der Angeklagte'],
    ['de', 'Hamborns Jonas Wieck sagte nichts.', 'Jonas Wieck'],
    ['da', 'Det siger Havnepartiets Karen Lund.', 'Karen Lund'],
    ['da', 'Det siger HPs integrations- og havneordfører.', 'HPs integrations- og havneordfører'],
    ['nl', 'Dat zegt Jan Timmers van de Vrije Universiteit Havendam.', 'Jan Timmers'],
  ])('reads in %s "%s"', (lang, text, expected) => {
    expect(mentionsIn(lang, text)).toContain(expected);
  });

  it('takes two commas in front of a word for a low mark', () => {
    const text = 'Zij sprak: ,,Het is klaar.” Dat was ,, niet zo.';
    expect(findQuotedSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Het is klaar.']);
  });

  it('ends speech behind a dash at the clause with the verb in front', () => {
    const text = '– Ja, hon menar det, tror jag, och vi väntar, säger Karin Lund.';
    const [speech] = findSpans(text, lexiconFor('sv'));
    expect(text.slice(speech?.start, speech?.end)).toBe('Ja, hon menar det, tror jag, och vi väntar');
  });
});
