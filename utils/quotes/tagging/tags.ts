/** Universal parts of speech (universaldependencies.org/u/pos); `PUNCT` includes symbols, and all others are `X`. */
type PartOfSpeech =
  | 'NOUN'
  | 'PROPN'
  | 'PRON'
  | 'DET'
  | 'ADJ'
  | 'VERB'
  | 'AUX'
  | 'ADV'
  | 'ADP'
  | 'CCONJ'
  | 'SCONJ'
  | 'PART'
  | 'INTJ'
  | 'NUM'
  | 'PUNCT'
  | 'X';

/** The tag of one token. Properties that the language doesn't mark or the tagger doesn't know are empty. */
export interface Tag {
  pos: PartOfSpeech;
  /** For verbs and auxiliaries: finite, infinitive, gerund or converb, participle. */
  form: '' | 'fin' | 'inf' | 'ger' | 'part';
  /** Masculine, feminine, neuter, common. */
  gender: '' | 'm' | 'f' | 'n' | 'c';
  /** Singular or plural. */
  number: '' | 's' | 'p';
  /** For pronouns and finite verbs. */
  person: '' | '1' | '2' | '3';
  /** Nominative or another case, in languages that inflect nouns. */
  case: '' | 'nom' | 'obl';
}

/** Parses the first label of a word: its part of speech, and the form of a verb (`ADV`, `VERB.fin`). */
export function readWordLabel(label: string): Pick<Tag, 'pos' | 'form'> {
  const [pos, form = ''] = label.split('.');
  return { pos, form } as Pick<Tag, 'pos' | 'form'>;
}

const findValue = <T extends string>(parts: readonly string[], values: readonly T[]): T | '' =>
  values.find((value) => parts.includes(value)) ?? '';

/** Parses the second label: gender, number, person and case, if present (`f.s`, `p.1.nom`, `-` for none). */
export function readAgreementLabel(label: string): Pick<Tag, 'gender' | 'number' | 'person' | 'case'> {
  const parts = label.split('.');
  return {
    gender: findValue(parts, ['m', 'f', 'n', 'c']),
    number: findValue(parts, ['s', 'p']),
    person: findValue(parts, ['1', '2', '3']),
    case: findValue(parts, ['nom', 'obl']),
  };
}

/** No gender, number, person or case. */
export const NO_AGREEMENT = '-';

/** Whether words of this part of speech have gender, number, person or case. */
export function hasAgreement(label: string): boolean {
  return /^(?:NOUN|PROPN|PRON|DET|ADJ|VERB\.(?:fin|part)|AUX\.(?:fin|part))$/.test(label);
}

/** Whether the word is a noun, a name or a pronoun. */
export function isNominal(label: string): boolean {
  return label === 'NOUN' || label === 'PROPN' || label === 'PRON';
}
