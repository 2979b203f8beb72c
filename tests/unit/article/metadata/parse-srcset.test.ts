import { describe, expect, it } from 'vitest';
import { parseSrcset } from '../../../../utils/article/metadata/parse-srcset.ts';

const addresses = (srcset: string): string[] => parseSrcset(srcset).map(({ address }) => address);

describe('the candidates of a srcset', () => {
  it('have addresses with commas', () => {
    expect(addresses('/w_400,h_300/a.jpg 400w,/w_800,h_600/a.jpg 800w')).toEqual([
      '/w_400,h_300/a.jpg',
      '/w_800,h_600/a.jpg',
    ]);
  });

  it('have widths, densities or nothing', () => {
    expect(parseSrcset('a.jpg 400w,\n  b.jpg 1.5x, c.jpg')).toEqual([
      { address: 'a.jpg', amount: 400, unit: 'w' },
      { address: 'b.jpg', amount: 1.5, unit: 'x' },
      { address: 'c.jpg', amount: 1, unit: 'x' },
    ]);
  });

  it('may end in a comma, and come with commas and spaces to spare', () => {
    expect(addresses(', a.jpg, ,b.jpg 2x ,, c.jpg,')).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });

  it('are left out where their size means nothing', () => {
    expect(addresses('a.jpg 100h, b.jpg 1.2.3x, c.jpg 200w 100h')).toEqual(['c.jpg']);
  });

  it('are none in an empty set', () => {
    for (const empty of ['', ' ', ',', ' , ,']) expect(addresses(empty)).toEqual([]);
  });
});
