import { useCallback, useRef, useState } from 'preact/hooks';
import type { SiteAccessChoiceProps } from '../../components/options/SetupChoices.tsx';
import { requestAutomaticReading } from '../../utils/platform/request-automatic-reading.ts';
import { updateSettings } from '../../utils/platform/settings-storage.ts';
import {
  hasFullAccess,
  hasSiteAccess,
  isAccessPermanent,
  openAccessSettings,
  requestAccess,
  requestSiteAccess,
  revokeFullAccess,
  revokeSiteAccess,
  watchAccess,
} from '../../utils/platform/site-access.ts';
import type { ReadingAccess, Settings } from '../../utils/settings/schema.ts';
import { chooseSite } from '../../utils/settings/site-settings.ts';
import { useAbortableEffect } from './use-abortable-effect.ts';

interface GrantedAccess {
  isAllowedEverywhere: boolean;
  selectedSites: { host: string; isAllowed: boolean }[];
}

async function readAccess(hosts: readonly string[]): Promise<GrantedAccess> {
  const [everywhere, ...allowed] = await Promise.all([hasFullAccess(), ...hosts.map(hasSiteAccess)]);
  return {
    isAllowedEverywhere: everywhere,
    selectedSites: hosts.map((host, index) => ({ host, isAllowed: allowed[index] === true })),
  };
}

/**
 * The sites that Offprint may read automatically, by the user's choice and the browser's permissions.
 *
 * @param settings null until loaded
 */
export function useSiteAccess(settings: Settings | null): SiteAccessChoiceProps | null {
  const [access, setAccess] = useState<GrantedAccess | null>(null);
  const [wasRefused, setWasRefused] = useState(false);
  const hosts = settings?.chosen.join(' ');
  const latest = useRef(hosts);
  latest.current = hosts;
  const refresh = useCallback((): void => {
    const requestedHosts = latest.current;
    if (requestedHosts === undefined) return;
    readAccess(requestedHosts.split(' ').filter(Boolean))
      .then((current) => {
        // If the sites have changed meanwhile, another check is running.
        if (latest.current === requestedHosts) setAccess(current);
      })
      .catch((error: unknown) => console.error('offprint: access not read', error));
  }, []);
  useAbortableEffect(
    (signal) => {
      refresh();
      watchAccess(refresh, signal);
    },
    [refresh, hosts],
  );
  if (settings === null || access === null) return null;

  /** Applies a change if the browser granted the permission. */
  const applyIfGranted = (requestedHosts: Promise<boolean>, change: (settings: Settings) => void): void => {
    setWasRefused(false);
    requestedHosts
      .then(async (isGranted) => {
        setWasRefused(!isGranted);
        if (isGranted) await updateSettings(change);
        refresh();
      })
      .catch((error: unknown) => console.error('offprint: access not changed', error));
  };
  const revokeUnneeded = async (reading: ReadingAccess): Promise<boolean> => {
    // Revokes permissions that are no longer needed.
    await revokeFullAccess();
    if (reading === 'click') await Promise.all(settings.chosen.map(revokeSiteAccess));
    return true;
  };
  return {
    access: settings.reading,
    ...access,
    wasRefused,
    onOpenBrowserSettings: isAccessPermanent() ? () => void openAccessSettings() : null,
    onAccessChange: (reading) =>
      applyIfGranted(reading === 'all' ? requestAccess(null) : revokeUnneeded(reading), (next) => {
        next.reading = reading;
      }),
    onAddSite: (host) => applyIfGranted(requestAutomaticReading(host), () => undefined),
    onRequestPermission: (host) =>
      applyIfGranted(host === null ? requestAccess(null) : requestSiteAccess(host), () => undefined),
    onRemoveSite: (host) =>
      applyIfGranted(
        revokeSiteAccess(host).then(() => true),
        (next) => chooseSite(next, host, false),
      ),
  };
}
