import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Screen } from './screen.ts';
import { waitFor } from './wait-for.ts';

/** The part of puppeteer's handle that is used: `page.$` does not know that it is a field for files. */
interface FileField {
  uploadFile(...places: string[]): Promise<void>;
}

/** Gives a screen files as the user's file dialog would; the browser reads them until it has ended. */
export async function giveFiles(
  screen: Screen,
  files: readonly (readonly [name: string, file: Blob])[],
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-files-'));
  screen.page.browser().once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  const places = files.map(([name]) => path.join(folder, name));
  for (const [i, [, file]] of files.entries())
    writeFileSync(places[i] ?? '', new Uint8Array(await file.arrayBuffer()));
  const field = await waitFor('the field for files', () => screen.page.$('input[type="file"]'));
  await (field as unknown as FileField).uploadFile(...places);
}

export const giveFile = (screen: Screen, name: string, file: Blob): Promise<void> =>
  giveFiles(screen, [[name, file]]);
