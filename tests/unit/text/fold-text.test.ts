import { describe, expect, it } from 'vitest';
import { foldText } from '../../../utils/text/fold-text.ts';

describe('folding texts', () => {
  it('takes case, punctuation and spacing away', () => {
    expect(foldText('  “Wait” –  he said:  it’s  2 a.m.… ')).toBe('wait he said it s 2 a m');
    expect(foldText('Ｆｕｌｌ ﬁgures, Ärger & Їжа')).toBe('full figures ärger їжа');
    expect(foldText(' -- ')).toBe('');
  });
});
