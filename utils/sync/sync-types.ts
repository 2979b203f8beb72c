// Types that sync and the screens exchange. Types only, so that views can know the shapes.

/**
 * Why the last run failed, besides the remote store's own errors (`RemoteErrorCode`). Each code has a sentence
 * `syncError_<code>` in `locales`.
 */
export type SyncErrorCode =
  /** The passphrase does not open the library in the remote store. */
  | 'wrongPassphrase'
  /** The remote store contains something else, and no Offprint library. */
  | 'foreignFolder'
  /** The user wanted to join a library, but there is none. */
  | 'noLibrary'
  /** The remote store of this library no longer contains one. */
  | 'libraryGone'
  /** The user wanted to create a library, and there is one already. */
  | 'hasLibrary'
  /**
   * The file with the library's key is missing. Until a device restores it, only the recovery sheet opens the library.
   */
  | 'keyGone'
  /** Two devices set up sync at the same time, and this device's library is not the one in the remote store. */
  | 'begunTwice'
  /** Only a part of a file was received. Retried automatically. */
  | 'cutShort'
  /** A later version of Offprint wrote the files. */
  | 'newerFormat'
  /** This device was removed from the library by another one. */
  | 'removedDevice'
  /** A device can't be removed yet, because some of its files could not be read. */
  | 'unreadFiles'
  /** This device's storage is full. */
  | 'diskFull'
  | 'failed';

export interface SyncFailure {
  /**
   * The source of the error: `place` for the remote store, with a `RemoteErrorCode`, or sync itself, with a
   * `SyncErrorCode`.
   */
  from: 'place' | 'sync';
  code: string;
  /** When it happened, in milliseconds since 1970. */
  at: number;
  /** When it is retried, or null if the user has to do something first. */
  nextTryAt: number | null;
}

/** Which pictures are synced: all, none, or all while the device is on Wi-Fi. */
export type SyncPictures = 'all' | 'none' | 'wifi';

/** A device of the library. Times are in milliseconds since 1970. */
export interface SyncDevice {
  /** 16 hexadecimal digits. */
  id: string;
  /** The user's name for the device. */
  name: string;
  isThis: boolean;
  /** When it last wrote something; null if never. */
  seenAt: number | null;
}

/** The progress of a run. Each step is called `syncProgress_<step>` in `locales`. `total` is null while unknown. */
export interface SyncProgress {
  step: 'reading' | 'pictures' | 'writing' | 'tidying';
  done: number;
  total: number | null;
}

/** The state for the screen. `off`: sync is not set up. */
export type SyncState =
  | { state: 'off' }
  | {
      state: 'on' | 'paused';
      /** The kind of remote store and its label for the user, such as its host. */
      place: { kind: string; label: string };
      pictures: SyncPictures;
      /** When a run last succeeded; null if never. */
      syncedAt: number | null;
      /** Number of records with unsent changes. */
      waiting: number;
      /** Set while a run is in progress. */
      progress: SyncProgress | null;
      trouble: SyncFailure | null;
      /** Number of files of other devices that could not be read last time; they are retried. */
      unreadable: number;
      /** Number of files of other devices that the remote store has lost and that this device never read. */
      missing: number;
      /** Since when a file is unreadable, in milliseconds since 1970; null if none is. */
      unreadableSince: number | null;
      devices: SyncDevice[];
    };

/** The content of a remote store. */
export interface RemoteContents {
  /** An Offprint library, nothing, or something else. */
  holds: 'library' | 'nothing' | 'other';
}

/** The result of an action whose failure the user can resolve. */
export type SyncOutcome<T = object> = ({ ok: true } & T) | { ok: false; trouble: SyncFailure };

export interface SyncSetUp {
  /** Create a library in the remote store, or join the existing one. */
  how: 'begin' | 'join';
  /** The settings for `openRemote`. */
  place: { kind: string; [setting: string]: string };
  /** The remote store's label for the user. */
  placeLabel: string;
  /** To join, the key of the recovery sheet works as well. */
  passphrase: string;
  /** The user's name for this device. */
  deviceName: string;
  pictures: SyncPictures;
}

/** The recovery sheet, which the user prints. */
export interface RecoverySheet {
  /** The library's key, in the format of the `age` command. */
  identity: string;
  /** When the library was created, in milliseconds since 1970. */
  begunAt: number;
}
