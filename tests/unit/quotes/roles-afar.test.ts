import { describe, expect, test } from 'vitest';
import './learn-all.ts';
import { speakersOf } from './speakers-of.ts';

/** More sentences than anybody stays in mind for. */
const WEATHER: Readonly<Record<string, string>> = {
  en: 'It rained on the quay. The wind turned to the north. '.repeat(8),
  de: 'Am Kai fiel Regen. Der Wind drehte nach Norden. '.repeat(8),
  it: 'Pioveva sul molo. Il vento girava a nord. '.repeat(8),
};

/** Who was introduced at the top, and a role far below. */
const CASES: readonly (readonly [lang: string, top: string, below: string, speaker: string | null])[] = [
  ['en', 'Mayor Mara Lindqvist opened the pier.', '“It will hold,” the mayor said.', 'Mara Lindqvist'],
  ['en', 'Tomas Berg, the coach, rang the bell.', '“It will hold,” the coach said.', 'Tomas Berg'],
  // Two who might be meant: nobody is guessed.
  ['en', 'Senator Mara Lindqvist met Senator Tomas Berg.', '“We agree,” the senator said.', null],
  ['de', 'Bürgermeisterin Mara Lindqvist kam.', '„Sie hält“, sagte die Bürgermeisterin.', 'Mara Lindqvist'],
  [
    'it',
    'Il sindaco Umberto Salis è arrivato.',
    '«Faremo ricorso», ha concluso il sindaco.',
    'Umberto Salis',
  ],
];

describe('a role far below whoever alone has it', () => {
  test.each(CASES.map(([lang, top, below, speaker]) => ({ lang, top, below, speaker })))(
    '$lang: $top … $below',
    ({ lang, top, below, speaker }) => {
      const [named = null] = speakersOf(`${top} ${WEATHER[lang] ?? ''}\n\n${below}`, { lang });
      if (speaker === null) expect(['Mara Lindqvist', 'Tomas Berg']).not.toContain(named);
      else expect(named).toBe(speaker);
    },
  );
});
