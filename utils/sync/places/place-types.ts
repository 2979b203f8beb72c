import type { FileBytes, Place } from '../../library/log/place.ts';

/** A place outside of this browser. Each call may throw a `PlaceError`. */
export interface SyncPlace extends Place {
  /** Makes the folder that everything is kept in. Called when a place is set up, and not again. */
  prepare(): Promise<void>;
  /**
   * Names of our files, in one folder and those in it, or in all.
   *
   * @throws PlaceError `notFound` where our own folder has vanished, which is never taken for an empty one
   */
  list(folder?: string): Promise<string[]>;
  /** @param most bytes that are taken. @throws PlaceError `badAnswer` where there are more */
  get(name: string, most?: number): Promise<Blob | null>;
  /**
   * The same as `put`, but for a file that is there: that stays.
   *
   * @returns false where there is one, which may be the same: an answer may have been lost on the way
   */
  putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean>;
  /** False where anything lies in the folder, also what is not ours; but for what a system or a carrier puts in each. */
  isEmpty(): Promise<boolean>;
}

/**
 * What is remembered of a place, by the names of its kind's fields. May hold a password: kept in the extension's own
 * storage, and never part of settings, backups, exports or messages to tabs.
 */
export type StoredPlace = Readonly<Record<string, string>> & { readonly kind: string };

/** What a field asks for. Its label is `placeField_<name>` in `locales`, and the line below it `placeFieldHint_<name>`. */
type PlaceFieldName = 'address' | 'folder' | 'user' | 'password';

/** A field of the form that sets a place up. */
export interface PlaceField {
  name: PlaceFieldName;
  type: 'url' | 'text' | 'password';
  isOptional?: boolean;
  /** What stands in it to begin with. */
  initial?: string;
}

/** In `locales` a kind is called `placeKind_<id>`, and described by `placeKindText_<id>`. */
type PlaceKindId = 'webDav' | 'folder';

/** One kind of place, all of it in one file. */
export interface PlaceKind {
  id: PlaceKindId;
  fields: readonly PlaceField[];
  /** False where this browser can't do it. */
  isOffered(): boolean;
  /**
   * Lets the user choose what can't be typed; called inside the user's action.
   *
   * @returns further values; null where the user chose nothing
   */
  pick?(): Promise<Readonly<Record<string, string>> | null>;
  /** @throws PlaceError where the values make no place */
  make(values: Readonly<Record<string, string>>): StoredPlace;
  /** What is asked over the network, and the browser has to give access to; null where nothing is. */
  address(stored: StoredPlace): string | null;
  /** What the user knows it by, without a password. */
  describe(stored: StoredPlace): string;
  /** Whether a password goes through the network in the clear, which the user is warned of. */
  isPlain(stored: StoredPlace): boolean;
  /** Asks again for access that the browser has taken back; called inside the user's action. */
  regain?(stored: StoredPlace): Promise<boolean>;
  /** @throws PlaceError where it can't be used as it is */
  open(stored: StoredPlace): Promise<SyncPlace>;
}
