// Types shared by sync and its screens. This file contains only types, so that components may import it.

/**
 * Why the last run failed, if not because of the remote store (`RemoteErrorCode`). Each code has a message
 * `syncError_<code>` in `locales`.
 */
export type SyncErrorCode =
  /** The passphrase does not decrypt the library's key. */
  | 'wrongPassphrase'
  /** The remote store contains other files, but no Offprint library, or another library. */
  | 'foreignFolder'
  /** The user wanted to join a library, but there is none. */
  | 'noLibrary'
  /** The remote store of this library no longer contains one. */
  | 'libraryGone'
  /** The user wanted to create a library, but there is one already. */
  | 'hasLibrary'
  /** The file with the library's key is missing. Until a device restores it, joining requires the recovery sheet. */
  | 'keyGone'
  /** Two devices have created a library at the same time, and the remote store does not contain this device's. */
  | 'begunTwice'
  /** A file was received incompletely. Retried automatically. */
  | 'cutShort'
  /** The files were written by a later version of Offprint. */
  | 'newerFormat'
  /** Another device has removed this one from the library. */
  | 'removedDevice'
  /** A device can't be removed, because some of its files could not be read. */
  | 'unreadFiles'
  /** This device's storage is full. */
  | 'diskFull'
  | 'failed';

export interface SyncFailure {
  /** The source of the error: the remote store (`place`, with a `RemoteErrorCode`) or sync itself (a `SyncErrorCode`). */
  from: 'place' | 'sync';
  code: string;
  /** When it happened, in milliseconds since 1970. */
  at: number;
  /** When the next retry is due, in milliseconds since 1970; null if the user must do something first. */
  nextTryAt: number | null;
}

/** Which pictures this device syncs: all, none, or all but only on Wi-Fi. */
export type SyncPictures = 'all' | 'none' | 'wifi';

/** A device of the library. Times are in milliseconds since 1970. */
export interface SyncDevice {
  /** 16 hexadecimal digits. */
  id: string;
  /** The user's name for the device. */
  name: string;
  isThis: boolean;
  /** When it last wrote a segment; null if never. */
  seenAt: number | null;
}

/** The progress of a run. Each step has a message `syncProgress_<step>` in `locales`. `total` is null while unknown. */
export interface SyncProgress {
  step: 'reading' | 'pictures' | 'writing' | 'tidying';
  done: number;
  total: number | null;
}

/** The state shown on screen. `off`: sync is not set up. */
export type SyncState =
  | { state: 'off' }
  | {
      state: 'on' | 'paused';
      /** The kind of the remote store, and its label for the user, such as its host. */
      place: { kind: string; label: string };
      pictures: SyncPictures;
      /** When a run last succeeded, in milliseconds since 1970; null if never. */
      syncedAt: number | null;
      /** Number of records with unsent changes. */
      waiting: number;
      /** The progress of the current run; null if none is in progress. */
      progress: SyncProgress | null;
      /** Why the last run failed; null if it succeeded. */
      trouble: SyncFailure | null;
      /** Number of files of other devices that the last run could not read. They are retried. */
      unreadable: number;
      /** Number of files of other devices that the remote store lost before this device read them. */
      missing: number;
      /** When the first unreadable file was found, in milliseconds since 1970; null if there are none. */
      unreadableSince: number | null;
      devices: SyncDevice[];
    };

/** The content of a remote store. */
export interface RemoteContents {
  /** An Offprint library, nothing, or other files. */
  holds: 'library' | 'nothing' | 'other';
}

/** The result of an action whose failure is shown to the user. */
export type SyncOutcome<T = object> = ({ ok: true } & T) | { ok: false; trouble: SyncFailure };

export interface SyncSetUp {
  /** `begin` creates a library in the remote store; `join` joins the existing one. */
  how: 'begin' | 'join';
  /** The settings for `openRemote`. */
  place: { kind: string; [setting: string]: string };
  /** The remote store's label for the user. */
  placeLabel: string;
  /** To join a library, the key on its recovery sheet can be used instead of the passphrase. */
  passphrase: string;
  /** The user's name for this device. */
  deviceName: string;
  pictures: SyncPictures;
}

/** The content of the recovery sheet, which the user prints. */
export interface RecoverySheet {
  /** The library's key as an age identity (`AGE-SECRET-KEY-1…`). */
  identity: string;
  /** When the library was created, in milliseconds since 1970. */
  begunAt: number;
}
