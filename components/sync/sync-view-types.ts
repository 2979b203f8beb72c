import type {
  PlaceContents,
  RecoverySheet,
  SyncOutcome,
  SyncPictures,
  SyncSetUp,
} from '../../utils/sync/sync-types.ts';

/** A field of the form that sets up a remote store; see `RemoteField` in `utils/sync/remote`. */
export interface PlaceFieldView {
  name: string;
  type: 'url' | 'text' | 'password';
  isOptional?: boolean;
  initial?: string;
  /** An organisation decides; it can't be changed here. */
  isManaged?: boolean;
}

/** A kind of place, as far as the form has to know it. */
export interface PlaceKindView {
  id: string;
  fields: readonly PlaceFieldView[];
  /** False where this browser can't do it. */
  isOffered: boolean;
  /** Something is chosen rather than typed: a folder. */
  isPicked: boolean;
}

export type StoredPlaceView = SyncSetUp['place'];

/** What is known of a place after it was tested. */
export interface TestedPlace {
  place: StoredPlaceView;
  label: string;
  holds: PlaceContents['holds'];
}

/** What the three steps ask for. */
export interface SetUpActions {
  /** Whether an address as typed sends its password in the clear. */
  isPlain: (kind: string, values: Readonly<Record<string, string>>) => boolean;
  /** Lets the user choose a folder; null where none was chosen. */
  onPick: (kind: string) => Promise<Readonly<Record<string, string>> | null>;
  /** Asks the browser for access and tests the place. Called inside the user's action. */
  onTest: (kind: string, values: Readonly<Record<string, string>>) => Promise<SyncOutcome<TestedPlace>>;
  onSetUp: (setUp: SyncSetUp) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
}

/** What can be done where sync is set up. */
export interface SyncActions {
  onNow: () => void;
  onPause: (paused: boolean) => void;
  onPictures: (pictures: SyncPictures) => void;
  onLeave: () => void;
  onRemoveDevice: (id: string) => Promise<SyncOutcome>;
  onChangePassphrase: (from: string, to: string) => Promise<SyncOutcome>;
  onSheet: (passphrase: string) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
  /** Asks again for access that the browser has taken back. Called inside the user's action. */
  onRegain: () => void;
  onPrint: () => void;
}
