import fc from 'fast-check';

// Properties are tried on the same examples each time, so that a failure is of the change at hand. `OFFPRINT_SEED` tries
// others; what it finds belongs into the test as an example.
fc.configureGlobal({ seed: Number(process.env.OFFPRINT_SEED ?? 7) });
