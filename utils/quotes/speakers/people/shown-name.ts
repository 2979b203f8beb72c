import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import type { Choice } from '../entities/choose-entities.ts';
import { jointSpeaker } from './joint-speakers.ts';
import type { PeopleTable } from './people-table.ts';

/** The name of the person that a mention names, or its words. */
function nameOf(model: ArticleModel, table: PeopleTable, mention: number): string | null {
  const known = table.people[table.personOf[mention] ?? -1];
  if (known) return known.name;
  const found = model.mentions[mention];
  const first = model.tokens[found?.first ?? -1];
  const last = model.tokens[found?.last ?? -1];
  return first && last ? model.text.slice(first.start, last.end) : null;
}

/**
 * Who is shown as the speaker of a quote, and in what role: the person's full name, two names where two speak together,
 * the writer where "I" does. Whom "we" means nobody can tell.
 */
export function shownName(
  model: ArticleModel,
  table: PeopleTable,
  attribution: Attribution,
  { entity }: Choice,
  byline: string | null,
): { name: string | null; role: string | null } {
  const { tokens, mentions, lexicon } = model;
  const mention = mentions[attribution.mention];
  const head = tokens[mention?.head ?? -1];
  if (mention?.kind === 'pronoun' && head && lexicon.firstPerson.has(head.lower)) {
    return { name: head.lower === 'i' ? byline : null, role: null };
  }
  if (entity.person < 0) return { name: entity.name, role: null };
  const own = table.personOf[attribution.mention] === entity.person;
  const { mention: partner, joint } = own
    ? jointSpeaker(model, attribution.mention, attribution.cue)
    : { mention: -1, joint: '' };
  const other = partner < 0 ? null : nameOf(model, table, partner);
  if (other === null || entity.name === null) {
    return { name: entity.name, role: table.people[entity.person]?.shownRole ?? null };
  }
  const names = partner < attribution.mention ? [other, entity.name] : [entity.name, other];
  return { name: names.join(` ${joint} `), role: null };
}

/** Is the speaker somebody without a name: "a spokesman", "two officials"? What is written as a name counts as one. */
export function isUnnamed(model: ArticleModel, { entity }: Choice): boolean {
  return entity.person < 0 && entity.name !== null && model.mentions[entity.mention]?.kind === 'noun';
}
