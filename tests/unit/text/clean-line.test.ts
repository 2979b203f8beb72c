import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceDirections, cleanLine, closeDirections, cutLine } from '../../../utils/text/clean-line.ts';
import { LONG } from '../../long.ts';

const RLE = '\u202b';
const PDF = '\u202c';
const LRO = '\u202d';
const RLO = '\u202e';
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** Pieces that lines are made of when somebody means harm, and ordinary ones. */
const unit = fc.oneof(
  fc.constantFrom(...[RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI], ...'\u200b\u200d\u0301\u0e47\ufeff\n'),
  fc.constantFrom(...'a|ß|שלום|سلام|日本|👨‍👩‍👧‍👦| |“|…|\ud800|\u0000|\u{e0041}'.split('|')),
);
const line = fc.array(unit, { maxLength: 80 }).map((parts) => parts.join(''));

/** How deep the controls of direction stand at the end; null where one closes what was never opened. */
function depth(text: string): number | null {
  const open: string[] = [];
  for (const sign of text) {
    if (sign === RLE || sign === '\u202a' || sign === LRO || sign === RLO) open.push(PDF);
    else if (sign === LRI || sign === RLI || sign === FSI) open.push(PDI);
    else if ((sign === PDF || sign === PDI) && open.pop() !== sign) return null;
  }
  return open.length;
}

describe('a cleaned line', () => {
  it.each([
    ['Bürgermeister weiht Brücke ein'],
    ['„Wir warten“ – sagt Łucja O’Neill & Söhne'],
    ['رئيس البلدية: «سنفتح الجسر في مايو»'],
    ['ראש העיר: ״נפתח את הגשר במאי״ — \u200eBBC\u200f'],
    ['שָׁלוֹם עֲלֵיכֶם'],
    ['می‌خواهم'],
    ['क्षत्रिय और ज्ञान'],
    ['ภาษาไทย น้ำ'],
    ['မြန်မာဘာသာ ကျွန်ုပ်'],
    ['日本語の見出し、そして「引用」'],
    ['Tiếng Việt được viết'.normalize('NFD')],
    ['Flags 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and families 👨‍👩‍👧‍👦 and ❤️ 1️⃣'],
    [`the ${FSI}שלום${PDI} café`],
  ])('that somebody typed stays as it is: %s', (typed) => {
    expect(cleanLine(typed, 200)).toBe(typed);
  });

  it('is one line without control characters', () => {
    expect(cleanLine(`Ferry${'\u2003\u3000 '.repeat(20)}leaves`, 100)).toBe('Ferry leaves');
    expect(cleanLine('  Ferry\r\n\tleaves\u0000 late\u2028 \u00a0again\u0007 ', 100)).toBe(
      'Ferry leaves late again',
    );
  });

  it('overrides nothing, and leaves no direction open', () => {
    expect(cleanLine(`${RLO}evil${PDF} title`, 100)).toBe('evil title');
    expect(cleanLine(`An ${RLI}open isolate`, 100)).toBe('An open isolate');
    expect(cleanLine(`A stray ${PDI}end${PDF}`, 100)).toBe('A stray end');
    // The isolate's end closes the embedding in it.
    expect(cleanLine(`${LRI}a ${RLE}b${PDI} c`, 100)).toBe(`${LRI}a b${PDI} c`);
    // What was cut off was the other half.
    expect(cleanLine(`${RLI}one two three four${PDI}`, 12)).not.toContain(RLI);
  });

  it('has no heaps of marks, nor of signs without width', () => {
    expect([...cleanLine(`Z${'\u0301'.repeat(500)}algo`, 100)].length).toBeLessThanOrEqual(9);
    expect(cleanLine(`ก${'\u0e47'.repeat(90)}`, 100).length).toBeLessThanOrEqual(9);
    expect(cleanLine(`a${'\u200b'.repeat(9000)}b`, 100).length).toBeLessThanOrEqual(4);
    expect(
      cleanLine(
        `Free${[...'hidden'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
        99,
      ),
    ).toBe('Free');
  });

  it('is empty where nothing can be seen of it', () => {
    for (const nothing of ['', ' \n ', '\u200b\u200d', `${RLI}${PDI}`, '\u3164\u2800'])
      expect(cleanLine(nothing, 100)).toBe('');
  });

  it('is cut between words, and never within a character', () => {
    expect(cleanLine('One two three four five', 15)).toBe('One two three…');
    // One of these takes the room of three letters.
    expect(cutLine('👨‍👩‍👧‍👦'.repeat(9), 12)).toMatch(/^(?:👨‍👩‍👧‍👦){3,4}…$/u);
    expect(cutLine('é'.normalize('NFD').repeat(30), 5)).toBe(`${'é'.normalize('NFD').repeat(4)}…`);
  });

  it('is short, balanced and clean, whatever it was', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const clean = cleanLine(text, limit);
        expect(clean.length).toBeLessThanOrEqual(limit * 4 + 1);
        expect(depth(clean)).toBe(0);
        expect(clean).not.toMatch(/[\p{Cc}\u202d\u202e\ufeff]/u);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).toBe(clean.trim());
      }),
      { numRuns: LONG ? 5000 : 300 },
    );
  });

  it('takes no longer for three million characters than for the first thousands', () => {
    for (const flood of ['x', ' ', '\u0301', RLI, '\u200b', '<'])
      expect(cleanLine(`Quay ${flood.repeat(3_000_000)}`, 120).length).toBeLessThanOrEqual(481);
  });
});

describe('verbatim words', () => {
  it('are closed and otherwise left alone', () => {
    expect(closeDirections('plain')).toBe('plain');
    expect(closeDirections(`${RLI}a ${RLO}b`)).toBe(`${RLI}a ${RLO}b${PDF}${PDI}`);
    fc.assert(
      fc.property(line, (text) => {
        expect(closeDirections(text).startsWith(text)).toBe(true);
        expect(depth(balanceDirections(closeDirections(text)))).toBe(0);
        // Nothing that is put after it stands inside of it.
        const marked = balanceDirections(`${closeDirections(text)}|`);
        expect(depth(marked.slice(0, marked.lastIndexOf('|')))).toBe(0);
      }),
    );
  });
});
