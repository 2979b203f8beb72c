import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyLocalChanges,
  EMPTY_RECORD,
  isAlive,
  mergeRecords,
  type SyncRecord,
  valuesOf,
  withoutFutureStamps,
} from '../../../utils/sync/merge/record.ts';
import { Clock, isStamp, type Json, MAX_CLOCK_SKEW_MS, timeOf } from '../../../utils/sync/merge/stamp.ts';

const YEAR = 365 * 86_400_000;
const NOON = Date.UTC(2026, 4, 1, 12);
const deviceId = (n: number): string => String(n).padStart(16, '0');

/** A device with a library of its own; what it says to the others goes into `said`. */
class Device {
  readonly clock: Clock;
  readonly records = new Map<string, SyncRecord>();
  readonly said: [key: string, record: SyncRecord][] = [];

  constructor(n: number, now: () => number) {
    this.clock = new Clock(deviceId(n), null, now);
  }

  values(key: string): Map<string, Json> | null {
    const record = this.records.get(key) ?? EMPTY_RECORD;
    return isAlive(record) ? valuesOf(record) : null;
  }

  /** The user leaves something like this; null deletes it. */
  write(key: string, now: ReadonlyMap<string, Json> | null): void {
    const known = this.records.get(key) ?? EMPTY_RECORD;
    const record = applyLocalChanges(known, now, (seen) => this.clock.next(seen));
    this.records.set(key, record);
    if (record !== known) this.said.push([key, record]);
  }

  hear(key: string, record: SyncRecord): void {
    for (const [stamp] of Object.values(record.fields)) this.clock.observe(stamp);
    this.records.set(key, mergeRecords(this.records.get(key) ?? EMPTY_RECORD, record));
  }

  get end(): unknown {
    const there = KEYS.map((key) => [key, this.values(key)] as const).filter(([, values]) => values !== null);
    return Object.fromEntries(there);
  }
}

const KEYS = ['harbour', 'ferry'];
const FIELDS = ['note:1', 'tag:sea', 'progress', 'text'];
const STEP = fc.record({
  device: fc.nat(4),
  key: fc.constantFrom(...KEYS),
  what: fc.oneof(
    fc.record({ field: fc.constantFrom(...FIELDS), value: fc.option(fc.nat(3)) }),
    fc.constant('delete' as const),
  ),
  /** Who hears of something before the next step, and of which of all that was said. */
  hears: fc.option(fc.record({ device: fc.nat(4), which: fc.nat(50) })),
});

type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;

function run(steps: Step[], wrong: number[]): Device[] {
  let now = NOON;
  const devices = wrong.map((off, n) => new Device(n, () => now + off));
  for (const { device, key, what, hears } of steps) {
    now += 1000;
    const one = devices[device];
    if (one === undefined) continue;
    const before = one.values(key);
    if (what === 'delete') one.write(key, null);
    else {
      const after = new Map(before ?? []);
      if (what.value === null) after.delete(what.field);
      else after.set(what.field, what.value);
      if (after.size > 0) one.write(key, after);
    }
    const all = devices.flatMap(({ said }) => said);
    const heard = hears && all[hears.which % Math.max(1, all.length)];
    if (hears && heard) devices[hears.device]?.hear(heard[0], heard[1]);
  }
  return devices;
}

const STEPS = fc.array(STEP, { maxLength: 30 });
const WRONG = fc.array(fc.constantFrom(0, 0, YEAR, -YEAR), { minLength: 5, maxLength: 5 });

describe('five devices', () => {
  it('end the same, whatever order things arrive in, however often, and whatever arrives late', () => {
    fc.assert(
      fc.property(STEPS, WRONG, fc.infiniteStream(fc.nat()), (steps, wrong, random) => {
        const devices = run(steps, wrong);
        const all = devices.flatMap(({ said }) => said);
        const draw = (): number => random.next().value ?? 0;
        for (const device of devices) {
          // Some of it twice, in any order, and then all of it.
          const some = [...all, ...all.filter(() => draw() % 2 === 0)];
          for (const [key, record] of some.sort(() => (draw() % 2) - 0.5)) device.hear(key, record);
          for (const [key, record] of all) device.hear(key, record);
        }
        for (const device of devices) expect(device.end).toEqual(devices[0]?.end);
      }),
      { numRuns: 300 },
    );
  });

  it('merge in any grouping', () => {
    fc.assert(
      fc.property(STEPS, WRONG, fc.tuple(fc.nat(), fc.nat(), fc.nat()), (steps, wrong, picks) => {
        const all = run(steps, wrong).flatMap(({ said }) => said.filter(([key]) => key === 'harbour'));
        if (all.length === 0) return;
        const [a, b, c] = picks.map((n) => all[n % all.length]?.[1] ?? EMPTY_RECORD) as [
          SyncRecord,
          SyncRecord,
          SyncRecord,
        ];
        expect(mergeRecords(a, a)).toEqual(mergeRecords(a, EMPTY_RECORD));
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      }),
      { numRuns: 300 },
    );
  });
});

const noted = (note: string): Map<string, Json> => new Map([['note:1', note]]);

describe('a deletion', () => {
  const said = (device: Device): SyncRecord => device.said.at(-1)?.[1] ?? EMPTY_RECORD;

  it('wins over an older note, and not over a newer one', () => {
    let now = NOON;
    const phone = new Device(1, () => now);
    const desk = new Device(2, () => now);
    phone.write('harbour', noted('first'));
    desk.hear('harbour', said(phone));
    now += 1000;
    phone.write('harbour', noted('second'));
    now += 1000;
    desk.write('harbour', null);
    phone.hear('harbour', said(desk));
    expect(phone.values('harbour')).toBeNull();
    now += 1000;
    phone.write('harbour', noted('third'));
    desk.hear('harbour', said(phone));
    expect(desk.values('harbour')).toEqual(noted('third'));
  });

  it('is as old as the moment the user deleted, not as the moment it became final', () => {
    let now = NOON;
    const phone = new Device(1, () => now);
    const desk = new Device(2, () => now);
    phone.write('harbour', noted('first'));
    desk.hear('harbour', said(phone));
    desk.write(
      'harbour',
      new Map<string, Json>([
        ['note:1', 'first'],
        ['deletedAt', NOON],
      ]),
    );
    now += 60_000;
    phone.write('harbour', noted('written after'));
    now += 600_000;
    desk.write('harbour', null);
    desk.hear('harbour', said(phone));
    expect(desk.values('harbour')?.get('note:1')).toBe('written after');
  });

  it('is not undone by somebody who merely reads on', () => {
    const phone = new Device(1, () => NOON + 5000);
    const desk = new Device(2, () => NOON);
    phone.write('harbour', noted('first'));
    desk.hear('harbour', said(phone));
    desk.write('harbour', null);
    phone.write(
      'harbour',
      new Map<string, Json>([
        ['note:1', 'first'],
        ['progress', 0.5],
      ]),
    );
    phone.hear('harbour', said(desk));
    expect(phone.values('harbour')).toBeNull();
  });
});

describe('a clock', () => {
  it('gives ever higher stamps, though its time stands still or goes back', () => {
    let now = NOON;
    const clock = new Clock(deviceId(1), null, () => now);
    const stamps = [clock.next(), clock.next()];
    now -= YEAR;
    stamps.push(clock.next());
    expect(stamps).toEqual([...new Set(stamps)].sort());
    expect(stamps.every(isStamp)).toBe(true);
  });

  it('is not dragged along by one that is a year ahead, and still wins over what it has seen of it', () => {
    const ahead = new Clock(deviceId(1), null, () => NOON + YEAR);
    const ours = new Clock(deviceId(2), null, () => NOON);
    const theirs = ahead.next();
    ours.observe(theirs);
    expect(timeOf(ours.next())).toBeLessThanOrEqual(NOON + MAX_CLOCK_SKEW_MS);
    expect(ours.next(theirs) > theirs).toBe(true);
    expect(timeOf(ours.next())).toBeLessThanOrEqual(NOON + MAX_CLOCK_SKEW_MS);
  });

  it('is not stopped by a stamp that none could be above: that counts as the oldest there is', () => {
    const ours = new Clock(deviceId(2), null, () => NOON);
    const field = ['zzzzzzzzz.zzzz.0000000000000001', 'theirs'] as const;
    const theirs = { fields: { title: field, 'note:1:0000000000000001': field }, gone: field[0] };
    const read = withoutFutureStamps(theirs, NOON);
    expect(valuesOf(read)).toEqual(
      new Map([
        ['title', 'theirs'],
        ['note:1', 'theirs'],
      ]),
    );
    const mine = applyLocalChanges(
      read,
      new Map([
        ['title', 'ours'],
        ['note:1', 'ours'],
      ]),
      (seen) => ours.next(seen),
    );
    for (const heard of [read, withoutFutureStamps(theirs, NOON + YEAR)])
      expect(valuesOf(mergeRecords(mine, heard)).get('title')).toBe('ours');
    expect(withoutFutureStamps(mine, NOON)).toBe(mine);
  });

  it('keeps the future from hiding what was written of a note', () => {
    const ours = new Clock(deviceId(2), null, () => NOON);
    const seen = { [deviceId(2)]: 'zzzzzzzzy.0000.0000000000000002' };
    const theirs = {
      fields: { 'note:1:0000000000000001': ['zzzzzzzzz.0000.0000000000000001', 'x', seen] as const },
      gone: null,
    };
    const mine = applyLocalChanges(EMPTY_RECORD, new Map([['note:1', 'ours']]), (at) => ours.next(at));
    expect(valuesOf(mergeRecords(mine, withoutFutureStamps(theirs, NOON))).get('note:1')).toContain('ours');
  });

  it('comes back from the future once it is put right', () => {
    const wrong = new Clock(deviceId(1), null, () => NOON + YEAR);
    wrong.next();
    const right = new Clock(deviceId(1), wrong.last, () => NOON);
    expect(timeOf(right.next())).toBe(NOON);
  });
});
