import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSpeech } from '../../../../components/read-aloud/spoken-text.ts';

const spoken = (text: string, lang: string | null = 'en'): string[] =>
  splitSpeech(text, lang).map(({ start, end }) => text.slice(start, end));

describe('sentences to be spoken', () => {
  it('are parted as a reader parts them', () => {
    expect(spoken('The ice came early. “We asked for a tug,” she said. Nobody answered!')).toEqual([
      'The ice came early.',
      '“We asked for a tug,” she said.',
      'Nobody answered!',
    ]);
  });

  it('do not end after a title or an initial', () => {
    expect(spoken('Dr. Ilse Kwabena met J. R. Tandoori on Friday. Mr. Osric stayed away.')).toEqual([
      'Dr. Ilse Kwabena met J. R. Tandoori on Friday.',
      'Mr. Osric stayed away.',
    ]);
  });

  it('are parted at clauses where they are too long for one breath of a voice', () => {
    const clause =
      'and whichever of the two we choose, somebody on one of these islands will be without bread';
    const long = `If the northern basin freezes over as well, ${clause}, ${clause}, ${clause}.`;
    const parts = spoken(long);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join(' ')).toBe(long);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(240);
  });

  it('leaves out what has no word', () => {
    expect(spoken('* * *')).toEqual([]);
    expect(spoken('  \n ')).toEqual([]);
  });

  it('knows other scripts, and takes what is no language tag', () => {
    expect(spoken('港は凍った。船は出ない。', 'ja')).toEqual(['港は凍った。', '船は出ない。']);
    expect(spoken('تجمد الميناء. لم تبحر العبارة.', 'ar')).toHaveLength(2);
    expect(spoken('One. Two.', 'not a tag!')).toEqual(['One.', 'Two.']);
  });

  it('covers every word once, in order, whatever the text', () => {
    const word = fc.constantFrom(
      'ice',
      'Mr.',
      'A.',
      '“no”',
      'x'.repeat(300),
      '—',
      '\n',
      'море',
      '。',
      '!',
      ', ',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const parts = splitSpeech(text, null);
        let at = 0;
        for (const { start, end } of parts) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
          at = end;
        }
        expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
