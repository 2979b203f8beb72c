import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../../utils/transfer/import/detect-format.ts';
import { hasLink, splitLinks } from '../../../../utils/transfer/import/split-links.ts';

/** What becomes of a pasted text: addresses with their titles, or why a line is not taken. */
async function read(text: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const record of readRecords(new Blob([splitLinks(text)]), 'urlList')) {
    if ('item' in record) lines.push(`${record.item.url} ${record.item.title}`.trim());
    if ('why' in record) lines.push(`${record.why}: ${record.url || record.title}`);
  }
  return lines;
}

const A = 'https://tides.example/a';
const B = 'https://tides.example/b';

describe('a pasted text', () => {
  it.each([
    ['one on each line', `${A}\n${B}`],
    ['ends of lines of other systems', `${A}\r\n\r\n${B}\r`],
    ['several in one line', `${A} ${B}`],
    ['commas between', `${A},${B}`],
    ['commas and blanks', `${A}, ${B}.`],
    ['within sentences', `First read ${A}, and then ${B}!`],
    ['a sentence each', `Have a look at ${A}, said Ina.\n(And ${B})`],
    ['bullets', `- ${A}\n2. ${B}`],
    ['pointed brackets', `<${A}>\n<${B}>`],
    ['without what stands before the host', 'tides.example/a\ntides.example/b'],
  ])('has its addresses read: %s', async (_, text) => {
    expect((await read(text)).map((line) => line.split(' ')[0])).toEqual([A, B]);
  });

  it('keeps a title that stands beside an address', async () => {
    const text = `${A} | Ice holds the strait\n[The pilot stayed](${B})\nFerries: ${B}`;
    expect(await read(text)).toEqual([`${A} Ice holds the strait`, `${B} The pilot stayed`, `${B} Ferries`]);
  });

  it('keeps addresses whole', async () => {
    const inside = 'https://archive.example/2026/https://tides.example/a';
    const bracket = 'https://tides.example/Strait_(sea)';
    expect(await read(`${inside}\n${bracket}\n${A}?q=1,2;3#x`)).toEqual([inside, bracket, `${A}?q=1,2;3#x`]);
  });

  it('says of each other line why it is not taken', async () => {
    expect(await read(`the ferry is late\nmailto:ina@tides.example\n${A}`)).toEqual([
      'noAddress: the ferry is late',
      'notWeb: mailto:ina@tides.example',
      A,
    ]);
  });
});

it.each([
  [`read ${A}`, true],
  ['tides.example/a', true],
  ['the ferry is late', false],
  ['', false],
  ['https://', false],
  ['xhttps://tides.example', false],
])('sees whether somebody means an address: %s', (text, isLink) => {
  expect(hasLink(text)).toBe(isLink);
});
