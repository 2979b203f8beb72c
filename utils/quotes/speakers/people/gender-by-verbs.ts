import { hasClass } from '../../model/has-class.ts';
import { BODY, GIVEN_HE, GIVEN_SHE, GROUP, PREP } from '../../model/lexicon.ts';
import type { Gender } from '../../model/names/person-names.ts';
import type { Token } from '../../model/token.ts';
import type { ArticleModel } from '../../model/types.ts';
import { genderOfTag } from '../entities/verb-agreement.ts';
import type { PeopleTable } from './people-table.ts';

/** The gender that a finite verb in the singular has ("powiedziała", "сказав"); most languages' verbs have none. */
function genderOfVerb(token: Token | undefined, sentence: number): Gender {
  const tag = token?.tag;
  if (!tag || token.sentence !== sentence || (tag.pos !== 'VERB' && tag.pos !== 'AUX')) return null;
  return tag.form === 'fin' && tag.number !== 'p' ? genderOfTag(tag) : null;
}

/**
 * Where verbs have a gender, whoever is their subject has it: "Śliwka powiedział" is a man, whatever the name ends in.
 * Fills in what names don't tell; a name whose verbs contradict each other stays as it is.
 */
export function readGenderByVerbs(
  { tokens, mentions, cues, cueFrom, lexicon }: ArticleModel,
  { people, personOf }: PeopleTable,
): void {
  if (!lexicon.data.foldName || !lexicon.tagger) return;
  const votes = new Map<number, { he: number; she: number }>();
  for (const [m, mention] of mentions.entries()) {
    const index = personOf[m] ?? -1;
    const before = tokens[mention.first - 1];
    if (index < 0 || mention.kind !== 'name' || people[index]?.gender) continue;
    if (hasClass(tokens[mention.last], BODY | GROUP) || hasClass(before, PREP)) continue;
    const cue = cues[(cueFrom[mention.first] ?? 0) - 1];
    const inverted =
      cue?.kind === 'verb' && cue.last === mention.first - 1 ? genderOfVerb(before, mention.sentence) : null;
    const gender = inverted ?? genderOfVerb(tokens[mention.last + 1], mention.sentence);
    if (!gender) continue;
    const vote = votes.get(index) ?? { he: 0, she: 0 };
    vote[gender]++;
    votes.set(index, vote);
  }
  for (const [index, { he, she }] of votes) {
    const person = people[index];
    if (person && (he === 0 || she === 0)) person.gender = he > 0 ? 'he' : 'she';
  }
  // "Михайло" alone is a man as much as with a surname.
  for (const person of people) {
    if (person.gender || person.words.length !== 1) continue;
    const given = lexicon.givenOf(person.words[0] ?? '') & (GIVEN_HE | GIVEN_SHE);
    if (given === GIVEN_HE) person.gender = 'he';
    if (given === GIVEN_SHE) person.gender = 'she';
  }
}
