import { describe, expect, it } from 'vitest';
import { findNewContent } from '../../../utils/stories/new-content.ts';

const AGENCY = {
  text: [
    'The council of Norhaven voted on Monday to rebuild the harbour wall that a storm broke in January.',
    'Work will begin in April and cost the town some 40 million crowns, of which the state pays half.',
    'Mayor Ada Holm said the town had waited long enough. “We have waited eleven years for this wall,” she said.',
    'Fishermen had asked for a second gate, which the council refused because of its price.',
  ].join('\n\n'),
  quotes: [{ text: 'We have waited eleven years for this wall', resolvedSpeaker: 'Ada Holm' }],
};

describe('what is new in an article', () => {
  it('is a paragraph whose facts no other article tells, not one that words them differently', () => {
    const own = [
      'Norhaven’s council voted to rebuild the harbour wall, which was broken by a storm in January.',
      'Half of the 40 million crowns comes from the state; the work is to begin in April.',
      'Engineers from Lund measured cracks up to nine metres deep below the lighthouse last autumn.',
      'Read more',
    ].join('\n\n');
    expect(findNewContent({ text: own, quotes: [] }, [AGENCY]).newParagraphs).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['the same words', 'We have waited eleven years for this wall', false],
    ['a part of them', 'waited eleven years for this wall', false],
    ['words that another article does not mark as a quote', 'refused because of its price', false],
    ['other words', 'The second gate was never more than a dream of the pilots', true],
    ['a few words', 'no gate', true],
  ])('is a quote that no other article has: %s', (_, text, isNew) => {
    const quotes = [{ text, resolvedSpeaker: 'Ada Holm' }];
    expect(findNewContent({ text, quotes }, [AGENCY]).newQuotes).toEqual([isNew]);
  });

  it('is not told without another article', () => {
    expect(findNewContent(AGENCY, [])).toEqual({ newQuotes: [], newParagraphs: [] });
  });
});
