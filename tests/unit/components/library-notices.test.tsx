// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import {
  LossNotice,
  type LossNoticeProps,
  UnreadableNotice,
} from '../../../components/library/LibraryNotices.tsx';
import { StoragePage } from '../../../components/library/StoragePage.tsx';
import { idle } from './gallery/idle.ts';
import { FACTS } from './gallery/shelf-cases.tsx';
import { show } from './render.tsx';

const lost = { articles: 312, at: Date.UTC(2026, 10, 14) };

function loss(changes: Partial<LossNoticeProps>): LossNoticeProps {
  return { lost: null, restored: null, onRestore: vi.fn(), onDismiss: vi.fn(), ...changes };
}

it('offers a backup only for what did not come back', async () => {
  const all = await show(
    <LossNotice {...loss({ lost, restored: { done: 312, total: 312, isOver: true } })} />,
  );
  expect(all.text()).toContain('restored 312 articles');
  expect(all.text()).not.toContain('backup');
  const fewer = await show(
    <LossNotice {...loss({ lost, restored: { done: 300, total: 300, isOver: true } })} />,
  );
  expect(fewer.text()).toContain('there were 312 articles');
  const props = loss({ lost });
  const nothing = await show(<LossNotice {...props} />);
  await nothing.click(/^Restore a backup$/);
  expect(props.onRestore).toHaveBeenCalledOnce();
});

it('deletes nothing that can’t be read before the user says so', async () => {
  const onMakeAnew = vi.fn(async () => undefined);
  const notice = await show(
    <UnreadableNotice onTryAgain={vi.fn()} onRestore={vi.fn()} onRebuild={onMakeAnew} />,
  );
  expect(onMakeAnew).not.toHaveBeenCalled();
  await notice.click(/^Rebuild/);
  expect(onMakeAnew).toHaveBeenCalledOnce();
});

it('says on the storage page what the background is at: the second copy, and articles read again', async () => {
  const facts = { ...FACTS, log: { ...FACTS.log, bytes: 2e6 } };
  const props = {
    ...idle('onPersist onDropVersions onShowOldArchived onDeleteForGood'),
  };
  const fine = await show(<StoragePage countProgress={null} facts={facts} {...props} />);
  expect(fine.text()).toContain('2 MB of at most 1 GB · up to date');
  const full = await show(
    <StoragePage
      countProgress={null}
      facts={{ ...facts, log: { ...facts.log, behind: true, trouble: 'full' } }}
      {...props}
    />,
  );
  expect(full.text()).toContain('there was no space');
  expect(full.text()).not.toContain('up to date');
  expect(full.text()).not.toContain('Updating quotes');
  const reread = await show(
    <StoragePage countProgress={null} facts={facts} rereadProgress={{ done: 120, total: 1900 }} {...props} />,
  );
  expect(reread.text()).toContain('Updating quotes in saved articles: 120 of 1,900');
});
