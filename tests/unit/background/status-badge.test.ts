import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What the toolbar button says; `slow` holds answers back until they are let go. */
const world = vi.hoisted(() => ({
  badge: '',
  title: '',
  toast: Promise.resolve(),
  saved: Promise.resolve<object | null>({}),
  tab: Promise.resolve({ url: 'https://harbourcourier.example/' }),
}));

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    action: {
      setBadgeBackgroundColor: async () => undefined,
      setBadgeText: async ({ text }: { text: string }) => {
        world.badge = text;
      },
      setTitle: async ({ title }: { title: string }) => {
        world.title = title;
      },
      getTitle: async () => 'Offprint',
    },
    tabs: { get: () => world.tab },
  },
}));
vi.mock('../../../utils/platform/strings.ts', () => ({ readMessage: () => 'Saving' }));
vi.mock('../../../utils/library/articles/articles.ts', () => ({ findSaved: () => world.saved }));
vi.mock('../../../entrypoints/background/toast.ts', () => ({
  isToolbarButtonVisible: async () => true,
  showToast: () => world.toast,
}));

import { clearStatus, showSaving, showStatus } from '../../../entrypoints/background/status-badge.ts';

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(world, {
    toast: Promise.resolve(),
    saved: Promise.resolve({}),
    tab: Promise.resolve({ url: 'https://harbourcourier.example/' }),
  });
});
afterEach(() => vi.useRealTimers());

it('says how a save went for eight seconds, and then what is known of the page', async () => {
  await showStatus(1, { badge: '+1', title: 'Saved: The weir' });
  await vi.advanceTimersByTimeAsync(7900);
  expect(world).toMatchObject({ badge: '+1', title: 'Saved: The weir' });
  await vi.advanceTimersByTimeAsync(200);
  expect(world).toMatchObject({ badge: '✓', title: 'Offprint' });
});

it('lets a later word stand its whole time, also where the one before was still being put into the page', async () => {
  const toast = Promise.withResolvers<void>();
  world.toast = toast.promise;
  const first = showStatus(2, { badge: '!', title: 'Not saved', isBad: true });
  await vi.advanceTimersByTimeAsync(3000);
  world.toast = Promise.resolve();
  await showStatus(2, { badge: '+2', title: 'Saved: 2' });
  toast.resolve();
  await first;
  await vi.advanceTimersByTimeAsync(7000);
  await showStatus(2, { badge: '+3', title: 'Saved: 3' });
  await vi.advanceTimersByTimeAsync(7900);
  expect(world).toMatchObject({ badge: '+3', title: 'Saved: 3' });
});

it('does not wipe out what was said while the word before was being taken away', async () => {
  await showStatus(3, { badge: '✓', title: 'Saved: The weir' });
  const tab = Promise.withResolvers<{ url: string }>();
  world.tab = tab.promise;
  const clearing = clearStatus(3);
  await showSaving(3);
  tab.resolve({ url: 'https://harbourcourier.example/' });
  await clearing;
  expect(world).toMatchObject({ badge: '…', title: 'Saving' });

  world.tab = Promise.resolve({ url: 'https://harbourcourier.example/' });
  const saved = Promise.withResolvers<object | null>();
  world.saved = saved.promise;
  const again = clearStatus(3);
  await vi.advanceTimersByTimeAsync(10);
  await showStatus(3, { badge: '+1', title: 'Saved: The lock' });
  saved.resolve({});
  await again;
  expect(world).toMatchObject({ badge: '+1', title: 'Saved: The lock' });
});
