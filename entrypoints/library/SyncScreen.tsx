import { useEffect, useState } from 'preact/hooks';
import { SyncPage } from '../../components/sync/SyncPage.tsx';
import { CanDetectWifiContext } from '../../components/sync/SyncSetUp.tsx';
import type { RemoteKindView, TestedRemote } from '../../components/sync/sync-view-types.ts';
import { library } from '../../utils/library/db.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { defaultDeviceName } from '../../utils/platform/device-name.ts';
import { reportsConnectionType } from '../../utils/platform/metered.ts';
import { requestAccess } from '../../utils/platform/site-access.ts';
import { readState } from '../../utils/sync/engine/sync-state.ts';
import { REMOTE_KINDS, remoteKindOf } from '../../utils/sync/remote/remote-kinds.ts';
import { type RemoteConfig, RemoteError } from '../../utils/sync/remote/remote-store.ts';
import type { SyncOutcome, SyncState } from '../../utils/sync/sync-types.ts';
import { useSyncState } from './use-sync-state.ts';

const REMOTE_KIND_VIEWS: readonly RemoteKindView[] = REMOTE_KINDS.map((kind) => ({
  id: kind.id,
  fields: kind.fields,
  isSupported: kind.isSupported(),
  usesFolderPicker: kind.pick !== undefined,
}));

type Values = Readonly<Record<string, string>>;

const failure = (code: string): SyncOutcome<TestedRemote> => ({
  ok: false,
  trouble: { from: 'place', code, at: Date.now(), nextTryAt: null },
});

function isUnencryptedRemote(id: string, values: Values): boolean {
  const kind = remoteKindOf({ kind: id });
  try {
    return kind.isUnencrypted(kind.makeConfig(values));
  } catch (error) {
    // The address is incomplete while the user types it.
    if (error instanceof RemoteError) return false;
    throw error;
  }
}

async function pickFolder(id: string): Promise<Values | null> {
  return (await remoteKindOf({ kind: id }).pick?.()) ?? null;
}

/** Asks for access, which must be done before anything is awaited, and lets the background test the remote. */
async function testRemote(id: string, values: Values): Promise<SyncOutcome<TestedRemote>> {
  const kind = remoteKindOf({ kind: id });
  let place: RemoteConfig;
  try {
    place = kind.makeConfig(values);
  } catch (error) {
    if (error instanceof RemoteError) return failure(error.code);
    throw error;
  }
  const address = kind.address(place);
  if (address !== null && !(await requestAccess(address))) return failure('noAccess');
  const outcome = await sendToBackground('sync/look', { place });
  return outcome.ok ? { ok: true, place, label: kind.describe(place), holds: outcome.holds } : outcome;
}

/** The configured remote; null if there is none. */
async function loadRemoteConfig(): Promise<RemoteConfig | null> {
  return (await readState(library, 'config'))?.place ?? null;
}

/** Asks again for access to a remote. Must be called synchronously in a user action. */
async function requestRemoteAccess(place: RemoteConfig): Promise<void> {
  const kind = remoteKindOf(place);
  const address = kind.address(place);
  await (address === null ? kind.requestPermission?.(place) : requestAccess(address));
}

const logError = (error: unknown): void => console.error('offprint: sync', error);

/** The sync page. The background syncs; this page asks for access, because browsers require a user action, and shows the state. */
export function SyncScreen() {
  const { sync, now, failure, refresh, run } = useSyncState();
  const [isSettingUp, setSettingUp] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [deviceName, setDeviceName] = useState<string | null>(null);
  useEffect(() => {
    defaultDeviceName().then(setDeviceName, (error: unknown) => {
      logError(error);
      setDeviceName('Offprint');
    });
  }, []);
  const needsAccess = sync !== null && sync.state !== 'off' && sync.trouble?.code === 'noAccess';
  const [place, setPlace] = useState<RemoteConfig | null>(null);
  useEffect(() => {
    // Loaded before the user clicks, because access must be requested synchronously in the click.
    if (needsAccess) loadRemoteConfig().then(setPlace, logError);
  }, [needsAccess]);
  const runAndRefresh = <T,>(work: Promise<T>): Promise<T> =>
    work.finally(() => {
      refresh().catch(logError);
    });
  const shownState: SyncState | null = deviceName === null ? null : sync;
  return (
    <CanDetectWifiContext.Provider value={reportsConnectionType()}>
      <SyncPage
        isUnencrypted={isUnencryptedRemote}
        onPickFolder={pickFolder}
        onTest={testRemote}
        onSetUp={(setUp) => {
          // The last step stays on screen until the user has saved the recovery sheet, although sync is already on.
          setSettingUp(true);
          return runAndRefresh(sendToBackground('sync/setUp', setUp));
        }}
        onDone={() => setSettingUp(false)}
        onPrint={() => print()}
        onSyncNow={() => void run(sendToBackground('sync/now', null))}
        onPause={(paused) => void run(sendToBackground('sync/pause', { paused }))}
        onPicturesChange={(pictures) => void run(sendToBackground('sync/pictures', { pictures }))}
        onLeave={() => {
          setLeaving(true);
          void run(sendToBackground('sync/leave', null)).then(() => setLeaving(false));
        }}
        onRemoveDevice={(id) => runAndRefresh(sendToBackground('sync/removeDevice', { id }))}
        onChangePassphrase={(from, to) =>
          runAndRefresh(sendToBackground('sync/changePassphrase', { from, to }))
        }
        onGetRecoverySheet={(passphrase) => sendToBackground('sync/sheet', { passphrase })}
        onRequestAccess={() => {
          if (place !== null)
            void run(requestRemoteAccess(place).then(() => sendToBackground('sync/now', null)));
        }}
        onRefresh={() => void run(Promise.resolve(null))}
        sync={shownState}
        failure={failure}
        isLeaving={isLeaving}
        isSettingUp={isSettingUp}
        now={now}
        kinds={REMOTE_KIND_VIEWS}
        deviceName={deviceName ?? ''}
      />
    </CanDetectWifiContext.Provider>
  );
}
