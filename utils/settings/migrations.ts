/** Settings as they are stored, of some version. */
export type Stored = Record<string, unknown>;

/** The version that this code writes. */
export const SETTINGS_VERSION = 4;

/**
 * One step a version: step `n` makes of settings of version `n` those of version `n + 1`. A step is never edited once
 * it has been released; `tests/unit/settings/examples` has settings of every version, which all steps are run on.
 */
const STEPS: Readonly<Record<number, (stored: Stored) => Stored>> = {
  // Version 2 knows single pages, kinds and rules per site, and whether sites are remembered.
  1: (stored) => ({ ...stored, pages: [], siteMemory: true }),
  // Version 3 knows where the user lets Offprint look, single keys, and summaries; no site was left out before.
  2: (stored) => ({ ...stored, reading: 'all', chosen: [], singleKeys: true, summaries: false }),
  // Version 4 knows how articles are set in the reader, which until then only the pages' own storage knew.
  3: (stored) => ({ ...stored, reader: null }),
};

/**
 * Brings stored settings to the present version.
 *
 * @param stored settings of any version; of one that is yet to come, they are left as they are
 * @returns settings of the present version, their fields not checked
 */
export function migrateSettings(stored: Stored): Stored {
  let settings = stored;
  const from = typeof stored.version === 'number' ? stored.version : 1;
  for (let version = from; version < SETTINGS_VERSION; version++) {
    const step = STEPS[version];
    if (step !== undefined) settings = { ...step(settings), version: version + 1 };
  }
  return settings;
}
