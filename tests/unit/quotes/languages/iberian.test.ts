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
  'a body whose name begins with its noun': [
    [
      'es',
      'La Delegación Municipal de Puertos respondió ayer. “El muelle cerrará en mayo”, informó la Delegación Municipal de Puertos.',
      'Delegación Municipal de Puertos',
    ],
  ],
  'a role with a capital in front of its name': [
    ['es', 'El Comandante del Cuerpo de Bomberos, Tomás Ventosa, dijo: “El muelle ardió”.', 'Tomás Ventosa'],
    [
      'pt',
      'O Presidente da Câmara Municipal de Areal, Duarte Falcão, disse: "O cais ardeu".',
      'Duarte Falcão',
    ],
  ],
  'one of several': [
    [
      'es',
      '“El muelle ardió toda la noche”, contó uno de los vecinos de la zona.',
      'uno de los vecinos de la zona',
    ],
    ['pt', '"O cais ardeu toda a noite", contou uma das moradoras do bairro.', 'uma das moradoras do bairro'],
  ],
  'a noun with its adjective': [
    ['es', '“El muelle ardió toda la noche”, señalan fuentes policiales.', 'fuentes policiales'],
  ],
  'a full name with a second given name': [
    [
      'es',
      'Mara Solano llegó al muelle. Más tarde habló Mara Inés Solano.\n\n“El muelle cerrará en mayo”, dijo Solano.',
      'Mara Inés Solano',
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('%s: %s', (lang, text, speaker) => {
    expect(speakersOf(text, { lang }).at(-1)).toBe(speaker);
  });
});
