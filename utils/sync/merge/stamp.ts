/**
 * Hybrid logical clocks (Kulkarni and others, “Logical Physical Clocks”, 2014): a stamp is the time of a change as its
 * device's clock had it, moved on where that device had seen a later one. Stamps are compared as plain strings.
 *
 * A clock may be wrong by a year. Two rules keep that from spoiling the library:
 * - A stamp that is further ahead than `MOST_AHEAD` does not move our clock: one wrong device drags nobody along.
 * - Whoever changes what they have seen gets a stamp above the one that it has, however far ahead that is. So a stamp
 *   out of the future wins over changes made without having seen it, and over no others.
 */

/** `<time>.<count>.<device>`: milliseconds since 1970 and a counter, both in base 36 and of one width, and the device. */
export type Stamp = string;

/** A device's id: 16 hexadecimal digits. */
export type DeviceId = string;

const STAMP = /^([0-9a-z]{9})\.([0-9a-z]{4})\.([0-9a-f]{16})$/;
const TIME_DIGITS = 9;
const COUNT_DIGITS = 4;
const COUNTS = 36 ** COUNT_DIGITS;
const LATEST = 36 ** TIME_DIGITS - 1;

/** Clocks of devices that keep time differ by less, in ms. */
export const MOST_AHEAD = 5 * 60_000;

interface StampParts {
  time: number;
  count: number;
  device: DeviceId;
}

export const isStamp = (value: unknown): value is Stamp => typeof value === 'string' && STAMP.test(value);

export const isDeviceId = (value: unknown): value is DeviceId =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);

function parse(stamp: Stamp): StampParts {
  const [, time = '', count = '', device = ''] = STAMP.exec(stamp) ?? [];
  return { time: Number.parseInt(time, 36), count: Number.parseInt(count, 36), device };
}

function write({ time, count, device }: StampParts): Stamp {
  const carried = count >= COUNTS ? { time: time + 1, count: 0 } : { time, count };
  const digits = (value: number, width: number): string =>
    Math.min(Math.max(0, Math.floor(value)), 36 ** width - 1)
      .toString(36)
      .padStart(width, '0');
  return `${digits(carried.time, TIME_DIGITS)}.${digits(carried.count, COUNT_DIGITS)}.${device}`;
}

/** Before anything that somebody did; milliseconds since 1970. */
export const LONG_AGO = 1;

/** The same stamp at another time. @param time milliseconds since 1970 */
export const replaceTime = (stamp: Stamp, time: number): Stamp =>
  write({ time, count: 0, device: deviceOf(stamp) });

/** When a change was made, as its device's clock had it; milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => parse(stamp).time;

export const deviceOf = (stamp: Stamp): DeviceId => parse(stamp).device;

export const later = (a: Stamp | null, b: Stamp | null): Stamp | null =>
  a === null ? b : b === null || a >= b ? a : b;

/** A device's clock. It is state that has to be kept: two changes must never get one stamp. */
export class Clock {
  readonly device: DeviceId;
  readonly #now: () => number;
  #last: Stamp | null;

  /**
   * @param last as `last` gave it before; null for a new device
   * @param now milliseconds since 1970
   */
  constructor(device: DeviceId, last: Stamp | null = null, now: () => number = Date.now) {
    this.device = device;
    this.#now = now;
    // This device's own clock was ahead, and has been put right since: it does not stay ahead.
    this.#last = last !== null && this.#isBelievable(last) ? last : null;
  }

  /** The latest stamp given out or believed. */
  get last(): Stamp | null {
    return this.#last;
  }

  #isBelievable(stamp: Stamp): boolean {
    return timeOf(stamp) <= this.#now() + MOST_AHEAD;
  }

  /** A stamp of somebody else was seen. */
  see(stamp: Stamp): void {
    if (this.#isBelievable(stamp)) this.#last = later(this.#last, stamp);
  }

  /** The stamp of what was changed before this clock was there. @param time milliseconds since 1970; not after now */
  at(time: number): Stamp {
    return write({ time: Math.min(time, this.#now()), count: 0, device: this.device });
  }

  /** The stamp of what was no word of the user's: it wins over what had the given one, and over nothing that is later. */
  justAfter(seen: Stamp): Stamp {
    const { time, count } = parse(seen);
    return write({ time, count: count + 1, device: this.device });
  }

  /**
   * The stamp of a change that is made now.
   *
   * @param seen the latest stamp of what is changed, or null: the new one is above it
   */
  next(seen: Stamp | null = null): Stamp {
    const now = Math.min(this.#now(), LATEST - 1);
    const last = this.#last === null ? null : parse(this.#last);
    const own =
      last === null || now > last.time
        ? write({ time: now, count: 0, device: this.device })
        : write({ time: last.time, count: last.count + 1, device: this.device });
    this.#last = own;
    if (seen === null || own > seen) return own;
    return this.justAfter(seen);
  }
}
