import { useCallback, useEffect, useState } from 'preact/hooks';
import { SyncPage } from '../../components/sync/SyncPage.tsx';
import { CanDetectWifiContext } from '../../components/sync/SyncSetUp.tsx';
import type { RemoteKindView, TestedRemote } from '../../components/sync/sync-view-types.ts';
import { library } from '../../utils/library/db.ts';
import { listen } from '../../utils/messaging/receive.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';

import { defaultDeviceName } from '../../utils/platform/device-name.ts';
import { reportsConnectionType } from '../../utils/platform/metered.ts';
import { requestAccess } from '../../utils/platform/site-access.ts';
import { isDisabledByPolicy, type PolicySettings } from '../../utils/settings/policy.ts';
import { readState } from '../../utils/sync/engine/sync-state.ts';
import { getPolicyFormValues, REMOTE_KINDS, remoteKindOf } from '../../utils/sync/remote/remote-kinds.ts';
import { type RemoteConfig, RemoteError } from '../../utils/sync/remote/remote-store.ts';
import { WEB_DAV } from '../../utils/sync/remote/web-dav.ts';
import type { SyncOutcome, SyncState } from '../../utils/sync/sync-types.ts';
import { usePolicy } from '../shared/use-policy.ts';

const REMOTE_KIND_VIEWS: readonly RemoteKindView[] = REMOTE_KINDS.map((kind) => ({
  id: kind.id,
  fields: kind.fields,
  isSupported: kind.isSupported(),
  usesFolderPicker: kind.pick !== undefined,
}));

// Set up in the page, because browsers ask for access only in a user action.

/** The kinds of remotes the user can choose from, with values that an organisation has set. */
function getRemoteKindViews(managed: PolicySettings): readonly RemoteKindView[] {
  const values: Readonly<Record<string, string>> | null = getPolicyFormValues(managed);
  if (values === null) return REMOTE_KIND_VIEWS;
  return REMOTE_KIND_VIEWS.filter(({ id }) => id === WEB_DAV.id).map((view) => ({
    ...view,
    fields: view.fields.map((field) => {
      const initial = values[field.name];
      return initial === undefined ? field : { ...field, initial, isManaged: true };
    }),
  }));
}

type Values = Readonly<Record<string, string>>;

const refuse = (code: string): SyncOutcome<TestedRemote> => ({
  ok: false,
  trouble: { from: 'place', code, at: Date.now(), nextTryAt: null },
});

function isPlainPlace(id: string, values: Values): boolean {
  const kind = remoteKindOf({ kind: id });
  try {
    return kind.isUnencrypted(kind.makeConfig(values));
  } catch (error) {
    // An incomplete address while it is typed.
    if (error instanceof RemoteError) return false;
    throw error;
  }
}

async function pickPlace(id: string): Promise<Values | null> {
  return (await remoteKindOf({ kind: id }).pick?.()) ?? null;
}

/** Asks for access, which must come before any wait, and has the background test the remote. */
async function testChosenPlace(id: string, values: Values): Promise<SyncOutcome<TestedRemote>> {
  const kind = remoteKindOf({ kind: id });
  let place: RemoteConfig;
  try {
    place = kind.makeConfig(values);
  } catch (error) {
    if (error instanceof RemoteError) return refuse(error.code);
    throw error;
  }
  const address = kind.address(place);
  if (address !== null && !(await requestAccess(address))) return refuse('noAccess');
  const outcome = await sendToBackground('sync/look', { place });
  return outcome.ok ? { ok: true, place, label: kind.describe(place), holds: outcome.holds } : outcome;
}

/** The configured remote; null if there is none. */
async function readPlace(): Promise<RemoteConfig | null> {
  return (await readState(library, 'config'))?.place ?? null;
}

/** Asks again for access to a remote. Call it synchronously in a user action. */
async function regainPlace(place: RemoteConfig): Promise<void> {
  const kind = remoteKindOf(place);
  const address = kind.address(place);
  await (address === null ? kind.requestPermission?.(place) : requestAccess(address));
}

/** Interval at which relative times such as “4 minutes ago” are updated. */
const TICK_MS = 30_000;

/** The state of sync, kept up to date by the background's events. */
function useSyncState(): { sync: SyncState | null; now: number; ask: () => void } {
  const [sync, setSync] = useState<SyncState | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const ask = useCallback(() => {
    sendToBackground('sync/state', null).then(
      (state) => {
        setSync(state);
        setNow(Date.now());
      },
      (error: unknown) => console.error('offprint: sync not asked', error),
    );
  }, []);
  useEffect(() => {
    const life = new AbortController();
    listen('sync/changed', ask, life.signal);
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    ask();
    return () => {
      clearInterval(timer);
      life.abort();
    };
  }, [ask]);
  return { sync, now, ask };
}

const complain = (error: unknown): void => console.error('offprint: sync', error);

/** Sync: the background does the work; this page asks the browser for access and shows the progress. */
export function SyncScreen() {
  const { sync, now, ask } = useSyncState();
  const managed = usePolicy();
  const [isSettingUp, setSettingUp] = useState(false);
  const [deviceName, setDeviceName] = useState<string | null>(null);
  useEffect(() => {
    defaultDeviceName().then(setDeviceName, (error: unknown) => {
      complain(error);
      setDeviceName('Offprint');
    });
  }, []);
  const isShut = sync !== null && sync.state !== 'off' && sync.trouble?.code === 'noAccess';
  const [place, setPlace] = useState<RemoteConfig | null>(null);
  useEffect(() => {
    // Loaded before the user clicks, because access must be requested synchronously in the click.
    if (isShut) readPlace().then(setPlace, complain);
  }, [isShut]);
  const tell = (work: Promise<unknown>): void => {
    work.then(ask, complain);
  };
  const answer = <T,>(work: Promise<T>): Promise<T> => work.finally(ask);
  // A remote set by an organisation is in the form from the start, or the form would stay empty and locked.
  if (managed === null) return null;
  const shown: SyncState | null = deviceName === null ? null : sync;
  return (
    <CanDetectWifiContext.Provider value={reportsConnectionType()}>
      <SyncPage
        isUnencrypted={isPlainPlace}
        onPickFolder={pickPlace}
        onTest={testChosenPlace}
        onSetUp={(setUp) => {
          // The last step stays on screen until the recovery sheet is saved, although sync is on by then.
          setSettingUp(true);
          return answer(sendToBackground('sync/setUp', setUp));
        }}
        onDone={() => setSettingUp(false)}
        onPrint={() => print()}
        onSyncNow={() => tell(sendToBackground('sync/now', null))}
        onPause={(paused) => tell(sendToBackground('sync/pause', { paused }))}
        onPicturesChange={(pictures) => tell(sendToBackground('sync/pictures', { pictures }))}
        onLeave={() => tell(sendToBackground('sync/leave', null))}
        onRemoveDevice={(id) => answer(sendToBackground('sync/removeDevice', { id }))}
        onChangePassphrase={(from, to) => answer(sendToBackground('sync/changePassphrase', { from, to }))}
        onGetRecoverySheet={(passphrase) => sendToBackground('sync/sheet', { passphrase })}
        onRequestAccess={() => {
          if (place !== null) tell(regainPlace(place).then(() => sendToBackground('sync/now', null)));
        }}
        sync={shown}
        isSettingUp={isSettingUp}
        now={now}
        kinds={getRemoteKindViews(managed)}
        isDisabledByPolicy={isDisabledByPolicy(managed, 'sync')}
        deviceName={deviceName ?? ''}
      />
    </CanDetectWifiContext.Provider>
  );
}
