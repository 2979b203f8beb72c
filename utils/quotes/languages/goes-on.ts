import { hasClass } from '../model/has-class.ts';
import { ADVERB, AUX, CONJ, OBJECT_PRONOUN, PREP } from '../model/lexicon.ts';
import type { ArticleModel, Previous } from '../model/types.ts';

/** Sentences between two quotes over which a speaker goes on without being named. */
const GAP = 2;
/** Tokens of a clause that leads on to the next quote. */
const CLAUSE = 12;

/** "ajouter", "conclure", "renchérir": the infinitive of a verb whose finite forms report. */
function isInfinitiveCue(word: string, isCue: (word: string) => boolean): boolean {
  if (word.endsWith('er')) return isCue(word.slice(0, -1));
  if (word.endsWith('ir')) return isCue(`${word.slice(0, -1)}t`);
  return word.endsWith('re') && (isCue(word.slice(0, -2)) || isCue(`${word.slice(0, -2)}t`));
}

/** "Et d'ajouter : « … »", "Avant de conclure : « … »": the infinitive has the subject of what was said before. */
function addsInfinitive({ tokens, lexicon }: ArticleModel, first: number): boolean {
  if (!/^(?:et|avant|puis)$/.test(tokens[first]?.lower ?? '')) return false;
  if (!/^(?:de|d)$/.test(tokens[first + 1]?.lower ?? '')) return false;
  let verb = first + 2;
  while (hasClass(tokens[verb], OBJECT_PRONOUN | ADVERB)) verb++;
  return isInfinitiveCue(tokens[verb]?.lower ?? '', lexicon.isCue);
}

/**
 * "E aggiunge: «…»", "Et d'ajouter : « … »": a clause in front of a quote that begins with its verb of speech and names
 * nobody goes on with whoever spoke just before.
 */
export function goesOn(
  model: ArticleModel,
  at: number,
  previous: Previous | null,
): { mention: number; cue: number } | null {
  const { tokens, cues, cueFrom, mentions, mentionFrom, lexicon } = model;
  const quote = tokens[at];
  const last = tokens[previous?.at ?? -1];
  if (!previous || !quote || !last || tokens[at - 1]?.text !== ':') return null;
  if (quote.sentence - last.sentence > GAP || quote.paragraph - last.paragraph > 1) return null;
  let first = at - 1;
  while (first > at - CLAUSE && tokens[first - 1]?.sentence === quote.sentence) first--;
  if (tokens[first - 1]?.sentence === quote.sentence) return null;
  if (lexicon.code === 'fr' && addsInfinitive(model, first)) return { mention: previous.mention, cue: -1 };
  if (!lexicon.data.dropsSubjects) return null;
  let verb = first;
  while (verb < at && hasClass(tokens[verb], AUX | ADVERB | CONJ | OBJECT_PRONOUN)) verb++;
  const index = cueFrom[verb] ?? 0;
  const cue = cues[index];
  if (cue?.first !== verb || cue.kind !== 'verb' || cue.sentence !== quote.sentence) return null;
  // "E aggiunge il sindaco: «…»": whoever no preposition holds is the subject.
  for (let m = mentionFrom[cue.last + 1] ?? 0; (mentions[m]?.first ?? at) < at; m++)
    if (!hasClass(tokens[(mentions[m]?.first ?? 0) - 1], PREP)) return null;
  return { mention: previous.mention, cue: index };
}
