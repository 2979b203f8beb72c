// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import type { SiteAccessChoiceProps } from '../../../../components/options/SetupChoices.tsx';
import type { PolicySettings } from '../../../../utils/settings/policy.ts';
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

function Probe({ managed }: { managed: PolicySettings }) {
  reading = useSiteAccess(SETTINGS, managed);
  return <p>{reading?.access}</p>;
}

async function chooseClick(managed: PolicySettings): Promise<void> {
  const screen = await show(<Probe managed={managed} />);
  await eventually(() => expect(screen.text()).toContain('chosen'));
  reading?.onAccessChange('click');
  await eventually(() => expect(changed.reading).toBe('click'));
}

beforeEach(() => {
  revokeSiteAccess.mockClear();
  changed.reading = 'chosen';
});

it('gives access to the user’s sites back where pages are read on click only', async () => {
  await chooseClick({});
  expect(revokeSiteAccess).toHaveBeenCalledOnce();
});

it('keeps the access to sites that an organisation chose', async () => {
  await chooseClick({ chosenSites: ['paper.example'] });
  expect(revokeSiteAccess).not.toHaveBeenCalled();
});
