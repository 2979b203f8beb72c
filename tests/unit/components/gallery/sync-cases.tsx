/** Sync: its three steps, and how it stands once it is set up. */
import type { JSX } from 'preact';
import {
  type ConfiguredSyncState,
  SyncPage,
  type SyncPageProps,
} from '../../../../components/sync/SyncPage.tsx';
import { PassphraseForm, RecoverySheetView } from '../../../../components/sync/SyncSetUp.tsx';
import type { RecoverySheet, RemoteContents, SyncFailure } from '../../../../utils/sync/sync-types.ts';
import { framed } from './framed.tsx';
import { idle, nothing } from './idle.ts';

const PLACE = { screen: 'sync' } as const;
const NOW = Date.UTC(2026, 10, 14, 12);
const TROUBLE: SyncFailure = { from: 'place', code: 'full', at: NOW, nextTryAt: NOW + 900_000 };
const failed = async () => ({ ok: false, trouble: TROUBLE }) as const;

export const SHEET: RecoverySheet = {
  identity: 'AGE-SECRET-KEY-1QQPQYNVENTEDINVENTEDINVENTEDINVENTEDINVENTEDINVENTEDXYZ9',
  begunAt: NOW,
};

export const SYNC_ON: ConfiguredSyncState = {
  state: 'on',
  place: { kind: 'webDav', label: 'cloud.example/Offprint' },
  pictures: 'all',
  syncedAt: NOW - 240_000,
  waiting: 0,
  progress: null,
  trouble: null,
  unreadable: 0,
  missing: 0,
  unreadableSince: null,
  devices: [
    { id: '00000000000000a1', name: 'Firefox on Linux', isThis: true, seenAt: NOW },
    { id: '00000000000000a2', name: 'Kitchen tablet', isThis: false, seenAt: NOW - 7_200_000 },
    { id: '00000000000000a3', name: 'هاتف ليلى', isThis: false, seenAt: Date.UTC(2026, 2, 1) },
    {
      id: '00000000000000a4',
      name: 'A laptop with a name that its owner thought about for long',
      isThis: false,
      seenAt: null,
    },
  ],
};

export const SYNC_PROPS: SyncPageProps = {
  sync: { state: 'off' },
  failure: null,
  isLeaving: false,
  isSettingUp: false,
  now: NOW,
  deviceName: 'Firefox on Linux',
  kinds: [
    {
      id: 'webDav',
      fields: [
        { name: 'address', type: 'url' },
        { name: 'folder', type: 'text', isOptional: true, initial: 'Offprint' },
        { name: 'user', type: 'text' },
        { name: 'password', type: 'password' },
      ],
      isSupported: true,
      usesFolderPicker: false,
    },
    { id: 'folder', fields: [], isSupported: false, usesFolderPicker: true },
  ],
  isUnencrypted: (_, values) => values.address?.startsWith('http:') === true,
  onPickFolder: async () => null,
  onTest: failed,
  onSetUp: failed,
  ...idle('onDone onPrint onSyncNow onPause onPicturesChange onLeave onRefresh'),
  onRemoveDevice: failed,
  onChangePassphrase: failed,
  onGetRecoverySheet: failed,
  onRequestAccess: nothing,
};

const page = (changes: Partial<SyncPageProps> = {}) =>
  framed(<SyncPage {...SYNC_PROPS} {...changes} />, PLACE);
const on = (changes: Partial<ConfiguredSyncState>) => page({ sync: { ...SYNC_ON, ...changes } });
const passphrase = (holds: RemoteContents['holds']) =>
  framed(
    <div class="sync">
      <PassphraseForm
        tested={{ place: { kind: 'webDav' }, label: 'cloud.example/Offprint', holds }}
        deviceName="Firefox on Linux"
        onSetUp={failed}
        onDone={nothing}
        onBack={nothing}
      />
    </div>,
    PLACE,
  );

export const SYNC_CASES: Record<string, () => JSX.Element> = {
  place: page(),
  placeInChromium: page({ kinds: SYNC_PROPS.kinds.map((kind) => ({ ...kind, isSupported: true })) }),
  begin: passphrase('nothing'),
  join: passphrase('library'),
  sheet: framed(<RecoverySheetView sheet={SHEET} place="cloud.example/Offprint" />, PLACE),
  upToDate: on({}),
  first: on({
    syncedAt: null,
    waiting: 1204,
    progress: { step: 'writing', done: 310, total: 1204 },
    devices: SYNC_ON.devices.slice(0, 1),
  }),
  trouble: on({ waiting: 12, trouble: TROUBLE, unreadable: 1, unreadableSince: NOW - 3 * 86_400_000 }),
  noAccess: on({ waiting: 3, trouble: { ...TROUBLE, code: 'noAccess', nextTryAt: null } }),
  paused: on({ state: 'paused', waiting: 3 }),
  leaving: page({ sync: SYNC_ON, isLeaving: true }),
  notLeft: page({ sync: SYNC_ON, failure: { ...TROUBLE, from: 'sync', code: 'diskFull' } }),
  unread: page({ sync: null, failure: { ...TROUBLE, from: 'sync', code: 'failed' } }),
};
