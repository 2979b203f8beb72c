/** What a browser does that takes its database for broken. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Deletes the databases of all extensions in the profile of a browser that does not run.
 *
 * @returns how many
 */
export function loseDatabase(profile: string): number {
  const chromium = path.join(profile, 'Default', 'IndexedDB');
  const firefox = path.join(profile, 'storage', 'default');
  const places = existsSync(chromium)
    ? readdirSync(chromium)
        .filter((name) => name.startsWith('chrome-extension_'))
        .map((name) => path.join(chromium, name))
    : readdirSync(firefox)
        .filter((name) => name.startsWith('moz-extension+++'))
        .map((name) => path.join(firefox, name, 'idb'))
        .filter(existsSync);
  for (const place of places) rmSync(place, { recursive: true });
  return places.length;
}
