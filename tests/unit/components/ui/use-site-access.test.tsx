// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import type { SiteAccessChoiceProps } from '../../../../components/options/SetupChoices.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../../../utils/settings/schema.ts';
import { eventually } from '../../eventually.ts';
import { show } from '../render.tsx';

const revokeSiteAccess = vi.fn(async () => undefined);
const changed: Settings = structuredClone(DEFAULT_SETTINGS);

vi.mock('../../../../utils/platform/site-access.ts', () => ({
  revokeFullAccess: async () => true,
  revokeSiteAccess,
  hasFullAccess: async () => false,
  hasSiteAccess: async () => true,
  isAccessPermanent: () => false,
  watchAccess: () => undefined,
}));
vi.mock('../../../../utils/platform/request-automatic-reading.ts', () => ({
  requestAutomaticReading: async () => true,
}));
vi.mock('../../../../utils/platform/settings-storage.ts', () => ({
  updateSettings: async (change: (settings: Settings) => void) => change(changed),
}));
const { useSiteAccess } = await import('../../../../entrypoints/shared/use-site-access.ts');

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, reading: 'chosen', chosen: ['paper.example'] };
let reading: SiteAccessChoiceProps | null = null;

function Probe() {
  reading = useSiteAccess(SETTINGS);
  return <p>{reading?.access}</p>;
}

it('gives access to the user’s sites back where pages are read on click only', async () => {
  const screen = await show(<Probe />);
  await eventually(() => expect(screen.text()).toContain('chosen'));
  reading?.onAccessChange('click');
  await eventually(() => expect(changed.reading).toBe('click'));
  expect(revokeSiteAccess).toHaveBeenCalledOnce();
});
