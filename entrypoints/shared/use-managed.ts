import { useEffect, useState } from 'preact/hooks';
import { loadManaged, watchManaged } from '../../utils/platform/managed-storage.ts';
import type { ManagedSettings } from '../../utils/settings/managed.ts';

/** The settings that an organisation's policy fixes; null until known. */
export function useManaged(): ManagedSettings | null {
  const [managed, setManaged] = useState<ManagedSettings | null>(null);
  useEffect(() => {
    const life = new AbortController();
    loadManaged().then(setManaged, (error: unknown) => console.error('offprint: policy not read', error));
    watchManaged(setManaged, life.signal);
    return () => life.abort();
  }, []);
  return managed;
}
