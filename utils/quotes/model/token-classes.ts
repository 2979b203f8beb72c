import type { Tag } from '../tagging/tags.ts';
import {
  ADVERB,
  AUX,
  CLOSED,
  COMPLEMENTISER,
  CONJ,
  CUE,
  DET,
  GIVEN,
  hasClass,
  PHRASE,
  POSSESSIVE,
  PREP,
  PRONOUN,
  TIME,
  VERB,
} from './lexicon.ts';
import { PAUSE } from './subject-link.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

const COUNT = /^(?:two|three|four|five|both|many|some|most|several|few)$/;

/** Past forms, which are never nouns. */
const PAST =
  /(?:ed|said|told|wrote|thought|felt|began|went|gave|made|spoke|found|saw|sought|meant|cried|sang|knew|read)$/;

/** Takes verb readings from words that are nouns here ("the report", "his claims"). */
export function cleanClasses(tokens: readonly Token[], english: boolean, nounCapitals = false): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (token?.kind !== 'word') continue;
    const opensSentence = !previous || previous.sentence !== token.sentence;
    if (
      token.capital &&
      !opensSentence &&
      previous.kind !== 'quote' &&
      !/^[–—-]$/.test(previous.text) &&
      (token.classes & (PRONOUN | TIME)) === 0
    ) {
      // A capital inside the sentence: a name, whatever the word means elsewhere.
      token.classes &= ~CLOSED;
    }
    // "Specifically, …": no name.
    if (
      opensSentence &&
      token.classes === 0 &&
      english &&
      /.{3}ly$/.test(token.lower) &&
      !/lly$/.test(token.lower)
    )
      token.classes = ADVERB;
    if ((token.classes & (CUE | PHRASE)) === 0 || !previous || opensSentence) continue;
    // Only forms that can be nouns lose their verb reading; "that" is rarely an article in front of one.
    if (PAST.test(token.lower) || previous.lower === 'that') continue;
    // "Das sagt Reed": where nouns have capitals, a finite verb in small letters is none.
    if (nounCapitals && !token.capital && token.tag?.form === 'fin') continue;
    const ing = token.lower.endsWith('ing');
    // "the two write": behind a count a noun would stand in the plural.
    if (COUNT.test(previous.lower) && !token.lower.endsWith('s')) continue;
    const determined = (previous.classes & (DET | POSSESSIVE)) !== 0 || previous.possessive;
    if ((determined && !ing) || ((previous.classes & PREP) !== 0 && !ing)) token.classes &= ~(CUE | PHRASE);
  }
}

/** Below this probability of being a noun, a name or a pronoun the tagger is believed about a word no list has. */
const SURE = 0.1;

/**
 * Gives words that no list has the class that the tagger sees: no list holds every adverb and verb. Words with a
 * capital inside a sentence stay as they are.
 */
export function classifyByTag(tokens: readonly Token[], lexicon: Lexicon): void {
  if (!lexicon.tagger) return;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !token.tag || token.classes !== 0 || token.nominal >= SURE) continue;
    const opens = tokens[i - 1]?.sentence !== token.sentence;
    if (token.capital && !opens) continue;
    if ((lexicon.givenOf(token.lower) & GIVEN) !== 0 && token.capital) continue;
    const { pos, form } = token.tag;
    if (pos === 'VERB' && form !== 'part') token.classes = VERB;
    else if (pos === 'AUX') token.classes = AUX;
    else if (pos === 'ADV' || pos === 'PART' || pos === 'INTJ') token.classes = ADVERB;
    else if (pos === 'ADP') token.classes = PREP;
    else if (pos === 'DET') token.classes = DET;
    else if (pos === 'CCONJ' || pos === 'SCONJ') token.classes = CONJ;
  }
}

const PLURAL = /^(?:ils|elles|nous|vous)$/;

/**
 * "poursuit-il", "a-t-elle": a word with a subject pronoun joined to it is a finite verb. Treebanks part such words in
 * another way, so that the tagger has hardly seen any.
 */
export function tagJoinedVerbs(
  tokens: readonly Token[],
  { elisions, hyphenPronouns, tagger }: Lexicon,
): void {
  if (!tagger || hyphenPronouns.size === 0) return;
  const tagFor = (pos: Tag['pos'], number: Tag['number']): Tag | null =>
    tagger.tags.find((tag) => tag.pos === pos && tag.form === 'fin' && tag.number === number) ?? null;
  for (const [i, token] of tokens.entries()) {
    const joint = tokens[i + 1];
    const link = joint?.lower === 't' && joint.start === token.end;
    const pronoun = link ? tokens[i + 2] : joint;
    const isJoined = pronoun?.start === (link ? joint : token).end && hyphenPronouns.has(pronoun.lower);
    // "qu'ils" is joined by an apostrophe.
    if (token.kind !== 'word' || !isJoined || elisions.has(token.lower)) continue;
    const pos = token.tag?.pos;
    if (token.tag?.form !== 'fin' || (pos !== 'VERB' && pos !== 'AUX')) {
      const number = PLURAL.test(pronoun.lower) ? 'p' : 's';
      token.tag = tagFor((token.classes & AUX) !== 0 ? 'AUX' : 'VERB', number) ?? token.tag;
      token.nominal = 0;
    }
    if (link && joint.tag?.pos === 'PRON') joint.tag = tagger.tags.find((tag) => tag.pos === 'PART') ?? null;
  }
}

/**
 * "the Saudis state that …": behind a people, a family or a party in the plural, the plain form of a verb of speech is
 * no noun where a clause or the end of one follows. Changes the classes of such words; English.
 */
export function markVerbsOfPlurals(tokens: readonly Token[], lexicon: Lexicon): void {
  for (const [i, token] of tokens.entries()) {
    const name = tokens[i - 1];
    if (token.kind !== 'word' || token.capital || !name?.capital || name.possessive) continue;
    if (!/[^s]s$/.test(name.lower) || tokens[i - 2]?.lower !== 'the') continue;
    if (!lexicon.isCue(`${token.lower}s`) && !lexicon.isCue(token.lower)) continue;
    const next = tokens[i + 1];
    const goesOn =
      next?.sentence === token.sentence &&
      next.kind === 'word' &&
      !hasClass(next, COMPLEMENTISER | DET | PRONOUN | ADVERB);
    // “…,” the Saudis state in a paper: right behind a quote nothing else can be its verb.
    const clause = tokens[i - 3];
    const behind =
      clause?.kind === 'quote' || (PAUSE.test(clause?.text ?? '') && tokens[i - 4]?.kind === 'quote');
    if (goesOn && behind && hasClass(next, PREP)) token.classes = CUE | (token.classes & CLOSED);
    // "the Greens report said": the verb comes later.
    if (!goesOn && !hasClass(next, AUX | CUE)) token.classes = CUE | (token.classes & CLOSED);
  }
}
