import { describe, it } from 'vitest';

/** True in `npm run test:long`, where generated input is tried many more times than in `npm test`. */
export const LONG = process.env.OFFPRINT_TIER === 'long';

const leaveOut = Object.assign(() => undefined, { each: () => () => undefined });

const isCore = process.env.OFFPRINT_TIER === 'core';

/** A test that `npm test` leaves out and `npm run test:long` runs: beside the main path, or slow. */
export const itLong = isCore ? (leaveOut as unknown as typeof it) : it;

/** As `itLong`, for all tests of a group. */
export const describeLong = isCore ? (leaveOut as unknown as typeof describe) : describe;
