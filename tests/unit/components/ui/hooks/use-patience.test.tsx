// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useReadyOrTimeout } from '../../../../../components/ui/hooks/use-patience.ts';

function Screen({ isReady }: { isReady: boolean }) {
  return useReadyOrTimeout(isReady, 300) ? <p>Here</p> : null;
}

const show = (isReady: boolean) => act(() => render(<Screen isReady={isReady} />, document.body));
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

it('shows a screen as soon as all of it is there, and goes on showing it', async () => {
  await show(false);
  expect(document.body.textContent).toBe('');
  await show(true);
  expect(document.body.textContent).toBe('Here');
  await show(false);
  expect(document.body.textContent).toBe('Here');
});

it('shows it without what does not come', async () => {
  await show(false);
  await pass(299);
  expect(document.body.textContent).toBe('');
  await pass(1);
  expect(document.body.textContent).toBe('Here');
});
