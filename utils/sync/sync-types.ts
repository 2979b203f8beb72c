// What sync tells the screens, and what they ask of it. Types only, so that views may know the shapes.

/**
 * Why the last try failed, beside what a place says (`PlaceErrorCode`). Each has a sentence `syncError_<code>` in
 * `locales`.
 */
export type SyncErrorCode =
  /** The passphrase does not open the library that is at the place. */
  | 'wrongPassphrase'
  /** There is something else at the place, and nothing of Offprint. */
  | 'foreignFolder'
  /** A library was to be joined, and there is none. */
  | 'noLibrary'
  /** The place of this library holds none any more. */
  | 'libraryGone'
  /** A library was to be begun, and there is one. */
  | 'hasLibrary'
  /** The file with the library's key is missing: only the recovery sheet opens it until a device puts it back. */
  | 'keyGone'
  /** Two devices set sync up at the same place at the same time, and this one’s library is not the one there. */
  | 'begunTwice'
  /** Only a part of a file came. Tried again by itself. */
  | 'cutShort'
  /** A later version of Offprint wrote what is there. */
  | 'newerFormat'
  /** This device was removed from the library by another one. */
  | 'removedDevice'
  /** A device can't be removed yet: not all that it wrote could be read. */
  | 'unreadFiles'
  /** This device is full. */
  | 'diskFull'
  | 'failed';

export interface SyncTrouble {
  /** Who says so: the place, with a code of its own, or sync itself, with a `SyncErrorCode`. */
  from: 'place' | 'sync';
  code: string;
  /** When, in milliseconds since 1970. */
  at: number;
  /** When it is tried again, or null where the user has to do something first. */
  nextTryAt: number | null;
}

/** Which pictures travel: all, none, or all while the device is on Wi-Fi. */
export type SyncPictures = 'all' | 'none' | 'wifi';

/** A device of the library. Times are milliseconds since 1970. */
export interface SyncDevice {
  /** 16 hexadecimal digits. */
  id: string;
  /** As its user calls it. */
  name: string;
  isThis: boolean;
  /** When it wrote last; null where it never did. */
  seenAt: number | null;
}

/** How far a run is. Each step is called `syncProgress_<step>` in `locales`. `total` is null where nobody knows yet. */
export interface SyncProgress {
  step: 'reading' | 'pictures' | 'writing' | 'tidying';
  done: number;
  total: number | null;
}

/** What the screen shows. `off`: no place is set up. */
export type SyncState =
  | { state: 'off' }
  | {
      state: 'on' | 'paused';
      /** Kind of the place and what the user knows it by, such as its host. */
      place: { kind: string; label: string };
      pictures: SyncPictures;
      /** When everything was in step last; null where it never was. */
      syncedAt: number | null;
      /** Records that are not at the place yet. */
      waiting: number;
      /** Set while a run is under way. */
      progress: SyncProgress | null;
      trouble: SyncTrouble | null;
      /** Files of other devices that could not be read last time; they are tried again. */
      unreadable: number;
      /** Files of other devices that are gone from the place and that this device never read. */
      missing: number;
      /** Since when there is one that can't be read, ms since 1970; null where there is none. */
      unreadableSince: number | null;
      devices: SyncDevice[];
    };

/** What is at a place. */
export interface PlaceContents {
  /** A library of Offprint, nothing at all, or something else. */
  holds: 'library' | 'nothing' | 'other';
}

/** Answer of whatever may fail in a way the user can do something about. */
export type SyncOutcome<T = object> = ({ ok: true } & T) | { ok: false; trouble: SyncTrouble };

export interface SyncSetUp {
  /** Begin a library at the place, or join the one that is there. */
  how: 'begin' | 'join';
  /** What `openSyncPlace` of `sync/places` takes. */
  place: { kind: string; [setting: string]: string };
  /** What the user knows the place by. */
  placeLabel: string;
  /** To join, the key of the recovery sheet will do as well. */
  passphrase: string;
  /** Of this device. */
  deviceName: string;
  pictures: SyncPictures;
}

/** The page that a user prints, as plain text in English or the user's own words around it. */
export interface RecoverySheet {
  /** The library's key, as the `age` command takes it. */
  identity: string;
  /** When the library was begun, milliseconds since 1970. */
  begunAt: number;
}
