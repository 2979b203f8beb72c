/** Splits bylines into names and their parts, for reference managers. */
import { sanitiseSplittableLine } from './sanitise-text.ts';

/** A person with a family name, or a name without parts: an organisation, or one that can't be split. */
export type PersonName =
  | { family: string; given: string; particle: string; suffix: string }
  | { literal: string };

/** Splits a byline into names: “By A and B” has two. Text that is not a name is not split. */
export function splitByline(byline: string | null): string[] {
  return sanitiseSplittableLine(byline)
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:by|von|par|por|di|da) /i, '')
    .split(/[,;]| (?:and|und|et|y|e|i|та|&) /iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Words that identify organisations, so that an agency gets no given name. */
const ORGANISATION_WORDS = new Set(
  (
    'agence agencia agency agencies agentur agenzia associated bureau correspondent correspondents desk editor editors ' +
    'editorial média media news newspaper newsroom online press presse prensa redacción redação redaction rédaction ' +
    'redaktion redakcja redazione reporter reporters reuters service staff stampa team the times tribune writer writers ' +
    'агентство редакція редакция'
  ).split(' '),
);

/** Lower-case particles before a family name: German, Dutch, Romance, Scandinavian and Arabic. */
const PARTICLE =
  /^(?:af|al|av|bin|bint|d[aeiou]|da[ls]|de[lnrst]?|della|dei|degli|d'|d’|do[ns]|dos|du|el|ibn|la|las|le|lo|los|te[nr]?|und|van|vom|von|y|zu|zum|zur|'t|’t)$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|junior|senior)\.?$/i;
/** Scripts with the family name first and no space, or with other parts of names. */
const UNSPLIT_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Characters that no personal name contains. */
const NON_NAME_CHARACTER = /[\d@/:|()]|\.\w{2,}$/u;

/** Checks whether a name contains a word that identifies an organisation. */
export function isOrganisation(name: string): boolean {
  return name.split(/[\s-]+/u).some((word) => ORGANISATION_WORDS.has(word.toLowerCase()));
}

/** The parts of one name; the family name, with its particles, is last except for a suffix. */
export function parseName(name: string): PersonName {
  const words = name.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  if (words.length < 2 || isOrganisation(name) || NON_NAME_CHARACTER.test(name) || UNSPLIT_SCRIPT.test(name))
    return { literal: name };
  let particleStart = words.length - 1;
  while (particleStart > 1 && PARTICLE.test(words[particleStart - 1] ?? '')) particleStart -= 1;
  return {
    family: words.at(-1) ?? '',
    given: words.slice(0, particleStart).join(' '),
    particle: words.slice(particleStart, -1).join(' '),
    suffix,
  };
}

/** Joins the particles and the family name. */
export function familyWithParticle({ particle, family }: Exclude<PersonName, { literal: string }>): string {
  return particle === '' ? family : `${particle} ${family}`;
}

/** Parses all names of a byline. */
export function parseByline(byline: string | null): PersonName[] {
  return splitByline(byline).map(parseName);
}
