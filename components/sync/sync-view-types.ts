import type { RemoteField, RemoteKind } from '../../utils/sync/remote/remote-store.ts';
import type {
  RecoverySheet,
  RemoteContents,
  SyncOutcome,
  SyncPictures,
  SyncSetUp,
} from '../../utils/sync/sync-types.ts';

/** A field of the form that sets up a remote store. */
interface PlaceFieldView extends RemoteField {
  /** Locked by an organisation's policy. */
  isManaged?: boolean;
}

/** A kind of remote store, as far as the form needs it. */
export interface PlaceKindView extends Pick<RemoteKind, 'id'> {
  fields: readonly PlaceFieldView[];
  /** False if this browser does not support it. */
  isOffered: boolean;
  /** A folder is chosen instead of typing an address. */
  isPicked: boolean;
}

/** The result of testing a store. */
export interface TestedPlace extends RemoteContents, Pick<SyncSetUp, 'place'> {
  label: string;
}

/** The actions of the setup steps. */
export interface SetUpActions {
  /** Whether a typed address would send its password unencrypted. */
  isPlain: (kind: string, values: Readonly<Record<string, string>>) => boolean;
  /** Lets the user choose a folder; null if none was chosen. */
  onPick: (kind: string) => Promise<Readonly<Record<string, string>> | null>;
  /** Requests the permission and tests the store. Called inside the user's action. */
  onTest: (kind: string, values: Readonly<Record<string, string>>) => Promise<SyncOutcome<TestedPlace>>;
  onSetUp: (setUp: SyncSetUp) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
}

/** Actions once sync is set up. */
export interface SyncActions {
  onNow: () => void;
  onPause: (paused: boolean) => void;
  onPictures: (pictures: SyncPictures) => void;
  onLeave: () => void;
  onRemoveDevice: (id: string) => Promise<SyncOutcome>;
  onChangePassphrase: (from: string, to: string) => Promise<SyncOutcome>;
  onSheet: (passphrase: string) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
  /** Requests a revoked permission again. Called inside the user's action. */
  onRegain: () => void;
  onPrint: () => void;
}

/** Whether an article's current state has been uploaded for the user's other devices. */
export type Synced = 'there' | 'waiting';

/** The messages for that beside a saved article. */
export const SYNCED_WORDS = { there: 'savedSynced', waiting: 'savedNotSynced' } as const;
