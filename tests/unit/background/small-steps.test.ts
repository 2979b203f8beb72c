import { expect, it } from 'vitest';
import { takeSmallSteps } from '../../../entrypoints/background/jobs/small-steps.ts';

const PACE = { stint: 10_000, restShare: 9, rest: 100 };

/** A clock of its own, and steps that take so long each (ms). */
function makeSteps(took: number, steps = Number.POSITIVE_INFINITY) {
  let clock = 0;
  let worked = 0;
  let done = 0;
  return {
    options: {
      ...PACE,
      now: () => clock,
      sleep: async (ms: number) => {
        clock += ms;
      },
      isBusy: async () => false,
      step: async () => {
        clock += took;
        worked += took;
        done += 1;
        return done < steps;
      },
    },
    seen: () => ({ worked, done, clock }),
  };
}

it('works a tenth of the time, and ends when the stint is over', async () => {
  const { options, seen } = makeSteps(50);
  expect(await takeSmallSteps(options)).toBe(true);
  const { worked, clock } = seen();
  expect(worked / clock).toBeLessThanOrEqual(0.1);
  expect(clock).toBeLessThan(11_000);
});

it('rests after quick steps, too', async () => {
  const { options, seen } = makeSteps(0);
  await takeSmallSteps(options);
  expect(seen().done).toBe(100);
});

it('ends when all is done', async () => {
  const { options, seen } = makeSteps(50, 3);
  expect(await takeSmallSteps(options)).toBe(false);
  expect(seen().done).toBe(3);
});

it('begins no step while somebody else is at work', async () => {
  const { options, seen } = makeSteps(50);
  const isBusy = async () => seen().done === 2;
  expect(await takeSmallSteps({ ...options, isBusy })).toBe(true);
  expect(seen().done).toBe(2);
});
