import { useState } from 'preact/hooks';
import { loadPolicy, watchPolicy } from '../../utils/platform/managed-storage.ts';
import type { PolicySettings } from '../../utils/settings/policy.ts';
import { useLife } from './use-life.ts';

/** The settings that an organisation's policy fixes; null until known. */
export function useManaged(): PolicySettings | null {
  const [managed, setManaged] = useState<PolicySettings | null>(null);
  useLife((signal) => {
    loadPolicy().then(setManaged, (error: unknown) => console.error('offprint: policy not read', error));
    watchPolicy(setManaged, signal);
  });
  return managed;
}
