import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../../utils/library/articles/compare-texts.ts';
import type { Block } from '../../../../utils/library/view-types.ts';
import { itLong } from '../../../long.ts';
import { expectWithin } from '../../growth.ts';
import { completeness } from '../completeness-of.ts';

function compare(before: string, after: string) {
  return compareTexts({ title: 'x', text: before, quotes: [] }, { title: 'x', text: after, quotes: [] });
}

/** One of the two texts again, from what the comparison says. */
function side(blocks: readonly Block[], dropped: 'added' | 'removed'): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'changed') {
        return [block.pieces.flatMap(({ kind, text }) => (kind === dropped ? [] : [text])).join('')];
      }
      return block.kind === dropped ? [] : [block.text];
    })
    .join('\n\n');
}

describe('comparing two texts', () => {
  it('says what changed within a paragraph, and which came and went', () => {
    const before =
      'The lock stays shut until Friday, the council said.\n\nNobody was asked.\n\nMore follows.';
    const after =
      'The lock stays shut until Sunday, the council said.\n\nMore follows.\n\nCorrection: a day was wrong.';
    const { blocks, changes } = compare(before, after);
    expect(changes).toBe(3);
    expect(blocks.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'same', 'added']);
    expect(blocks[0]).toMatchObject({
      pieces: [
        { kind: 'same', text: 'The lock stays shut until ' },
        { kind: 'removed', text: 'Friday, ' },
        { kind: 'added', text: 'Sunday, ' },
        { kind: 'same', text: 'the council said.' },
      ],
    });
  });

  it('names headline and quotes', () => {
    const quote = { text: 'We were not asked', start: 0, end: 17, resolvedSpeaker: 'Ada Holm', role: null };
    const comparison = compareTexts(
      { title: 'Lock shut', text: 'a', quotes: [quote] },
      { title: 'Lock open', text: 'a', quotes: [] },
    );
    expect(comparison.title).toEqual([
      { kind: 'same', text: 'Lock ' },
      { kind: 'removed', text: 'shut' },
      { kind: 'added', text: 'open' },
    ]);
    expect(comparison.quotesRemoved).toEqual([quote]);
    expect(comparison.changes).toBe(0);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc
      .array(fc.array(fc.constantFrom('ice', 'tug', 'ferry', '港', 'a b'), { maxLength: 8 }), {
        maxLength: 8,
      })
      .map((paragraphs) =>
        paragraphs
          .map((words) => words.join(' '))
          .filter(Boolean)
          .join('\n\n'),
      );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { blocks } = compare(before, after);
        expect(side(blocks, 'added').replace(/^\n\n|\n\n$/g, '')).toBe(before);
        expect(side(blocks, 'removed').replace(/^\n\n|\n\n$/g, '')).toBe(after);
      }),
    );
  });

  it('knows what stayed in a paragraph of any length', () => {
    const long = Array.from({ length: 12_000 }, (_, i) => `word${i % 700}`);
    const after = long.map((word, i) => (i % 40 === 0 ? 'other' : word));
    const { blocks } = compare(long.join(' '), after.join(' '));
    expect(blocks).toMatchObject([{ kind: 'changed' }]);
    const pieces = blocks[0]?.kind === 'changed' ? blocks[0].pieces : [];
    expect(pieces.filter(({ kind }) => kind === 'removed')).toHaveLength(300);
    expect(side(blocks, 'removed')).toBe(after.join(' '));
  });

  itLong('gives up in time on a paragraph that became another of the same words', async () => {
    const words = (step: number): string =>
      Array.from({ length: 20_000 }, (_, i) => `word${(i * step) % 997}`).join(' ');
    const [before, after] = [words(3), words(5)];
    await expectWithin(5000, () => expect(compare(before, after).changes).toBe(2));
  });

  it('does not hang on long texts that have nothing in common', () => {
    const long = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join('\n\n');
    expect(compare(long('a'), long('b')).changes).toBe(6000);
  });
});

describe('completeness', () => {
  it('tells whole from preview from link, and why pictures are missing', async () => {
    expect(await completeness('whole')).toMatchObject({ text: 'whole', imagesTotal: 2, imagesSaved: 1 });
    expect((await completeness('whole'))?.missing).toMatchObject([{ state: 'failed', error: 'gone' }]);
    expect((await completeness('whole'))?.lastWords).toMatch(/the pilot said\.$/);
    expect(await completeness('preview')).toMatchObject({ text: 'preview' });
    expect(await completeness('link')).toMatchObject({ text: 'none', paragraphs: 0, lastWords: '' });
  });
});
