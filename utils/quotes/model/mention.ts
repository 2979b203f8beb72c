/** A noun phrase or pronoun that could name a speaker. Token indices, `last` included. */
export interface Mention {
  first: number;
  last: number;
  /** The token that carries the meaning: surname, noun, pronoun. */
  head: number;
  kind: 'name' | 'noun' | 'pronoun' | 'relative';
  /** Stands in the possessive ("Smith's"). */
  possessive: boolean;
  /** For names: first token of the name proper, after titles and roles. */
  nameFirst: number;
  sentence: number;
}
