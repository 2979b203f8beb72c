// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { BackupNotice } from '../../../components/library/LibraryNotices.tsx';
import { DailyBackup } from '../../../components/transfer/DailyBackup.tsx';
import { DAILY, dailyProps } from './gallery/transfer-cases.ts';
import { show } from './render.tsx';

it('offers to choose a folder, or says that this browser gives out none', async () => {
  const onChoose = vi.fn();
  const screen = await show(<DailyBackup {...dailyProps({ onChoose })} />);
  await screen.click(/^Choose a folder/);
  expect(onChoose).toHaveBeenCalledOnce();
  const none = await show(<DailyBackup {...dailyProps({ isOffered: false })} />);
  expect(none.text()).toContain('does not let extensions write to a folder');
  expect(none.root.querySelector('button')).toBeNull();
});

it.each([
  ['noAccess', 'no longer lets Offprint write to this folder'],
  ['notFound', 'The folder no longer exists'],
  ['full', 'There is no space left'],
  ['failed', 'could not be written'],
  ['shrunken', 'far fewer articles than an earlier one'],
] as const)('says what is wrong (%s) and what to do, there and in the library', async (trouble, words) => {
  const screen = await show(<DailyBackup {...dailyProps({ daily: { ...DAILY, trouble } })} />);
  expect(screen.root.querySelector('[role="alert"]')?.textContent).toContain(words);
  const notice = await show(<BackupNotice problem={trouble} href="transfer.html#backup" />);
  expect(notice.text()).toContain(words);
  expect(notice.root.querySelector('a')?.getAttribute('href')).toBe('transfer.html#backup');
});

it('asks for access again where the browser has taken it back', async () => {
  const onRegain = vi.fn();
  const screen = await show(
    <DailyBackup {...dailyProps({ daily: { ...DAILY, trouble: 'noAccess' }, onRegain })} />,
  );
  await screen.click(/^Allow access again$/);
  expect(onRegain).toHaveBeenCalledOnce();
});

it('asks whether it is right that there is so much less, with both numbers', async () => {
  const onConfirm = vi.fn();
  const screen = await show(
    <DailyBackup {...dailyProps({ daily: { ...DAILY, trouble: 'shrunken' }, onConfirm })} />,
  );
  expect(screen.text()).toContain('Articles now: 3; before: 2,000.');
  await screen.click(/^This is right/);
  expect(onConfirm).toHaveBeenCalledOnce();
});
