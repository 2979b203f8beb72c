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
import type { PolicySettings } from '../../utils/settings/policy.ts';
import type { ReadingAccess, Settings } from '../../utils/settings/schema.ts';
import { chooseSite } from '../../utils/settings/site-settings.ts';
import { useLife } from './use-life.ts';

interface Access {
  isAllowedEverywhere: boolean;
  selectedSites: { host: string; isAllowed: boolean }[];
}

async function readAccess(hosts: readonly string[]): Promise<Access> {
  const [everywhere, ...allowed] = await Promise.all([hasFullAccess(), ...hosts.map(hasSiteAccess)]);
  return {
    isAllowedEverywhere: everywhere,
    selectedSites: hosts.map((host, at) => ({ host, isAllowed: allowed[at] === true })),
  };
}

/**
 * Which sites Offprint may read automatically: the user's choice, and the browser's permissions.
 *
 * @param settings null until loaded
 * @param managed the organisation's policy; null until known
 */
export function useReading(
  settings: Settings | null,
  managed: PolicySettings | null,
): SiteAccessChoiceProps | null {
  const [access, setAccess] = useState<Access | null>(null);
  const [wasRefused, setWasRefused] = useState(false);
  const hosts = settings?.chosen.join(' ');
  const latest = useRef(hosts);
  latest.current = hosts;
  const look = useCallback((): void => {
    const asked = latest.current;
    if (asked === undefined) return;
    readAccess(asked.split(' ').filter(Boolean))
      .then((found) => {
        // The sites may have changed meanwhile, in which case another check is running.
        if (latest.current === asked) setAccess(found);
      })
      .catch((error: unknown) => console.error('offprint: access not read', error));
  }, []);
  useLife(
    (signal) => {
      look();
      watchAccess(look, signal);
    },
    [look, hosts],
  );
  if (settings === null || managed === null || access === null) return null;

  /** Applies a change if the browser granted the permission. */
  const after = (asked: Promise<boolean>, change: (settings: Settings) => void): void => {
    setWasRefused(false);
    asked
      .then(async (isGiven) => {
        setWasRefused(!isGiven);
        if (isGiven) await updateSettings(change);
        look();
      })
      .catch((error: unknown) => console.error('offprint: access not changed', error));
  };
  const choose = async (reading: ReadingAccess): Promise<boolean> => {
    // Returns permissions that are no longer needed, if the browser allows that.
    await revokeFullAccess();
    // Permissions for sites chosen by an organisation stay, or another choice would have to ask for them again.
    if (reading === 'click' && managed.chosenSites === undefined)
      await Promise.all(settings.chosen.map(revokeSiteAccess));
    return true;
  };
  return {
    access: settings.reading,
    isManaged: { reading: managed.reading !== undefined, chosen: managed.chosenSites !== undefined },
    ...access,
    wasRefused,
    onOpenBrowserSettings: isAccessPermanent() ? () => void openAccessSettings() : null,
    onAccessChange: (reading) =>
      after(reading === 'all' ? requestAccess(null) : choose(reading), (next) => {
        next.reading = reading;
      }),
    onAddSite: (host) => after(requestAutomaticReading(host), () => undefined),
    onRequestPermission: (host) =>
      after(host === null ? requestAccess(null) : requestSiteAccess(host), () => undefined),
    onRemoveSite: (host) =>
      after(
        revokeSiteAccess(host).then(() => true),
        (next) => chooseSite(next, host, false),
      ),
  };
}
