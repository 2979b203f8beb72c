import type { RemoteField, RemoteKind } from '../../utils/sync/remote/remote-store.ts';
import type {
  RecoverySheet,
  RemoteContents,
  SyncOutcome,
  SyncPictures,
  SyncSetUp,
} from '../../utils/sync/sync-types.ts';

/** A kind of remote store, with the properties that the form needs. */
export interface RemoteKindView extends Pick<RemoteKind, 'id'> {
  fields: readonly RemoteField[];
  /** False if this browser does not support it. */
  isSupported: boolean;
  /** Whether the user picks a folder instead of entering an address. */
  usesFolderPicker: boolean;
}

/** The result of testing a remote store. */
export interface TestedRemote extends RemoteContents, Pick<SyncSetUp, 'place'> {
  label: string;
}

/** The actions of the setup wizard. */
export interface SetUpActions {
  /** Whether the password would be sent unencrypted to the entered address. */
  isUnencrypted: (kind: string, values: Readonly<Record<string, string>>) => boolean;
  /** Lets the user pick a folder; null if they cancel. */
  onPickFolder: (kind: string) => Promise<Readonly<Record<string, string>> | null>;
  /** Requests the permission and tests the remote store. Must be called in an event handler (user activation). */
  onTest: (kind: string, values: Readonly<Record<string, string>>) => Promise<SyncOutcome<TestedRemote>>;
  onSetUp: (setUp: SyncSetUp) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
}

/** Actions once sync is set up. */
export interface SyncActions {
  /** Reads the state again, if that has failed. */
  onRefresh: () => void;
  onSyncNow: () => void;
  onPause: (paused: boolean) => void;
  onPicturesChange: (pictures: SyncPictures) => void;
  onLeave: () => void;
  onRemoveDevice: (id: string) => Promise<SyncOutcome>;
  onChangePassphrase: (current: string, next: string) => Promise<SyncOutcome>;
  onGetRecoverySheet: (passphrase: string) => Promise<SyncOutcome<{ sheet: RecoverySheet }>>;
  /** Requests a revoked permission again. Must be called in an event handler (user activation). */
  onRequestAccess: () => void;
  onPrint: () => void;
}

/** Whether the current state of an article has been uploaded (`there`) or not yet (`waiting`). */
export type SyncedState = 'there' | 'waiting';

/** The message shown with a saved article, by its sync state. */
export const SYNCED_MESSAGES = { there: 'savedSynced', waiting: 'savedNotSynced' } as const;
