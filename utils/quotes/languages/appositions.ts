import { DET, GROUP, PERSON, PREP, TITLE } from '../model/lexicon.ts';
import type { ArticleModel } from '../model/types.ts';

/** Tokens a role may run over before its name. */
const LONGEST = 12;

/**
 * The noun of a role that runs on before its name: in "the head of the union of fishermen, Emil Sander, warned" it is
 * "the head", as an index into the mentions; -1 where the name has none.
 */
export function roleBefore(model: ArticleModel, name: number): number {
  const { tokens, mentions } = model;
  const mention = mentions[name];
  const joint = mention && tokens[mention.first - 1];
  const after = mention && tokens[mention.last + 1];
  if (mention?.kind !== 'name' || joint?.sentence !== mention.sentence) return -1;
  // "la ministra dell'Economia Clara Vossi": the name stands behind the role's complement, with no comma.
  const direct = mention.first < mention.nameFirst && (joint.classes & PREP) !== 0;
  const closes =
    after?.sentence !== mention.sentence || after.kind === 'quote' || /^[,.—–]$/.test(after.text);
  if (!direct && (joint.text !== ',' || !closes)) return -1;
  for (let m = name - 1; m >= 0; m--) {
    const noun = mentions[m];
    if (!noun || noun.sentence !== mention.sentence || mention.first - noun.first > LONGEST) return -1;
    // Nothing but the role's own words may stand between.
    const end = m === name - 1 ? mention.first - 1 : (mentions[m + 1]?.first ?? 0);
    for (let k = noun.last + 1; k < end; k++) {
      const token = tokens[k];
      if (token && (token.classes & PREP) === 0) return -1;
    }
    const head = tokens[noun.head];
    const before = tokens[noun.first - 1];
    // A preposition in front makes the noun a complement itself, but "segundo o presidente da câmara, …" has none.
    const cue = model.cues[(model.cueFrom[noun.first] ?? 0) - 1];
    const sourced = cue?.kind === 'source' && cue.last === noun.first - 1;
    const inner = !sourced && before?.sentence === noun.sentence && (before.classes & (PREP | DET)) === PREP;
    if (
      head &&
      noun.kind === 'noun' &&
      (head.classes & (PERSON | TITLE)) !== 0 &&
      (head.classes & GROUP) === 0 &&
      !inner
    )
      return m;
  }
  return -1;
}
