/** Handles files that contain articles several times: the latest record determines the article's state. */
import type { ImportItem, ImportRecord, RecordStream } from '../../transfer/import/import-types.ts';
import { normaliseAddress } from '../articles/article-identity.ts';

/** The part of a record in which the latest one wins. Tags, lists and highlights of all records are merged. */
type State = Pick<ImportItem, 'title' | 'savedAt' | 'archived' | 'favourite' | 'progress'>;

export type LatestStates = ReadonlyMap<string, State>;

const stateOf = ({ title, savedAt, archived, favourite, progress }: ImportItem): State => ({
  title,
  savedAt,
  archived,
  favourite,
  progress,
});

/**
 * Merges two states; the later one wins. A record with a date wins over one without, since plain links have no state;
 * without dates, the second wins. Values that one lacks may be unknown to its file, so they are kept from the other.
 */
function mergeStates(one: State, other: State): State {
  const isSecond = other.savedAt === null ? one.savedAt === null : other.savedAt >= (one.savedAt ?? 0);
  const [first, last] = isSecond ? [one, other] : [other, one];
  return {
    title: last.title || first.title,
    savedAt: last.savedAt,
    archived: last.archived,
    favourite: first.favourite || last.favourite,
    progress: Math.max(first.progress, last.progress),
  };
}

/**
 * Reads a whole file to find articles with several records.
 *
 * @returns their states, by `normaliseAddress`; articles with a single record are not included
 */
export async function readLatestStates(records: RecordStream): Promise<LatestStates> {
  const states = new Map<string, State | null>();
  const repeated = new Set<string>();
  for await (const record of records) {
    if (!('item' in record)) continue;
    const identity = normaliseAddress(record.item.url);
    const known = states.get(identity);
    if (known !== undefined) repeated.add(identity);
    const state = record.isAddition === true ? null : stateOf(record.item);
    states.set(identity, known && state ? mergeStates(known, state) : (state ?? known ?? null));
  }
  return new Map(
    [...repeated].flatMap((identity) => {
      const state = states.get(identity);
      return state ? [[identity, state]] : [];
    }),
  );
}

/** Replaces a record's state by the latest one of its article. */
export function withLatestState(record: ImportRecord, states: LatestStates): ImportRecord {
  if (!('item' in record) || states.size === 0) return record;
  const state = states.get(normaliseAddress(record.item.url));
  return state === undefined ? record : { ...record, item: { ...record.item, ...state } };
}
