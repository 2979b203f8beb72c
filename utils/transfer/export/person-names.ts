/** Names of a byline, and their parts, as reference managers want them. */
import { outgoingPieces } from './outgoing-text.ts';

/** Somebody with a family name, or who has no parts: an organisation, or a name that can't be taken apart. */
export type PersonName =
  | { family: string; given: string; particle: string; suffix: string }
  | { literal: string };

/** People of a byline. “By A and B” has two; what is no name stays whole. */
export function splitByline(byline: string | null): string[] {
  return outgoingPieces(byline)
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:by|von|par|por|di|da) /i, '')
    .split(/[,;]| (?:and|und|et|y|e|i|та|&) /iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Bodies sign like people do; these words give them away, so that no agency gets a given name. */
const BODY = new Set(
  (
    'agence agencia agency agencies agentur agenzia associated bureau correspondent correspondents desk editor editors ' +
    'editorial média media news newspaper newsroom online press presse prensa redacción redação redaction rédaction ' +
    'redaktion redakcja redazione reporter reporters reuters service staff stampa team the times tribune writer writers ' +
    'агентство редакція редакция'
  ).split(' '),
);

/** Before a family name, in small letters; German, Dutch, Romance, Scandinavian and Arabic ones. */
const PARTICLE =
  /^(?:af|al|av|bin|bint|d[aeiou]|da[ls]|de[lnrst]?|della|dei|degli|d'|d’|do[ns]|dos|du|el|ibn|la|las|le|lo|los|te[nr]?|und|van|vom|von|y|zu|zum|zur|'t|’t)$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|junior|senior)\.?$/i;
/** Scripts that put the family name first and write no blank, or whose names have other parts. */
const OTHER_ORDER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** What no person's name has. */
const NO_NAME = /[\d@/:|()]|\.\w{2,}$/u;

/** True for an organisation. */
export function isBody(name: string): boolean {
  return name.split(/[\s-]+/u).some((word) => BODY.has(word.toLowerCase()));
}

/** The parts of one name; the family name stands last but for a suffix, with its particles before it. */
export function partsOfName(name: string): PersonName {
  const words = name.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  if (words.length < 2 || isBody(name) || NO_NAME.test(name) || OTHER_ORDER.test(name))
    return { literal: name };
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  return {
    family: words.at(-1) ?? '',
    given: words.slice(0, from).join(' '),
    particle: words.slice(from, -1).join(' '),
    suffix,
  };
}

/** Everybody of a byline. */
export function namesOf(byline: string | null): PersonName[] {
  return splitByline(byline).map(partsOfName);
}
