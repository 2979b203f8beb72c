import { BODY, DOCUMENT, GIVEN, hasClass, PERSON, PHRASE, TITLE } from '../model/lexicon.ts';
import type { Mention, Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import type { Attribution } from './attribute-speakers.ts';
import type { PeopleTable } from './people/people-table.ts';

/** Contractions with a verb: "I've", "they'll". The part before the apostrophe is not a name. */
const JOINED = /^(?:i|you|we|they|he|she|it|that|there|here|what|who)['’]/;
/** Suffixes of names. */
const SUFFIX = /^(?:jr|sr)\.?$/;
/** Pronouns for the article's reader, who is not quoted. */
const READER = /^(?:you|yourself|your)$/;
const SPEAKING = PERSON | TITLE | BODY | DOCUMENT;
/** "NATO", "DeepSeek": only names are spelt like this. */
const SPELT_AS_NAME = /\p{Lu}.*\p{Lu}/u;

/**
 * Finds names by spelling: capitalised inside a sentence after a lower-case word, or always capitalised in several
 * occurrences.
 */
function namesBySpelling(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  const capitals = new Map<string, number>();
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (!token.capital) {
      small.add(token.lower);
      continue;
    }
    const before = tokens[i - 1];
    const inside = before?.sentence === token.sentence && before.kind === 'word' && !before.capital;
    if (inside || SPELT_AS_NAME.test(token.text)) names.add(token.lower);
    else capitals.set(token.lower, (capitals.get(token.lower) ?? 0) + 1);
  }
  for (const [word, count] of capitals) if (count > 1 && !small.has(word)) names.add(word);
  return names;
}

/**
 * Creates a function that decides whether a chosen speaker can speak. Texts other than news (instructions, reviews,
 * lists) put many words in quotation marks that nobody said, so the nearest mention is not a speaker: no speaker is
 * better than a wrong one.
 *
 * @param subjects mentions that are the subject of a reporting verb
 */
export function makeSpeakerCheck(
  model: ArticleModel,
  table: PeopleTable,
  subjects: ReadonlySet<number>,
): (attribution: Attribution) => boolean {
  const { tokens, mentions, cues, lexicon } = model;
  const names = lexicon.nounCapitals ? null : namesBySpelling(tokens);

  /**
   * Whether a mention is the subject of a plain verb of speech: "the note said", not "the note calls it" or "writing".
   */
  const says = (mention: number, cue: number): boolean => {
    const verb = cues[cue];
    const word = verb && tokens[verb.first];
    if (verb?.kind === 'source') return true;
    if (!verb || !word || verb.participle || !subjects.has(mention)) return false;
    return verb.kind === 'verb' && (word.classes & PHRASE) === 0;
  };

  const isName = ({ first, nameFirst, head }: Mention, index: number): boolean => {
    const person = table.people[table.personOf[index] ?? -1];
    const token = tokens[head];
    if (!person || !token || person.words.length > 1 || person.full > 0) return true;
    const titled = nameFirst > first && hasClass(tokens[nameFirst - 1], TITLE | PERSON);
    return titled || (token.classes & (GIVEN | BODY)) !== 0;
  };

  return ({ mention: index, cue, span }) => {
    const said = model.spans[span];
    // Turns of a transcript and signed posts: the layout identifies the speaker.
    if (said !== undefined && said.outerStart === said.start) return true;
    const mention = mentions[index];
    const head = mention && tokens[mention.head];
    if (!mention || !head) return true;
    const alone = mention.nameFirst === mention.head;
    if (
      (alone && SUFFIX.test(head.lower)) ||
      JOINED.test(head.lower) ||
      JOINED.test(tokens[mention.first]?.lower ?? '')
    )
      return false;
    if (mention.kind === 'pronoun') return !READER.test(head.lower);
    if (mention.kind === 'relative') return true;
    if (mention.kind === 'name') {
      if (isName(mention, index)) return true;
      if (names === null || names.has(head.lower)) return subjects.has(index) || cue >= 0;
      const known = head.classes !== 0 || (lexicon.code === 'en' && head.lower.endsWith('ly'));
      return known ? says(index, cue) : cues[cue]?.participle === false;
    }
    if (lexicon.code !== 'en' || (table.personOf[index] ?? -1) >= 0) return true;
    if ((head.classes & SPEAKING) === 0) return says(index, cue);
    // "The crate carries the words “this end up”": a document is the speaker only with a verb of speech or a colon.
    const mayStandAlone = (head.classes & ~DOCUMENT & SPEAKING) !== 0 || subjects.has(index) || cue >= 0;
    return mayStandAlone || tokens[(model.quoteTokens[span] ?? 0) - 1]?.text === ':';
  };
}
