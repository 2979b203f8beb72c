import { useState } from 'preact/hooks';
import { loadPolicy, watchPolicy } from '../../utils/platform/managed-storage.ts';
import type { PolicySettings } from '../../utils/settings/policy.ts';
import { useAbortableEffect } from './use-abortable-effect.ts';

/** The settings that an organisation's policy fixes; null until known. */
export function usePolicy(): PolicySettings | null {
  const [policy, setPolicy] = useState<PolicySettings | null>(null);
  useAbortableEffect((signal) => {
    loadPolicy().then(setPolicy, (error: unknown) => console.error('offprint: policy not read', error));
    watchPolicy(setPolicy, signal);
  });
  return policy;
}
