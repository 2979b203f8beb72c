// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import {
  type ConfiguredSyncState,
  SyncPage,
  type SyncPageProps,
} from '../../../components/sync/SyncPage.tsx';
import { CanDetectWifiContext } from '../../../components/sync/SyncSetUp.tsx';
import words from '../../../locales/en.json';
import { REMOTE_KINDS } from '../../../utils/sync/remote/remote-kinds.ts';
import type { RemoteErrorCode } from '../../../utils/sync/remote/remote-store.ts';
import type { SyncErrorCode, SyncFailure } from '../../../utils/sync/sync-types.ts';
import { eventually } from '../eventually.ts';
import { SHEET, SYNC_ON, SYNC_PROPS } from './gallery/sync-cases.tsx';
import { type Shown, show } from './render.tsx';

/** The compiler says so where there is no sentence for something that can go wrong. */
words satisfies Record<`placeError_${RemoteErrorCode}` | `syncError_${SyncErrorCode}`, unknown>;

const trouble = (from: SyncFailure['from'], code: string, nextTryAt: number | null = null): SyncFailure => ({
  from,
  code,
  at: 0,
  nextTryAt,
});
const open = (changes: Partial<SyncPageProps> = {}): Promise<Shown> =>
  show(<SyncPage {...SYNC_PROPS} {...changes} />);
const openOn = (
  changes: Partial<ConfiguredSyncState>,
  actions: Partial<SyncPageProps> = {},
): Promise<Shown> => open({ ...actions, sync: { ...SYNC_ON, ...changes } });

async function fillPlace(screen: Shown, address = 'https://cloud.example/dav'): Promise<void> {
  await screen.type(/^Address/, address);
  await screen.type(/^User name/, 'ada');
  await screen.type(/^App password/, 'a password');
  await screen.click(/^Test connection/);
}

const tested = (holds: 'library' | 'nothing' | 'other') =>
  vi.fn<SyncPageProps['onTest']>(async () => ({
    ok: true,
    place: { kind: 'webDav', address: 'https://cloud.example/dav/' },
    label: 'cloud.example/dav/Offprint',
    holds,
  }));

it('sets sync up in three steps: the place, a passphrase typed twice, the sheet', async () => {
  const onTest = tested('nothing');
  const onSetUp = vi.fn<SyncPageProps['onSetUp']>(async () => ({ ok: true, sheet: SHEET }));
  const onDone = vi.fn();
  const screen = await open({ onTest, onSetUp, onDone, isSettingUp: true });
  expect(screen.text()).toContain('Step 1 of 3');
  await fillPlace(screen);
  expect(onTest).toHaveBeenCalledWith('webDav', {
    address: 'https://cloud.example/dav',
    folder: 'Offprint',
    user: 'ada',
    password: 'a password',
  });

  expect(screen.text()).toContain('Step 2 of 3');
  await screen.type(/^New passphrase/, 'short');
  await screen.type(/^Repeat passphrase/, 'short');
  await screen.click(/^Start syncing/);
  expect(screen.text()).toContain('too short');
  await screen.type(/^New passphrase/, 'lamp river ochre nine');
  await screen.type(/^Repeat passphrase/, 'lamp river ochre ten');
  await screen.click(/^Start syncing/);
  expect(screen.text()).toContain('do not match');
  expect(onSetUp).not.toHaveBeenCalled();
  await screen.type(/^Repeat passphrase/, 'lamp river ochre nine');
  await screen.type(/^Name of this/, 'Study');
  await screen.click(/^Start syncing/);
  expect(onSetUp).toHaveBeenCalledWith({
    how: 'begin',
    place: { kind: 'webDav', address: 'https://cloud.example/dav/' },
    placeLabel: 'cloud.example/dav/Offprint',
    passphrase: 'lamp river ochre nine',
    deviceName: 'Study',
    pictures: 'all',
  });

  expect(screen.text()).toContain('Step 3 of 3');
  expect(screen.text()).toContain(SHEET.identity);
  expect(onDone).not.toHaveBeenCalled();
  await screen.click(/^I’ve stored it safely/);
  expect(onDone).toHaveBeenCalledOnce();
});

it('asks for the passphrase once where there is a library, and says when it is the wrong one', async () => {
  const onSetUp = vi.fn<SyncPageProps['onSetUp']>(async () => ({
    ok: false,
    trouble: trouble('sync', 'wrongPassphrase'),
  }));
  const screen = await open({ onTest: tested('library'), onSetUp });
  await fillPlace(screen);
  expect(screen.has(/^Repeat passphrase/)).toBe(false);
  await screen.type(/^Passphrase/, 'x');
  await screen.click(/^Join/);
  expect(onSetUp).toHaveBeenCalledWith(expect.objectContaining({ how: 'join', passphrase: 'x' }));
  expect(screen.text()).toContain('neither the passphrase');
  expect(screen.text()).toContain('Step 2 of 3');
});

it('does not go on with a folder of something else', async () => {
  const screen = await open({ onTest: tested('other') });
  await fillPlace(screen);
  expect(screen.text()).toContain('contains something else');
  expect(screen.text()).toContain('Step 1 of 3');
});

it('warns of a password in the clear, before it is sent', async () => {
  const screen = await open();
  expect(screen.text()).not.toContain('anyone on your network');
  await screen.type(/^Address/, 'http://nas.local/dav');
  expect(screen.text()).toContain('anyone on your network can read the password');
});

it.each([
  ['signIn', 'app password'],
  ['full', 'Free up space there'],
  ['unreachable', 'certificate'],
  ['needsHttps', 'https://'],
  ['notWebDav', 'not a WebDAV server'],
  ['a code of a later version', 'Nothing was lost'],
])('says what to do where a place says %s', async (code, words) => {
  const screen = await openOn({ trouble: trouble('place', code) });
  expect(screen.text()).toContain(words);
});

it('asks whether to remove a device that was not seen for 60 days, and no other', async () => {
  const seen = (days: number) => [
    { id: 'a2', name: 'Tablet', isThis: false, seenAt: SYNC_PROPS.now - days * 86_400_000 },
  ];
  expect((await openOn({ devices: seen(59) })).text()).not.toContain('remove it');
  expect((await openOn({ devices: seen(61) })).text()).toContain('If you no longer use it, remove it');
});

it('says that files of another device are missing, and what helps', async () =>
  expect((await openOn({ missing: 1 })).text()).toContain('Open Offprint on your other devices'));

it('says since when a file can’t be read once that has lasted for a day, and what helps', async () => {
  const since = (hours: number) => ({ unreadable: 1, unreadableSince: SYNC_PROPS.now - hours * 3_600_000 });
  expect((await openOn(since(23))).text()).not.toContain('This has been happening since');
  expect((await openOn(since(25))).text()).toContain('Open Offprint on your other devices');
});

it('says when it tries again, and asks for access where that was taken back', async () => {
  const onRequestAccess = vi.fn();
  const later = await openOn({ trouble: trouble('place', 'busy', SYNC_PROPS.now + 60_000) });
  expect(later.text()).toContain('Next try at');
  expect(later.has(/^Allow access/)).toBe(false);
  const screen = await openOn({ trouble: trouble('place', 'noAccess') }, { onRequestAccess });
  await screen.click(/^Allow access/);
  expect(onRequestAccess).toHaveBeenCalledOnce();
});

it('shows how far the first sync is, and what waits', async () => {
  const screen = await openOn({
    syncedAt: null,
    waiting: 1204,
    progress: { step: 'writing', done: 310, total: 1204 },
  });
  expect(screen.text()).toContain('310 of 1,204');
  expect(screen.text()).toContain('1,204 changes are waiting');
  expect(screen.root.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('26');
});

it('offers to wait for Wi-Fi only where the browser tells what network it is on', async () => {
  const page = (tells: boolean) => (
    <CanDetectWifiContext.Provider value={tells}>
      <SyncPage {...SYNC_PROPS} sync={{ ...SYNC_ON, pictures: 'wifi' }} />
    </CanDetectWifiContext.Provider>
  );
  const chosen = (screen: Shown) =>
    screen.root.querySelector<HTMLInputElement>('.sync-pictures input:checked')?.value;
  const screen = await show(page(true));
  expect(chosen(screen)).toBe('wifi');
  await screen.again(page(false));
  expect(screen.text()).not.toContain('On Wi-Fi');
  expect(chosen(screen)).toBe('none');
});

it('pauses and goes on', async () => {
  const onPause = vi.fn();
  await (await openOn({}, { onPause })).click(/^Pause/);
  const paused = await openOn({ state: 'paused' }, { onPause });
  expect(paused.has(/^Sync now/)).toBe(false);
  await paused.click(/^Resume/);
  expect(onPause.mock.calls).toEqual([[true], [false]]);
});

it('removes a device only after asking, and never this one', async () => {
  const onRemoveDevice = vi.fn<SyncPageProps['onRemoveDevice']>(async () => ({ ok: true }));
  const screen = await openOn({}, { onRemoveDevice });
  expect(screen.has(/^Remove Firefox on Linux/)).toBe(false);
  await screen.click(/^Remove Kitchen tablet/);
  expect(onRemoveDevice).not.toHaveBeenCalled();
  expect(screen.text()).toContain('If it was stolen');
  await screen.click(/^Remove device$/);
  expect(onRemoveDevice).toHaveBeenCalledWith('00000000000000a2');
});

it('stops syncing only after saying that the library stays', async () => {
  const onLeave = vi.fn();
  const screen = await openOn({}, { onLeave });
  await screen.click(/^Stop syncing$/);
  expect(onLeave).not.toHaveBeenCalled();
  const sheet = screen.root.querySelector('dialog');
  expect(sheet?.textContent).toContain('keeps its library');
  sheet?.querySelector<HTMLButtonElement>('.sync-danger')?.click();
  expect(onLeave).toHaveBeenCalledOnce();
});

it('changes the passphrase with the old one', async () => {
  const onChangePassphrase = vi.fn<SyncPageProps['onChangePassphrase']>(async () => ({ ok: true }));
  const screen = await openOn({}, { onChangePassphrase });
  await screen.click(/^Change passphrase/);
  await screen.type(/^Passphrase or recovery key$/, 'the old one');
  await screen.type(/^New passphrase/, 'lamp river ochre nine');
  await screen.type(/^Repeat passphrase/, 'lamp river ochre nine');
  screen.root.querySelector<HTMLFormElement>('dialog form')?.requestSubmit();
  await eventually(() =>
    expect(onChangePassphrase).toHaveBeenCalledWith('the old one', 'lamp river ochre nine'),
  );
});

it('has a form for every kind of place there is', async () => {
  const kinds = REMOTE_KINDS.map(({ id, fields, pick }) => ({
    id,
    fields,
    isSupported: true,
    usesFolderPicker: pick !== undefined,
  }));
  const screen = await open({ kinds });
  for (const { fields } of kinds)
    for (const { name } of fields) expect(screen.text()).not.toContain(`${name} ${name}`);
  expect(screen.root.querySelectorAll('input[type=radio]')).toHaveLength(kinds.length);
  expect(screen.root.querySelectorAll('.sync-kind__name:empty')).toHaveLength(0);
  // Every field has words, and not its own name for one.
  const labels = [...screen.root.querySelectorAll('.sync-field > label')].map((label) => label.textContent);
  expect(labels).toEqual(['Address', 'Folder on the server', 'User name', 'App password']);
});
