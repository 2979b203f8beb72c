import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every name and every byte in a folder, as latin-1. */
export function readPlace(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return `${path.relative(folder, file)}\n${entry.isFile() ? readFileSync(file, 'latin1') : ''}`;
    })
    .join('\n');
}
