import { expect, it, vi } from 'vitest';
import { oneAtATime } from '../../../entrypoints/background/jobs/run-work.ts';

/** Work whose runs end when the test says so. */
function makeWork() {
  const ends: ((error?: Error) => void)[] = [];
  const work = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push((error) => (error === undefined ? resolve() : reject(error)));
      }),
  );
  const end = async (error?: Error): Promise<void> => {
    ends.shift()?.(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { work, end };
}

it('runs once at a time, and once more for all who asked meanwhile', async () => {
  const { work, end } = makeWork();
  const worker = oneAtATime('work', work);
  worker.wake();
  worker.wake();
  worker.wake();
  expect(work).toHaveBeenCalledTimes(1);
  expect(worker.isRunning()).toBe(true);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  expect(worker.isRunning()).toBe(false);
});

it('goes on after a run that failed', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { work, end } = makeWork();
  const worker = oneAtATime('work', work);
  worker.wake();
  worker.wake();
  await end(new Error('no disk'));
  expect(error).toHaveBeenCalledWith('offprint: work', expect.any(Error));
  expect(work).toHaveBeenCalledTimes(2);
  await end();
  error.mockRestore();
});

it('leaves it to others when the next run is', async () => {
  const { work, end } = makeWork();
  const again = vi.fn();
  const worker = oneAtATime('work', work, again);
  worker.wake();
  worker.wake();
  await end();
  expect(work).toHaveBeenCalledTimes(1);
  expect(again).toHaveBeenCalledTimes(1);
  worker.wake();
  await end();
  expect(again).toHaveBeenCalledTimes(1);
});
