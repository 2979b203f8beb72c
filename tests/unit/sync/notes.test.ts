import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHighlight, changeHighlight } from '../../../utils/library/articles/change-highlights.ts';
import {
  applyLocalChanges,
  EMPTY_RECORD,
  mergeRecords,
  type SyncRecord,
  valuesOf,
} from '../../../utils/sync/merge/record.ts';
import { Clock, type Json } from '../../../utils/sync/merge/stamp.ts';
import { LONG } from '../../long.ts';
import { articleOn, saveHarbour } from './harbour.ts';
import { settle, someDevices, type TestDevice } from './sync-devices.ts';

const NOTE = 'note:1';
const NOON = Date.UTC(2026, 4, 1, 12);
const RUNS = { numRuns: LONG ? 20_000 : 500 };

/** A device whose user writes one note, and what it knows of it. */
class Writer {
  readonly clock: Clock;
  record: SyncRecord = EMPTY_RECORD;

  constructor(n: number, now: () => number) {
    this.clock = new Clock(String(n).padStart(16, '0'), null, now);
  }

  get note(): string {
    return String(valuesOf(this.record).get(NOTE) ?? '');
  }

  write(text: string): void {
    const now = new Map<string, Json>([['mark:1', 1]]);
    if (text !== '') now.set(NOTE, text);
    this.record = applyLocalChanges(this.record, now, (seen) => this.clock.next(seen));
  }

  hear(other: SyncRecord): void {
    this.record = mergeRecords(this.record, other);
  }
}

const STEP = fc.record({
  device: fc.nat(2),
  /** The device hears of what one of the others knows, or knew some steps ago; or its user writes, or deletes, the note. */
  what: fc.constantFrom('write', 'write', 'write', 'hear', 'hear', 'hear late', 'delete'),
  from: fc.nat(2),
  late: fc.nat(10),
});
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;

/** Plays the steps, and works out what nobody has replaced who had seen it. */
function play(steps: readonly Step[], wrong: readonly number[]): { writers: Writer[]; left: string[] } {
  let now = NOON;
  const writers = wrong.map((off, n) => new Writer(n, () => now + off));
  const told: SyncRecord[] = [];
  const replaced = new Set<string>();
  const written: string[] = [];
  for (const { device, what, from, late } of steps) {
    now += 1000;
    const one = writers[device] as Writer;
    if (what === 'hear') one.hear((writers[from] as Writer).record);
    else if (what === 'hear late') one.hear(told.at(-1 - (late % Math.max(1, told.length))) ?? EMPTY_RECORD);
    else {
      for (const token of one.note.match(/<\d+>/g) ?? []) replaced.add(token);
      const token = what === 'write' ? `<${written.length}>` : '';
      if (token !== '') written.push(token);
      one.write(token);
      told.push(one.record);
    }
  }
  return { writers, left: written.filter((token) => !replaced.has(token)) };
}

const tokens = (note: string): string[] => (note.match(/<\d+>/g) ?? []).sort();

describe('a note that three devices write, each several times', () => {
  it('has in the end, on all of them and once, whatever nobody replaced who had seen it', () => {
    fc.assert(
      fc.property(
        fc.array(STEP, { minLength: 2, maxLength: 30 }),
        fc.array(fc.constantFrom(0, 0, 3_600_000, -3_600_000), { minLength: 3, maxLength: 3 }),
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        (steps, wrong, order) => {
          const { writers, left } = play(steps, wrong);
          for (const n of order) for (const other of writers) (writers[n] as Writer).hear(other.record);
          for (const one of writers) for (const other of writers) one.hear(other.record);
          for (const one of writers) {
            expect(tokens(one.note)).toEqual(left.toSorted());
            expect(one.record).toEqual(writers[0]?.record);
          }
        },
      ),
      RUNS,
    );
  });

  it('keeps one side’s note where the other side wrote theirs twice', () => {
    const [a, b] = [new Writer(1, () => NOON), new Writer(2, () => NOON)];
    b.write('of the phone');
    a.write('of the desk');
    a.write('of the desk, again');
    a.hear(b.record);
    expect(a.note).toBe('of the desk, again\n\nof the phone');
  });

  it('is gone where its writer deletes it, and keeps no word of it', () => {
    const [a, b] = [new Writer(1, () => NOON), new Writer(2, () => NOON)];
    a.write('secret');
    b.hear(a.record);
    b.write('');
    a.hear(b.record);
    expect(a.note).toBe('');
    expect(JSON.stringify(a.record)).not.toContain('secret');
  });
});

it('holds in libraries that three devices sync in any order', async () => {
  const step = fc.record({ device: fc.nat(2), isSync: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14, size: 'max' }), async (steps) => {
      const devices = await someDevices(3);
      const [first] = devices as [TestDevice];
      await saveHarbour(first);
      const mark = await addHighlight((await articleOn(first)).id, { start: 4, end: 11 }, {}, first.db);
      await settle(devices);
      const id = mark?.id ?? '';
      const replaced = new Set<string>();
      const written: string[] = [];
      for (const { device, isSync } of steps) {
        const one = devices[device] as TestDevice;
        if (isSync) {
          await one.sync();
          continue;
        }
        for (const token of tokens((await one.db.highlights.get(id))?.note ?? '')) replaced.add(token);
        const token = `<${written.length}>`;
        written.push(token);
        await changeHighlight(id, { note: token }, one.db);
        // Noted with its time, as it is some seconds later where there is no network.
        await one.takeIn();
      }
      await settle(devices);
      const left = written.filter((token) => !replaced.has(token)).sort();
      for (const { db } of devices) expect(tokens((await db.highlights.get(id))?.note ?? '')).toEqual(left);
    }),
    { numRuns: LONG ? 100 : 3 },
  );
});
