import type { DeviceId } from '../merge/stamp.ts';

/** A new device's id: drawn at random, so that it says nothing of the device. */
export function deviceIdNow(): DeviceId {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
