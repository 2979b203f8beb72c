import { describe, expect, test } from 'vitest';
import { speakersOf } from '../speakers-of.ts';

/** A text in Spanish or Portuguese, and the speaker of its last quote. */
const cases: Record<string, readonly (readonly [lang: string, text: string, speaker: string | null])[]> = {
  'a subject behind whom it was said to': [
    ['es', '“El muelle cerrará en mayo”, dijo a la agencia Faro Mara Solano.', 'Mara Solano'],
    ['pt', '"O cais fecha em maio", disse à agência Faro Duarte Falcão.', 'Duarte Falcão'],
  ],
  'a subject behind when it was said': [
    ['es', '“El muelle cerrará en mayo”, anunció este jueves la alcaldesa Mara Solano.', 'Mara Solano'],
    ['pt', '"O cais fecha em maio", anunciou esta quinta-feira o pescador Duarte Falcão.', 'Duarte Falcão'],
  ],
  'a body that words come from': [
    [
      'es',
      '“El muelle cerrará en mayo”, aseguran desde la Cofradía de Pescadores.',
      'Cofradía de Pescadores',
    ],
  ],
  'a noun with its adjective': [
    ['es', '“El muelle ardió toda la noche”, señalan fuentes policiales.', 'fuentes policiales'],
  ],
};

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('%s: %s', (lang, text, speaker) => {
    expect(speakersOf(text, { lang }).at(-1)).toBe(speaker);
  });
});
