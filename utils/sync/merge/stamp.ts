/**
 * Hybrid logical clocks (Kulkarni and others, “Logical Physical Clocks”, 2014). A stamp is the time of a change according
 * to its device's clock, or later if the device had already seen a later stamp. Stamps are compared as strings.
 *
 * A device's clock may be wrong by a year. Two rules limit the damage:
 * - A stamp that is ahead of our time by more than `MAX_CLOCK_SKEW_MS` does not advance our clock, so one wrong clock
 *   does not affect those of other devices.
 * - A change always gets a later stamp than the value that it replaces, however far ahead that is. Therefore, a stamp
 *   from the future wins only over changes by users who had not seen its value.
 */

/**
 * `<time>.<count>.<device>`: milliseconds since 1970 and a counter, both in base 36 with a fixed width, and the device's
 * id.
 */
export type Stamp = string;

/** A device's id: 16 hexadecimal digits. */
export type DeviceId = string;

const STAMP = /^([0-9a-z]{9})\.([0-9a-z]{4})\.([0-9a-f]{16})$/;
const TIME_DIGITS = 9;
const COUNT_DIGITS = 4;
const COUNT_LIMIT = 36 ** COUNT_DIGITS;
const MAX_TIME = 36 ** TIME_DIGITS - 1;

/** Maximum difference between the clocks of devices that synchronise their time. */
export const MAX_CLOCK_SKEW_MS = 5 * 60_000;

interface StampParts {
  time: number;
  count: number;
  device: DeviceId;
}

export const isStamp = (value: unknown): value is Stamp => typeof value === 'string' && STAMP.test(value);

export const isDeviceId = (value: unknown): value is DeviceId =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);

/** Generates a device id. It is random, so that it reveals nothing about the device. */
export function newDeviceId(): DeviceId {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function parseStamp(stamp: Stamp): StampParts {
  const [, time = '', count = '', device = ''] = STAMP.exec(stamp) ?? [];
  return { time: Number.parseInt(time, 36), count: Number.parseInt(count, 36), device };
}

function formatStamp({ time, count, device }: StampParts): Stamp {
  const carried = count >= COUNT_LIMIT ? { time: time + 1, count: 0 } : { time, count };
  const digits = (value: number, width: number): string =>
    Math.min(Math.max(0, Math.floor(value)), 36 ** width - 1)
      .toString(36)
      .padStart(width, '0');
  return `${digits(carried.time, TIME_DIGITS)}.${digits(carried.count, COUNT_DIGITS)}.${device}`;
}

/** A time before all real changes, in milliseconds since 1970. */
export const EARLIEST_TIME = 1;

/** Returns a stamp of the same device with another time and a counter of 0. @param time milliseconds since 1970 */
export const replaceTime = (stamp: Stamp, time: number): Stamp =>
  formatStamp({ time, count: 0, device: deviceOf(stamp) });

/** The time of a stamp, in milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => parseStamp(stamp).time;

export const deviceOf = (stamp: Stamp): DeviceId => parseStamp(stamp).device;

/** The later of two stamps; null only if both are. */
export const laterStamp = (a: Stamp | null, b: Stamp | null): Stamp | null =>
  a === null ? b : b === null || a >= b ? a : b;

/** A device's clock. `last` must be stored, because two changes must never get the same stamp. */
export class Clock {
  readonly device: DeviceId;
  readonly #now: () => number;
  #last: Stamp | null;

  /**
   * @param last the stored value of `last`; null for a new device
   * @param now returns the current time in milliseconds since 1970
   */
  constructor(device: DeviceId, last: Stamp | null = null, now: () => number = Date.now) {
    this.device = device;
    this.#now = now;
    // If this device's clock was ahead and has been corrected since, ignore the stored stamp.
    this.#last = last !== null && this.#isPlausible(last) ? last : null;
  }

  /** The latest stamp that was created or observed, except for implausible ones. */
  get last(): Stamp | null {
    return this.#last;
  }

  #isPlausible(stamp: Stamp): boolean {
    return timeOf(stamp) <= this.#now() + MAX_CLOCK_SKEW_MS;
  }

  /** Advances the clock to another device's stamp, if that is plausible. */
  observe(stamp: Stamp): void {
    if (this.#isPlausible(stamp)) this.#last = laterStamp(this.#last, stamp);
  }

  /** Creates a stamp for a change before sync was set up. @param time milliseconds since 1970; limited to the current time */
  at(time: number): Stamp {
    return formatStamp({ time: Math.min(time, this.#now()), count: 0, device: this.device });
  }

  /** Creates a stamp for an automatic change: later than `seen`, but earlier than any other change after `seen`. */
  justAfter(seen: Stamp): Stamp {
    const { time, count } = parseStamp(seen);
    return formatStamp({ time, count: count + 1, device: this.device });
  }

  /**
   * Creates a stamp for a change by this device, later than all stamps that were created or observed before.
   *
   * @param seen the stamp of the changed value, or null; the new stamp is later in any case
   * @param changedAt when the change was made, in milliseconds since 1970; by default now
   */
  next(seen: Stamp | null = null, changedAt = Number.POSITIVE_INFINITY): Stamp {
    const now = Math.min(changedAt, this.#now(), MAX_TIME - 1);
    const last = this.#last === null ? null : parseStamp(this.#last);
    const own =
      last === null || now > last.time
        ? formatStamp({ time: now, count: 0, device: this.device })
        : formatStamp({ time: last.time, count: last.count + 1, device: this.device });
    this.#last = own;
    if (seen === null || own > seen) return own;
    return this.justAfter(seen);
  }
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A value with the stamp of its last change; null if it was removed. A note version also has a version vector. */
export type Field = readonly [stamp: Stamp, value: Json, seen?: Readonly<Record<DeviceId, Stamp>>];
