import { useState } from 'preact/hooks';
import { loadManaged, watchManaged } from '../../utils/platform/managed-storage.ts';
import type { ManagedSettings } from '../../utils/settings/managed.ts';
import { useLife } from './use-life.ts';

/** The settings that an organisation's policy fixes; null until known. */
export function useManaged(): ManagedSettings | null {
  const [managed, setManaged] = useState<ManagedSettings | null>(null);
  useLife((signal) => {
    loadManaged().then(setManaged, (error: unknown) => console.error('offprint: policy not read', error));
    watchManaged(setManaged, signal);
  });
  return managed;
}
