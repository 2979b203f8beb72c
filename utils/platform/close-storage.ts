import { browser } from './browser.ts';

interface StorageArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the browser's storage to scripts in web pages, which a compromised renderer could speak for. Chromium keeps
 * that over its restarts, for `local` since version 140; Firefox has no such call (bugzil.la/1724754), and there
 * `session` alone is closed from the start.
 */
export async function closeStorageToTabs(): Promise<void> {
  const { local, session, sync } = browser.storage as unknown as Record<string, StorageArea | undefined>;
  await Promise.all(
    [local, session, sync].map((area) => area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
}
