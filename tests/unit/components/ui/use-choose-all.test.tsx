// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { useSelectAll } from '../../../../components/ui/hooks/use-selection.ts';
import { show } from '../render.tsx';

it('chooses all with Ctrl and A on every keyboard', async () => {
  let count = 0;
  function Screen() {
    useSelectAll(
      () => count++,
      () => () => undefined,
    );
    return null;
  }
  await show(<Screen />);
  const press = (key: string, code: string): void => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true }));
  };
  for (const [key, code] of [
    ['a', 'KeyA'],
    ['a', 'KeyQ'],
    ['ф', 'KeyA'],
    ['ش', 'KeyA'],
  ] as const)
    press(key, code);
  expect(count).toBe(4);
  press('q', 'KeyA');
  press('й', 'KeyQ');
  expect(count).toBe(4);
});
