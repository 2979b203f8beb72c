import type { RemoteField, RemoteKind } from '../../utils/sync/remote/remote-store.ts';
import type {
  RecoverySheet,
  RemoteContents,
  SyncOutcome,
  SyncPictures,
  SyncSetUp,
} from '../../utils/sync/sync-types.ts';

/** A field of the form that sets up a remote store. */
interface RemoteFieldView extends RemoteField {
  /** Locked by an organisation's policy. */
  isManaged?: boolean;
}

/** A kind of remote store, as far as the form needs it. */
export interface RemoteKindView extends Pick<RemoteKind, 'id'> {
  fields: readonly RemoteFieldView[];
  /** False if this browser does not support it. */
  isSupported: boolean;
  /** A folder is chosen instead of typing an address. */
  usesFolderPicker: boolean;
}

/** The result of testing a store. */
export interface TestedRemote extends RemoteContents, Pick<SyncSetUp, 'place'> {
  label: string;
}

/** The actions of the setup steps. */
export interface SetUpActions {
  /** Whether a typed address would send its password unencrypted. */
  isUnencrypted: (kind: string, values: Readonly<Record<string, string>>) => boolean;
  /** Lets the user choose a folder; null if none was chosen. */
  onPickFolder: (kind: string) => Promise<Readonly<Record<string, string>> | null>;
  /** Requests the permission and tests the store. Called inside the user's action. */
  onTest: (kind: string, values: Readonly<Record<string, string>>) => Promise<SyncOutcome<TestedRemote>>;
  onSetUp: (setUp: SyncSetUp) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
}

/** Actions once sync is set up. */
export interface SyncActions {
  onSyncNow: () => void;
  onPause: (paused: boolean) => void;
  onPicturesChange: (pictures: SyncPictures) => void;
  onLeave: () => void;
  onRemoveDevice: (id: string) => Promise<SyncOutcome>;
  onChangePassphrase: (current: string, next: string) => Promise<SyncOutcome>;
  onGetRecoverySheet: (passphrase: string) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
  /** Requests a revoked permission again. Called inside the user's action. */
  onRequestAccess: () => void;
  onPrint: () => void;
}

/** Whether an article's current state has been uploaded for the user's other devices. */
export type SyncedState = 'there' | 'waiting';

/** The messages for that beside a saved article. */
export const SYNCED_MESSAGES = { there: 'savedSynced', waiting: 'savedNotSynced' } as const;
