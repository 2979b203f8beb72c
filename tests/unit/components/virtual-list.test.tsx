// @vitest-environment jsdom
import { createRef } from 'preact';
import { expect, it } from 'vitest';
import { VirtualList } from '../../../components/ui/VirtualList.tsx';
import { show } from './render.tsx';

it('draws what is near the window, and leaves room for all the rest', async () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `row ${i}`);
  const list = createRef<HTMLOListElement>();
  await show(
    <VirtualList
      ids={ids}
      label="Rows"
      class="items"
      estimatedHeight={148}
      list={list}
      onRange={() => undefined}
      renderRow={(id) => (
        <li key={id} data-id={id}>
          {id}
        </li>
      )}
    />,
  );
  const drawn = list.current?.children.length ?? 0;
  expect(drawn).toBeGreaterThan(5);
  expect(drawn).toBeLessThan(60);
  const room = Number.parseFloat(list.current?.style.paddingBottom ?? '');
  expect(Math.abs(room - (10_000 - drawn) * 148)).toBeLessThan(10);
});
