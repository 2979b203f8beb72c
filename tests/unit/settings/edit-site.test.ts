import { expect, it } from 'vitest';
import type { Settings } from '../../../utils/settings/schema.ts';
import { editSite } from '../../../utils/settings/site-settings.ts';

it('forgets a site for which nothing is decided any more', () => {
  const settings: Pick<Settings, 'sites'> = { sites: { 'paper.example': { off: true, clutterOff: true } } };
  editSite(settings, 'paper.example', (site) => delete site.off);
  expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
  editSite(settings, 'paper.example', (site) => delete site.clutterOff);
  expect(settings.sites).toEqual({});
});

it('starts a site from nothing, also one named like what every object has, and no site from no name', () => {
  const settings: Pick<Settings, 'sites'> = { sites: {} };
  const turnOff = (site: { off?: true }): void => {
    site.off = true;
  };
  editSite(settings, 'constructor', turnOff);
  editSite(settings, '', turnOff);
  expect(settings.sites).toEqual({ constructor: { off: true } });
});
