import compatibility from '@mdn/browser-compat-data' with { type: 'json' };
import { expect, it } from 'vitest';
import { checkForEdge, lackedInManifest, type ManifestData } from '../../../scripts/check/manifest-rules.ts';

const DATA = compatibility.webextensions.manifest as unknown as ManifestData;
const MESSAGES = { extensionName: { message: 'Offprint' }, bad: { message: 'Offprint for Chrome' } };

const manifest = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  version: '1.0.0',
  minimum_chrome_version: '120',
  permissions: ['storage', 'offscreen', 'sidePanel'],
  side_panel: { default_path: 'sidepanel.html' },
};

it('finds nothing where Edge has all that a manifest asks for', () => {
  expect(checkForEdge(manifest, MESSAGES, DATA)).toEqual([]);
});

it.each([
  [{ update_url: 'https://updates.example/' }, 'Edge refuses update_url'],
  [{ browser_specific_settings: { gecko: { id: 'a@b.example' } } }, 'Edge refuses browser_specific_settings'],
  [{ sidebar_action: {} }, 'Edge does not know sidebar_action'],
  [{ colour: 'red' }, 'Edge does not know colour'],
  [{ permissions: ['menus'] }, 'Edge does not know the permission menus'],
  [{ description: '__MSG_bad__' }, 'Edge takes no description that speaks of Chrome'],
  [{ minimum_chrome_version: '100' }, 'Edge does not know side_panel'],
])('%j is named', (change, problem) => {
  expect(checkForEdge({ ...manifest, ...change }, MESSAGES, DATA)).toContain(problem);
});

it('tells what another browser lacks', () => {
  expect(lackedInManifest(manifest, 'safari', 26, DATA)).toEqual({
    keys: ['side_panel'],
    permissions: ['sidePanel'],
  });
});
