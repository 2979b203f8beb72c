import type { Tag } from '../tagging/tags.ts';

export type TokenKind = 'word' | 'number' | 'mark' | 'quote';

/** One word, number or punctuation mark outside quotes, or one whole quote. Offsets are UTF-16 indices. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Without a possessive ending; empty for quotes. */
  text: string;
  lower: string;
  /** Word class bits of `lexicon.ts`, adjusted to the context. */
  classes: number;
  isCapitalised: boolean;
  /** Whether it ends in 's or s'. */
  isPossessive: boolean;
  /** Index of the quoted span; -1 for other tokens. */
  span: number;
  sentence: number;
  paragraph: number;
  /** The tag from the language's tagger; null without a tagger. */
  tag: Tag | null;
  /** The tagger's probability that this is a noun, a name or a pronoun; 1 without a tagger. */
  nominal: number;
}

/** A noun phrase or pronoun that could name a speaker. Token indices, `last` included. */
export interface Mention {
  first: number;
  last: number;
  /** The head word: surname, noun or pronoun. */
  head: number;
  kind: 'name' | 'noun' | 'pronoun' | 'relative';
  /** Whether it is in the possessive ("Smith's"). */
  isPossessive: boolean;
  /** For names: the first token after titles and roles. */
  nameFirst: number;
  sentence: number;
}

/** A newly parsed mention. */
export interface ParsedMention extends Mention {
  /** The last token that the parser consumed. */
  consumedTo: number;
}

/** A word or fixed phrase that attributes speech. Token indices, `last` included. */
export interface Cue {
  first: number;
  last: number;
  kind: 'verb' | 'phrase' | 'source';
  /** "saying", "adding": its subject is in another clause. */
  isParticiple: boolean;
  sentence: number;
}
