// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { Sheet } from '../../../../../components/ui/Sheet.tsx';
import { show } from '../../render.tsx';

it('takes the scroll bar away, which no backdrop covers, and keeps its width until the window is closed', async () => {
  const root = document.documentElement;
  Object.defineProperty(root, 'clientWidth', { configurable: true, value: window.innerWidth - 15 });
  const screen = await show(
    <Sheet title="About" onClose={() => undefined}>
      {() => <p>Words</p>}
    </Sheet>,
  );
  expect(root.dataset.modal).toBe('');
  expect(root.style.getPropertyValue('--scroll-bar')).toBe('15px');
  await screen.again(<p>The page</p>);
  expect(root.dataset.modal).toBeUndefined();
  expect(root.style.getPropertyValue('--scroll-bar')).toBe('');
});
