import { useEffect, useState } from 'preact/hooks';
import { loadManaged, watchManaged } from '../../utils/platform/managed-storage.ts';
import type { ManagedSettings } from '../../utils/settings/managed.ts';

/** What an organisation decides by policy; nothing until that is known. */
export function useManaged(): ManagedSettings {
  const [managed, setManaged] = useState<ManagedSettings>({});
  useEffect(() => {
    const life = new AbortController();
    loadManaged().then(setManaged, (error: unknown) => console.error('offprint: policy not read', error));
    watchManaged(setManaged, life.signal);
    return () => life.abort();
  }, []);
  return managed;
}
