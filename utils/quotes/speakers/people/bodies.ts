import { hasClass } from '../../model/has-class.ts';
import { BODY, DET, GIVEN, GROUP } from '../../model/lexicon.ts';
import type { Mention } from '../../model/mention.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Person } from './people-table.ts';

/** What firms are called by, and how their names end. */
const FIRM = /^(?:business|company|firm|group)$/;
const FIRM_NAME =
  /^(?:co|company|corp|corporation|enterprises|group|holdings|inc|industries|llc|ltd|plc|technologies)$/;

/** "the court": an article and a noun, no more. */
function isBare({ tokens, lexicon }: ArticleModel, { first, head, last }: Mention): boolean {
  const article = tokens[first];
  const isDefinite = hasClass(article, DET) && lexicon.isDefinite(article?.lower ?? '');
  return isDefinite && head === first + 1 && last === head && tokens[head]?.capital === false;
}

/**
 * Whom nouns for bodies mean: in "the court" the High Court, in "the group" Greenpeace where that was called a group, in
 * "the company" the only firm. Where an article names two such bodies before, none.
 *
 * @param personOf by mention index: index into `people`, or -1; is written to
 */
export function tieBodies(model: ArticleModel, people: readonly Person[], personOf: Int32Array): void {
  const { tokens, mentions } = model;
  const known = new Map<string, number>();
  // A second body of the same kind: nobody can tell.
  const learn = (noun: string, person: number) =>
    known.set(noun, (known.get(noun) ?? person) === person ? person : -1);
  for (const [m, mention] of mentions.entries()) {
    const person = personOf[m] ?? -1;
    if (mention.kind === 'name' && person >= 0) {
      const { words = [] } = people[person] ?? {};
      const last = words[words.length - 1] ?? '';
      const isHuman = hasClass(tokens[mention.nameFirst], GIVEN) || words.length < 2;
      if (!isHuman && isBodyNoun(model, last)) learn(last, person);
      if (!isHuman && isBodyNoun(model, words[0] ?? '')) learn(words[0] ?? '', person);
      if (FIRM_NAME.test(last)) learn('company', person);
      continue;
    }
    const head = tokens[mention.head];
    if (mention.kind !== 'noun' || person >= 0 || !head || !hasClass(head, GROUP | BODY)) continue;
    const name = mentions[m - 1];
    const owner = personOf[m - 1] ?? -1;
    const isBehind =
      name?.kind === 'name' &&
      owner >= 0 &&
      !name.possessive &&
      name.last === mention.first - 2 &&
      tokens[mention.first - 1]?.text === ',' &&
      name.sentence === mention.sentence &&
      hasClass(tokens[mention.first], DET) &&
      !hasClass(tokens[name.nameFirst], GIVEN);
    // "Greenpeace, the environmental group, said"
    if (isBehind) {
      personOf[m] = owner;
      learn(FIRM.test(head.lower) && head.lower !== 'group' ? 'company' : head.lower, owner);
    } else if (isBare(model, mention)) {
      const meant = known.get(head.lower) ?? (FIRM.test(head.lower) ? known.get('company') : undefined) ?? -1;
      if (meant >= 0) personOf[m] = meant;
    }
  }
}

function isBodyNoun({ lexicon }: ArticleModel, word: string): boolean {
  return (lexicon.classOf(word) & (GROUP | BODY)) !== 0;
}
