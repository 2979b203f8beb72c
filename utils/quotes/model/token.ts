import type { Tag } from '../tagging/tags.ts';

export type TokenKind = 'word' | 'number' | 'mark' | 'quote';

/** One word, number or punctuation mark outside quotes, or one whole quote. Offsets are UTF-16 indices. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Without a possessive ending; the empty string for quotes. */
  text: string;
  lower: string;
  /** Word class bits of `lexicon.ts`, cleaned by context. */
  classes: number;
  capital: boolean;
  /** Ends in 's or s'. */
  possessive: boolean;
  /** Index of the quoted span for quotes, otherwise -1. */
  span: number;
  sentence: number;
  paragraph: number;
  /** What the tagger of the language says; null without one. */
  tag: Tag | null;
  /** The tagger's probability that this is a noun, a name or a pronoun; 1 without a tagger. */
  nominal: number;
}

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

/** A word or fixed phrase that attributes speech. Token indices, `last` included. */
export interface Cue {
  first: number;
  last: number;
  kind: 'verb' | 'phrase' | 'source';
  /** "saying", "adding": its subject stands in another clause. */
  participle: boolean;
  sentence: number;
}
