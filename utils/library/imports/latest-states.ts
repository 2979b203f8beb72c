/** Articles that a file has several times: the latest record says what became of them. */
import type { ImportItem, ImportRecord, RecordStream } from '../../transfer/import/import-types.ts';
import { identify } from '../articles/article-identity.ts';

/** What the latest record of an article decides. Tags, lists and highlights of all of them are joined. */
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
 * Both of two as the later has it: the one that has a date where the other has none, for a mere link knows of nothing,
 * and the second where nobody knows. A mark that one lacks may be unknown to its file: it stays.
 */
function later(one: State, other: State): State {
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
 * Reads a file through for articles that it has several times.
 *
 * @returns their states, by `identify`; an article that is there once is not among them
 */
export async function readLatestStates(records: RecordStream): Promise<LatestStates> {
  const states = new Map<string, State | null>();
  const repeated = new Set<string>();
  for await (const record of records) {
    if (!('item' in record)) continue;
    const identity = identify(record.item.url);
    const known = states.get(identity);
    if (known !== undefined) repeated.add(identity);
    const state = record.adds === true ? null : stateOf(record.item);
    states.set(identity, known && state ? later(known, state) : (state ?? known ?? null));
  }
  return new Map(
    [...repeated].flatMap((identity) => {
      const state = states.get(identity);
      return state ? [[identity, state]] : [];
    }),
  );
}

/** A record as the latest one of its article has it. */
export function withLatestState(record: ImportRecord, states: LatestStates): ImportRecord {
  if (!('item' in record)) return record;
  const state = states.get(identify(record.item.url));
  return state === undefined ? record : { ...record, item: { ...record.item, ...state } };
}
