import { writeFileSync } from 'node:fs';
import { Session } from '../e2e/harness/session.ts';
import { COURIER } from '../fixtures/sites.ts';
import { quantile, round } from './statistics.ts';

const STORY = `${COURIER}/harbour/breakwater-vote`;
/** The scripts of ours that stay on an article's page. */
const OURS = /\/(?:gate|assistant|site)\.js$/;
/** From the start of the page: reading, clearing and what comes in most pages late. */
const START_MS = 13_000;

/** Changes the page a hundred times a second: a line comes, an old one goes, a class and a style change. */
function neverRest(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const feed = document.createElement('section');
    feed.innerHTML = '<h2>Ships today</h2><ul></ul>';
    document.body.append(feed);
    const list = feed.querySelector('ul') as HTMLElement;
    let change = 0;
    setInterval(() => {
      change += 1;
      const line = document.createElement('li');
      line.textContent = `Boat ${change} is in at berth ${change % 12}`;
      list.append(line);
      if (list.childElementCount > 40) list.firstElementChild?.remove();
      feed.className = change % 2 === 0 ? 'feed' : 'feed feed--new';
      feed.style.opacity = change % 2 === 0 ? '1' : '0.99';
    }, 10);
  });
}

interface TraceEvent {
  name: string;
  pid: number;
  id?: string;
  args: { data?: ProfileData };
}
interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { url?: string };
}
interface ProfileData {
  startTime?: number;
  cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
  timeDeltas?: number[];
}

/** When our scripts worked, by the samples of the profiler: starts and lengths in microseconds. */
function readWork(events: readonly TraceEvent[]): { at: number; us: number }[] {
  const work: { at: number; us: number }[] = [];
  const profiles = new Map<string, { at: number; ours: Map<number, boolean> }>();
  for (const { name, pid, id, args } of events) {
    if ((name !== 'Profile' && name !== 'ProfileChunk') || args.data === undefined) continue;
    const key = `${pid}:${id}`;
    const profile = profiles.get(key) ?? { at: 0, ours: new Map<number, boolean>() };
    profiles.set(key, profile);
    profile.at = args.data.startTime ?? profile.at;
    for (const { id: node, parent, callFrame } of args.data.cpuProfile?.nodes ?? []) {
      const isOurs =
        OURS.test(callFrame.url ?? '') || (parent !== undefined && profile.ours.get(parent) === true);
      profile.ours.set(node, isOurs);
    }
    args.data.cpuProfile?.samples?.forEach((sample, i) => {
      const us = args.data?.timeDeltas?.[i] ?? 0;
      profile.at += us;
      if (profile.ours.get(sample) === true) work.push({ at: profile.at, us });
    });
  }
  return work.sort((a, b) => a.at - b.at);
}

/** Work without a pause of more than this between two samples is one batch, in microseconds. */
const SAME_BATCH_US = 1500;

function batches(work: readonly { at: number; us: number }[]): number[] {
  const found: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, us } of work) {
    if (at - last > SAME_BATCH_US) found.push(0);
    found[found.length - 1] = (found.at(-1) ?? 0) + us / 1000;
    last = at;
  }
  return found;
}

/**
 * `bench busy-page`: what our scripts cost on an article's page that changes a hundred times a second, in Chromium.
 *
 * @param seconds how long the page is watched, after its first 13
 * @param out gets `{start, later}`, each `{percent, batch: {count, median, p95, max}}`: of one core, and the
 *   milliseconds of work that no pause parts, as far as samples tell
 */
export async function benchBusyPage(seconds: number, out: string): Promise<void> {
  const session = await Session.start({}, 'chromium');
  try {
    const { page } = await session.extension.newTab();
    await page.evaluateOnNewDocument(neverRest);
    const cdp = await session.launched.browser.target().createCDPSession();
    const trace = async (work: () => Promise<unknown>, ms: number) => {
      const events: TraceEvent[] = [];
      const take = ({ value }: { value: unknown[] }): void => {
        for (const event of value) events.push(event as TraceEvent);
      };
      cdp.on('Tracing.dataCollected', take);
      await cdp.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: {
          includedCategories: ['disabled-by-default-v8.cpu_profiler'],
          excludedCategories: ['*'],
        },
      });
      const started = performance.now();
      await work();
      await new Promise((resolve) => setTimeout(resolve, ms));
      const took = performance.now() - started;
      const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
      await cdp.send('Tracing.end');
      await complete;
      cdp.off('Tracing.dataCollected', take);
      const work_ = readWork(events);
      const all = batches(work_);
      return {
        percent: round((all.reduce((sum, each) => sum + each, 0) / took) * 100),
        batch: {
          count: all.length,
          median: round(quantile(all, 0.5)),
          p95: round(quantile(all, 0.95)),
          max: round(Math.max(...all)),
        },
      };
    };
    const start = await trace(async () => {
      await page.goto(STORY);
      await page.bringToFront();
    }, START_MS);
    const later = await trace(async () => null, seconds * 1000);
    writeFileSync(out, `${JSON.stringify({ seconds, start, later }, null, 2)}\n`);
  } finally {
    await session.close();
  }
}
