import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrateSettings, SETTINGS_VERSION } from '../../../utils/settings/migrations.ts';
import { readSettings } from '../../../utils/settings/read-settings.ts';

const folder = new URL('./examples/', import.meta.url);
const examples = readdirSync(folder).sort();
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

it('has an example of every version', () => {
  expect(examples).toEqual(Array.from({ length: SETTINGS_VERSION }, (_, i) => `v${i + 1}.json`));
});

it.each(examples)('%s keeps every decision of its user', (name) => {
  const stored = read(name);
  const settings = readSettings(stored);
  expect(settings.version).toBe(SETTINGS_VERSION);
  // What the version had is there as it was; what came later has its default.
  const defaults = readSettings(undefined);
  const clutter = { ...defaults.clutter, ...stored.clutter };
  expect(settings).toEqual({ ...defaults, ...stored, clutter, version: SETTINGS_VERSION });
});

it.each(examples)('%s is brought to the present version, and then left alone', (name) => {
  const migrated = migrateSettings(read(name));
  expect(migrated.version).toBe(SETTINGS_VERSION);
  expect(migrateSettings(migrated)).toBe(migrated);
});

it('takes settings without a version for the first, and leaves those of a later one as they are', () => {
  expect(migrateSettings({ theme: 'dark' })).toMatchObject({ version: SETTINGS_VERSION, theme: 'dark' });
  const later = { version: SETTINGS_VERSION + 1, theme: 'light', somethingNew: true };
  expect(migrateSettings(later)).toBe(later);
  expect(readSettings(later).theme).toBe('light');
});
