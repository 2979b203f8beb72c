/** What could be typed next in a query. Pure. */

import { foldText } from './fold-text.ts';
import { FIELD_NAMES, IS_VALUES } from './query-fields.ts';
import { readTokens } from './query-tokens.ts';

/** What the library knows that a query may name. */
export interface QueryVocabulary {
  tags: readonly string[];
  lists: readonly string[];
  sites: readonly string[];
  speakers: readonly string[];
}

/** Knows nothing: until the library has answered. */
export const NO_VOCABULARY: QueryVocabulary = { tags: [], lists: [], sites: [], speakers: [] };

export interface Completion {
  /** The part of the query it replaces. */
  start: number;
  end: number;
  /** What stands there then, and what is shown. */
  insert: string;
  label: string;
}

const LIMIT = 8;

/** A value with quotation marks where it needs them. */
export function quoteValue(value: string): string {
  return /[\s()"]/.test(value) ? `"${value.replaceAll('"', ' ').trim()}"` : value;
}

function valuesOf(field: string, vocabulary: QueryVocabulary): readonly string[] {
  if (field === 'is') return IS_VALUES;
  if (field === 'tag' || field === 'tags') return vocabulary.tags;
  if (field === 'list' || field === 'in') return vocabulary.lists;
  if (field === 'site' || field === 'source') return vocabulary.sites;
  if (field === 'speaker' || field === 'who') return vocabulary.speakers;
  if (field === 'before' || field === 'after') return ['today', '7d', '1m', '1y'];
  if (field === 'min' || field === 'max') return ['5', '10', '20'];
  return [];
}

/** Those that begin as typed come first, then those with a word that does. */
function matching(values: readonly string[], typed: string): string[] {
  const wanted = foldText(typed);
  const first: string[] = [];
  const second: string[] = [];
  for (const value of values) {
    const folded = foldText(value);
    if (folded === wanted) continue;
    if (folded.startsWith(wanted)) first.push(value);
    else if (folded.includes(` ${wanted}`)) second.push(value);
    if (first.length >= LIMIT) break;
  }
  return [...first, ...second].slice(0, LIMIT);
}

/**
 * Completions at the caret.
 *
 * @param caret offset into the query in UTF-16 units
 */
export function completeQuery(query: string, caret: number, vocabulary: QueryVocabulary): Completion[] {
  const token = readTokens(query.slice(0, caret)).at(-1);
  if (token === undefined || token.end !== caret) return [];
  if (token.kind === 'words') {
    if (token.text.length < 1) return [];
    return FIELD_NAMES.filter((name) => name.startsWith(token.text.toLowerCase())).map((name) => ({
      start: token.start,
      end: caret,
      insert: `${name}:`,
      label: `${name}:`,
    }));
  }
  if (token.kind !== 'field' || (token.closed && /["”»]$/.test(query.slice(0, caret)))) return [];
  return matching(valuesOf(token.field, vocabulary), token.text).map((value) => ({
    start: token.valueStart,
    end: caret,
    insert: `${quoteValue(value)} `,
    label: value,
  }));
}
