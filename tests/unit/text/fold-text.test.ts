import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../utils/text/fold-text.ts';

/** What it has to answer, in one step for texts of all kinds. */
const foldWhole = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('folding texts', () => {
  it('takes case, punctuation and spacing away', () => {
    expect(foldText('  “Wait” –  he said:  it’s  2 a.m.… ')).toBe('wait he said it s 2 a m');
    expect(foldText('Ｆｕｌｌ ﬁgures, Ärger & Їжа')).toBe('full figures ärger їжа');
    expect(foldText(' -- ')).toBe('');
  });

  it('folds plain texts, and those in Latin letters, as it folds all others', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'aZ09 .,-–’“”…‐ \n\t|_'.split('')) });
    fc.assert(fc.property(plain, (text) => foldText(text) === foldWhole(text)));
    const latin = fc.string({ unit: fc.constantFrom(...'aÉßøŁžÿ×÷ªµİ½e\u0301 .–\n\u00a0\u00ad'.split('')) });
    fc.assert(fc.property(latin, (text) => foldText(text) === foldWhole(text)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text) === foldWhole(text)));
  });
});
