import { describe, expect, it } from 'vitest';
import { speakersOf } from '../speakers-of.ts';

describe('names', () => {
  it('of two people joined by “and” are two, also where one stands alone later', () => {
    const text =
      'Marcela y Orsina nacieron en el puerto de Sandoval. «Nunca nos fuimos», dijo Orsina. «Nos quedamos siempre», dijo Marcela.';
    expect(speakersOf(text, { lang: 'es' })[1]).toBe('Marcela');
  });

  it('end before the body that somebody belongs to', () => {
    const text =
      '„Der Deich hält noch zwei Winter“, sagte Johanna Lindner von der Universität Sandhafen. „Dann nicht mehr“, sagte Lindner.';
    expect(speakersOf(text, { lang: 'de' })).toEqual(['Johanna Lindner', 'Johanna Lindner']);
  });

  it('keep particles in front of the surname', () => {
    const text = '„Wir bleiben“, sagte Ursula von der Heide. „Alle bleiben“, sagte von der Heide.';
    expect(speakersOf(text, { lang: 'de' })[0]).toBe('Ursula von der Heide');
  });
});

describe('a name of one word', () => {
  it('is no short form of a longer name that comes only later', () => {
    const text =
      'Ferrano says its app will be dark in autumn. “Runners asked for it,” Ferrano wrote in a post. The Ferrano Harbor Hub opens in May.';
    expect(speakersOf(text)).toEqual(['Ferrano']);
  });

  it('is the country and not somebody who bears its name', () => {
    const text =
      'Jordan told the court that the wall was “older than the town.” The defence minister, Jordan Falk, stayed at home.';
    expect(speakersOf(text)[0]).not.toBe('Jordan Falk');
  });

  it('may be the first of two surnames', () => {
    const text =
      'El alcalde, Carlos Quiroga Menéndez, habló en el puerto. «El muelle abre en mayo», dijo Quiroga.';
    expect(speakersOf(text, { lang: 'es' })).toEqual(['Carlos Quiroga Menéndez']);
  });
});
