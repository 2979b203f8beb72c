import { describe, expect, test } from 'vitest';
import { findQuotedSpans } from '../../../../utils/quotes/extract/quotation-marks.ts';

const spansOf = (text: string) => findQuotedSpans(text).map(({ start, end }) => text.slice(start, end));

describe('quotation marks that do not match', () => {
  test.each([
    [
      'closed with the mark of another kind',
      '“Il ponte resta chiuso» ha detto Reed. «Noi restiamo" – dice Holm. "E basta."',
      ['Il ponte resta chiuso', 'Noi restiamo', 'E basta.'],
    ],
    [
      'an opening mark is missing',
      '«Merci à tous.» Pour moi, poursuit-il, c’est une grande joie », a dit M. Reed.',
      ['Merci à tous.', 'Pour moi, poursuit-il, c’est une grande joie'],
    ],
    [
      'pointing inwards, with spaces',
      'Le maire répond. » Le pont restera fermé « , a-t-il dit. Et Reed : » Jusqu’à quand ? « , sans suite.',
      ['Le pont restera fermé', 'Jusqu’à quand ?'],
    ],
    [
      'pointing both ways at random',
      'Reed jugé pour «vol de bateau »\n\nIl dit : » Je veux mon bateau « , puis sort.\n\n« Rien que mon bateau »',
      ['vol de bateau', 'Je veux mon bateau', 'Rien que mon bateau'],
    ],
  ])('%s', (_, text, quotes) => {
    expect(spansOf(text)).toEqual(quotes);
  });

  test.each([
    ['a quote within a quote', '«A «B» C» D', ['A «B» C']],
    ['a stray mark behind a short gap', '«A». B» C', ['A']],
    ['a quote over two paragraphs', '“A.\n\n“B,” C', ['A.\n\n“B']],
  ])('%s stays as it was', (_, text, quotes) => {
    expect(spansOf(text)).toEqual(quotes);
  });
});
