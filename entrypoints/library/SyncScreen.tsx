import { useEffect, useState } from 'preact/hooks';
import { SyncPage, type SyncPageProps } from '../../components/sync/SyncPage.tsx';
import { TellsNetworkContext } from '../../components/sync/SyncSetUp.tsx';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { defaultDeviceName } from '../../utils/platform/device-name.ts';
import { tellsNetwork } from '../../utils/platform/metered.ts';
import { isOffByPolicy } from '../../utils/settings/managed.ts';
import type { RemoteConfig } from '../../utils/sync/remote/remote-store.ts';
import type { SyncState } from '../../utils/sync/sync-types.ts';
import { useManaged } from '../shared/use-managed.ts';
import {
  isPlainPlace,
  pickPlace,
  placeViews,
  readPlace,
  regainPlace,
  testChosenPlace,
} from './sync-places.ts';
import { useSyncState } from './use-sync-state.ts';

const complain = (error: unknown): void => console.error('offprint: sync', error);

/** Sync: the background does the work; this page asks the browser for access and shows the progress. */
export function SyncScreen() {
  const { sync, now, ask } = useSyncState();
  const managed = useManaged();
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
  const answer = <T,>(work: Promise<T>): Promise<T> =>
    work.finally(() => {
      ask();
    });
  const actions: Omit<
    SyncPageProps,
    'sync' | 'isSettingUp' | 'now' | 'kinds' | 'deviceName' | 'isOffByPolicy'
  > = {
    isPlain: isPlainPlace,
    onPick: pickPlace,
    onTest: testChosenPlace,
    onSetUp: (setUp) => {
      // The last step stays on screen until the recovery sheet is saved, although sync is on by then.
      setSettingUp(true);
      return answer(sendToBackground('sync/setUp', setUp));
    },
    onDone: () => setSettingUp(false),
    onPrint: () => print(),
    onNow: () => tell(sendToBackground('sync/now', null)),
    onPause: (paused) => tell(sendToBackground('sync/pause', { paused })),
    onPictures: (pictures) => tell(sendToBackground('sync/pictures', { pictures })),
    onLeave: () => tell(sendToBackground('sync/leave', null)),
    onRemoveDevice: (id) => answer(sendToBackground('sync/removeDevice', { id })),
    onChangePassphrase: (from, to) => answer(sendToBackground('sync/changePassphrase', { from, to })),
    onSheet: (passphrase) => sendToBackground('sync/sheet', { passphrase }),
    onRegain: () => {
      if (place !== null) tell(regainPlace(place).then(() => sendToBackground('sync/now', null)));
    },
  };
  // A remote set by an organisation is in the form from the start, or the form would stay empty and locked.
  if (managed === null) return null;
  const shown: SyncState | null = deviceName === null ? null : sync;
  return (
    <TellsNetworkContext.Provider value={tellsNetwork()}>
      <SyncPage
        {...actions}
        sync={shown}
        isSettingUp={isSettingUp}
        now={now}
        kinds={placeViews(managed)}
        isOffByPolicy={isOffByPolicy(managed, 'sync')}
        deviceName={deviceName ?? ''}
      />
    </TellsNetworkContext.Provider>
  );
}
