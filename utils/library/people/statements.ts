import { groupStatements } from '../../quotes/elsewhere/group-statements.ts';
import type { SaidIn, Statement } from '../view-types.ts';

/** A wording with at least this share of the longest one's characters counts as equally complete, 0–1. */
const FULL = 0.9;

const byTime = (a: SaidIn, b: SaidIn): number => a.quote.saidAt - b.quote.saidAt;

/** @param inTime all quotes of one statement, the earliest first */
function toStatement(inTime: readonly SaidIn[]): Statement[] {
  const longest = Math.max(...inTime.map(({ quote }) => quote.text.length));
  const fullest = inTime.find(({ quote }) => quote.text.length >= FULL * longest);
  if (fullest === undefined) return [];
  // The first quote of each article.
  const articles = new Map(inTime.toReversed().map((one) => [one.article.id, one]));
  articles.delete(fullest.article.id);
  const firstAt = inTime[0]?.quote.saidAt ?? fullest.quote.saidAt;
  return [{ fullest, also: [...articles.values()].sort(byTime), firstAt }];
}

/**
 * A person's statements without duplicates.
 *
 * @param said quotes of one person
 * @returns the latest statement first, by first publication
 */
export function statementsOf(said: readonly SaidIn[]): Statement[] {
  const inTime = said.toSorted(byTime);
  const quotes = inTime.map(({ quote }) => ({ text: quote.text, speaker: quote.resolvedSpeaker }));
  return groupStatements(quotes)
    .flatMap((group) => toStatement(group.flatMap((index) => inTime[index] ?? [])))
    .reverse();
}
