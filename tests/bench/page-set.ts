import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One saved page. */
export interface SavedPage {
  id: string;
  /** Its real address. */
  url: string;
  html: string;
  /** Its own scripts run, and it is read three seconds after it loaded. */
  scripts: boolean;
}

/**
 * The pages of a folder, from its `manifest.json` (`[{id, url, file, scripts?}]`, files relative to the folder).
 */
export function readPageSet(folder: string): SavedPage[] {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  if (!Array.isArray(manifest)) throw new Error(`${folder}/manifest.json is not a list`);
  return manifest.map((entry: { id: string; url: string; file: string; scripts?: boolean }) => ({
    id: entry.id,
    url: entry.url,
    html: readFileSync(path.resolve(folder, entry.file), 'utf8'),
    scripts: entry.scripts === true,
  }));
}
