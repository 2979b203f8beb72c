/** Handles files that contain articles several times: the latest record determines the article's state. */
import type { ImportItem, ImportRecord, RecordStream } from '../../transfer/import/import-types.ts';
import { getIdentity } from './import-rows.ts';

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

/** Collects the states of articles with several records. */
class StateCollector {
  readonly #states = new Map<string, State | null>();
  readonly #repeated = new Set<string>();

  add(record: ImportRecord): void {
    if (!('item' in record)) return;
    const identity = getIdentity(record.item);
    const known = this.#states.get(identity);
    if (known !== undefined) this.#repeated.add(identity);
    const state = record.isAddition === true ? null : stateOf(record.item);
    this.#states.set(identity, known && state ? mergeStates(known, state) : (state ?? known ?? null));
  }

  finish(): LatestStates {
    return new Map(
      [...this.#repeated].flatMap((identity) => {
        const state = this.#states.get(identity);
        return state ? [[identity, state]] : [];
      }),
    );
  }
}

/**
 * Finds articles with several records.
 *
 * @returns their states, by `getIdentity`; articles with a single record are not included
 */
export function findLatestStates(records: Iterable<ImportRecord>): LatestStates {
  const collector = new StateCollector();
  for (const record of records) collector.add(record);
  return collector.finish();
}

/** The same for the records of a file, which is read as a whole. */
export async function readLatestStates(records: RecordStream): Promise<LatestStates> {
  const collector = new StateCollector();
  for await (const record of records) collector.add(record);
  return collector.finish();
}

/** Replaces a record's state by the latest one of its article. */
export function withLatestState(record: ImportRecord, states: LatestStates): ImportRecord {
  if (!('item' in record) || states.size === 0) return record;
  const state = states.get(getIdentity(record.item));
  return state === undefined ? record : { ...record, item: { ...record.item, ...state } };
}
