// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Announcer, useAnnouncedCount } from '../../../../components/ui/announcer.tsx';
import { show } from '../render.tsx';

const Search = ({ query }: { query: string }) => {
  useAnnouncedCount(query, '10 articles found');
  return null;
};

it('an announcement does not stay where the screen is read line by line', async () => {
  vi.useFakeTimers();
  const screen = (query: string) => (
    <Announcer>
      <Search query={query} />
    </Announcer>
  );
  const shown = await show(screen('tide'));
  await vi.advanceTimersByTimeAsync(1000);
  await shown.again(screen(''));
  expect(shown.root.textContent).toContain('10 articles found');
  await vi.advanceTimersByTimeAsync(15_000);
  await shown.again(screen(''));
  expect(shown.root.textContent).not.toContain('10 articles found');
  vi.useRealTimers();
});
