import type { DeviceId } from '../merge/stamp.ts';

/** Numbers that are left out between two segments, at most. */
const MOST_LEFT_OUT = 255;

/**
 * How many numbers are left out before the next one. Two copies of one profile that write at once would take the same
 * one, and the later file would take the place of the other.
 */
export const numbersLeftOut = (): number =>
  (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % (MOST_LEFT_OUT + 1);

/** A new device's id: drawn at random, so that it says nothing of the device. */
export function deviceIdNow(): DeviceId {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
