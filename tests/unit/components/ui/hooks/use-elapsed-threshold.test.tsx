// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useElapsedThreshold } from '../../../../../components/ui/hooks/use-elapsed-threshold.ts';

const THRESHOLDS_MS = [50, 300];

function Screen({ subject }: { subject: string | null }) {
  return <p>{useElapsedThreshold(subject, THRESHOLDS_MS)}</p>;
}

const show = (subject: string | null) => act(() => render(<Screen subject={subject} />, document.body));
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const shown = (): string | null => document.body.textContent;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

it('returns the last threshold that has been reached', async () => {
  await show('page');
  await pass(49);
  expect(shown()).toBe('0');
  await pass(1);
  expect(shown()).toBe('50');
  await pass(249);
  expect(shown()).toBe('50');
  await pass(1);
  expect(shown()).toBe('300');
  expect(vi.getTimerCount()).toBe(0);
});

it('begins anew with something else, and with the same thing later', async () => {
  await show('page');
  await pass(300);
  await show('quotes');
  expect(shown()).toBe('0');
  await pass(50);
  expect(shown()).toBe('50');
  await show('page');
  expect(shown()).toBe('0');
  await show(null);
  await pass(1000);
  expect(shown()).toBe('0');
});
