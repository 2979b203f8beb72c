// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ImportJob } from '../../../components/transfer/ImportJob.tsx';
import type { ImportProgress } from '../../../components/transfer/transfer-types.ts';
import { JOB_ACTIONS, job as runningJob } from './gallery/transfer-cases.ts';
import { type Shown, show } from './render.tsx';

let job: ImportProgress;
let shown: Shown;

async function see(change: Partial<ImportProgress>, ms = 0): Promise<string> {
  vi.setSystemTime(Date.now() + ms);
  job = { ...job, ...change };
  await shown.again(<ImportJob job={job} textless={0} actions={JOB_ACTIONS} />);
  return shown.text();
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  job = runningJob({ position: 3000, total: 12_000, added: 3000, merged: 0, failed: 0, textsWaiting: 0 });
  shown = await show(<ImportJob job={job} textless={0} actions={JOB_ACTIONS} />);
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells the time left by the pace of now, whatever was done before the page was opened', async () => {
  expect(await see({}, 60_000)).not.toContain('left');
  // A minute passed, another comes: a thousand in each pair.
  expect(await see({ position: 4000 }, 60_000)).toContain('4,000 of 12,000 · about 16 minutes left');
  expect(await see({ position: 11_900 }, 60_000)).toContain('less than a minute left');
});

it('asks before it downloads what a backup did not hold, and names how many sites that asks', async () => {
  const missing = { images: 12, sites: ['a.example', 'b.example'] };
  expect(await see({ format: 'backup', state: 'running', missing })).not.toContain('Download');
  const words = await see({ format: 'backup', state: 'done', missing });
  expect(words).toContain('12 pictures were not in the backup. Downloading contacts 2 sites.');
  expect(words).toContain('Download pictures');
});
