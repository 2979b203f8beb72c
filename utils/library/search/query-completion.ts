/** Completions for a query. Pure. */

import { normaliseText } from './fold-text.ts';
import { FIELD_NAMES, findField, IS_VALUES, type QueryField, type QueryState } from './query-fields.ts';
import { tokeniseQuery } from './query-tokens.ts';

/** Names in the library that a query may contain. */
export interface QueryVocabulary {
  tags: readonly string[];
  lists: readonly string[];
  /** Titles of the newest stories. */
  stories: readonly string[];
  sites: readonly string[];
  speakers: readonly string[];
  /** Codes of the languages that the user reads. */
  languages: readonly string[];
}

/** Empty, until the library has answered. */
export const NO_VOCABULARY: QueryVocabulary = {
  tags: [],
  lists: [],
  stories: [],
  sites: [],
  speakers: [],
  languages: [],
};

export interface Completion {
  /** The part of the query that it replaces. */
  start: number;
  end: number;
  /** The replacement, and the shown text. */
  insert: string;
  label: string;
  /** An example of a value, for a field's name. */
  example?: string;
  /** A field or a value of `is:` that is described in words. */
  field?: QueryField;
  state?: QueryState;
}

const MAX_COMPLETIONS = 8;

/** A value, quoted if necessary. */
export function quoteValue(value: string): string {
  return /[\s()"]/.test(value) ? `"${value.replaceAll('"', ' ').trim()}"` : value;
}

function listValues(name: string, vocabulary: QueryVocabulary): readonly string[] {
  switch (findField(name)) {
    case 'is':
      return IS_VALUES;
    case 'tag':
      return vocabulary.tags;
    case 'list':
      return vocabulary.lists;
    case 'story':
      return vocabulary.stories;
    case 'site':
      return vocabulary.sites;
    case 'speaker':
      return vocabulary.speakers;
    case 'lang':
      return vocabulary.languages;
    case 'before':
    case 'after':
      return ['today', '7d', '1m', '1y'];
    case 'min':
    case 'max':
      return ['5', '10', '20'];
    default:
      return [];
  }
}

/** Values that begin with the typed text come first, then those with a word that does. */
function matchValues(values: readonly string[], typed: string): string[] {
  const wanted = normaliseText(typed);
  const first: string[] = [];
  const second: string[] = [];
  for (const value of values) {
    const normalised = normaliseText(value);
    if (normalised === wanted) continue;
    if (normalised.startsWith(wanted)) first.push(value);
    else if (normalised.includes(` ${wanted}`)) second.push(value);
    if (first.length >= MAX_COMPLETIONS) break;
  }
  return [...first, ...second].slice(0, MAX_COMPLETIONS);
}

function completeField(
  name: QueryField,
  start: number,
  end: number,
  vocabulary: QueryVocabulary,
): Completion {
  const [example] = listValues(name, vocabulary);
  const completion = { start, end, insert: `${name}:`, label: `${name}:`, field: name };
  return example === undefined ? completion : { ...completion, example: quoteValue(example) };
}

/**
 * Completions at the caret; all fields if no word is begun there.
 *
 * @param caret offset into the query in UTF-16 units
 */
export function completeQuery(query: string, caret: number, vocabulary: QueryVocabulary): Completion[] {
  const token = tokeniseQuery(query.slice(0, caret)).at(-1);
  // A minus is a dash until something follows it.
  const isMinus = token?.kind === 'words' && /^[-−–]$/.test(token.text);
  if (token === undefined || token.end !== caret || token.kind === 'open' || isMinus) {
    return FIELD_NAMES.map((name) => completeField(name, caret, caret, vocabulary));
  }
  if (token.kind === 'words') {
    if (token.text.length < 1) return [];
    return FIELD_NAMES.filter((name) => name.startsWith(token.text.toLowerCase())).map((name) =>
      completeField(name, token.start, caret, vocabulary),
    );
  }
  if (token.kind !== 'field' || (token.closed && /["”»]$/.test(query.slice(0, caret)))) return [];
  const isState = findField(token.field) === 'is';
  return matchValues(listValues(token.field, vocabulary), token.text).map((value) => ({
    start: token.valueStart,
    end: caret,
    insert: `${quoteValue(value)} `,
    label: value,
    ...(isState ? { state: value as QueryState } : {}),
  }));
}
