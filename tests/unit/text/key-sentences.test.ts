import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseKeySentences } from '../../../utils/text/key-sentences.ts';

const TEXT = [
  'The harbour council of Saltmere voted on Tuesday to build a second breakwater before the winter storms arrive.',
  'It was a short meeting. “Nobody wanted to speak,” said Maud Tarrant, who keeps the light on the skerry. She had brought tea.',
  'The breakwater will cost the council eleven million and will close the northern channel to ferries for two summers.',
  'But not everybody is glad. How will the islanders get their flour?',
  'Dr. Osric Vandermolen, the harbour engineer, told the council that the old breakwater would not outlive another storm like that of February.',
  'A dog slept under the table throughout, and was woken by the vote.',
].join('\n\n');

describe('an article in brief', () => {
  it('is three sentences of its own, in their order, that say what it is about', () => {
    const brief = chooseKeySentences(TEXT, 'Saltmere council votes for second breakwater', 'en');
    expect(brief.map(({ text }) => text.split(' ').slice(0, 4).join(' '))).toEqual([
      'The harbour council of',
      'The breakwater will cost',
      'Dr. Osric Vandermolen, the',
    ]);
    for (const { start, end, text } of brief) expect(TEXT.slice(start, end)).toBe(text);
  });

  it('never begins behind an abbreviation, which would say something else', () => {
    const lead =
      'The premier of Saltmere and U.S. President Ada Quill held a talk by telephone about the breakwater on Tuesday.';
    const brief = chooseKeySentences(
      `${lead}\n\n${TEXT}`,
      'Quill and Saltmere’s premier talk of breakwater',
      'en',
    );
    expect(brief[0]?.text).toBe(lead);
  });

  it('is not offered for what is brief already', () => {
    expect(chooseKeySentences('One sentence here. Another one there.', 'One', 'en')).toEqual([]);
  });

  it('is verbatim and never throws, whatever the text', () => {
    const part = fc.constantFrom(
      'The ferry',
      ' sails. ',
      '\n\n',
      '“',
      '”',
      '。',
      '港は凍った',
      '😀',
      'and the council voted on it',
      '?',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 120 }), fc.string(), (parts, title) => {
        const text = parts.join('');
        const brief = chooseKeySentences(text, title, 'en');
        expect(brief.length).toBeLessThanOrEqual(3);
        for (const { start, end, text: words } of brief) expect(text.slice(start, end)).toBe(words);
      }),
    );
  });
});
