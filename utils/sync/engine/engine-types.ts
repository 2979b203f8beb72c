/** What the engine works with; given to it, so that it knows neither network nor browser. */
import type { FileBytes, Place } from '../../library/log/place.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { LibraryKey } from '../format/library-key.ts';
import type { Json } from '../merge/field.ts';
import type { Clock } from '../merge/stamp.ts';
import type { SyncProgress } from '../sync-types.ts';
import type { SyncConfig } from './sync-state.ts';

/** As much of a place as the engine needs. */
export interface EnginePlace extends Place {
  /** Full names of the files in one folder, or of all. */
  list(folder?: string): Promise<string[]>;
  /** @param most bytes that are taken; where there are more, an error with the code `badAnswer` is thrown */
  get(name: string, most?: number): Promise<Blob | null>;
  /**
   * The same as `put`, but for a file that is there: that stays.
   *
   * @returns false where there is one, which may be the same: an answer may have been lost on the way
   */
  putNew?(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean>;
  /** False where anything lies in the folder, also what is not ours. */
  isEmpty?(): Promise<boolean>;
}

/** The settings that travel, by field; see `travelling-settings.ts`. */
export interface SettingsPort {
  read(): Promise<ReadonlyMap<string, Json>>;
  /**
   * Writes them, where they are still as they were read.
   *
   * @returns those that are there then; null where somebody has changed them meanwhile, and nothing was written
   */
  write(
    values: ReadonlyMap<string, Json>,
    before: ReadonlyMap<string, Json>,
  ): Promise<ReadonlyMap<string, Json> | null>;
}

export interface Engine {
  db: LibraryDb;
  place: EnginePlace;
  key: LibraryKey;
  config: SyncConfig;
  clock: Clock;
  /** Null where none travel. */
  settings: SettingsPort | null;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Is waited for between small steps, so that a save has its turn. */
  breathe: () => Promise<void>;
  /** The user has asked for this run: what did not work lately is tried at once. */
  triesAll: boolean;
  /** What is kept of a picture that came: drawings (SVG) sanitised. Null where it may not be kept. */
  cleanPicture: (picture: Blob) => Promise<Blob | null>;
  /** Pictures may be sent and fetched now. */
  mayPictures: () => boolean;
  onProgress: (progress: SyncProgress) => void;
  /** Aborted where the run has to end: a pause, for one. */
  signal: AbortSignal;
}
