// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Options } from '../../../components/options/Options.tsx';
import { parseSiteKey } from '../../../components/options/SetupChoices.tsx';
import { optionsProps, readingProps, shortcutsProps } from './gallery/options-cases.ts';
import { show } from './render.tsx';

const optionsWith = (...change: Parameters<typeof optionsProps>) => <Options {...optionsProps(...change)} />;

it('adds a site, forgets a site, and says when it is none', async () => {
  const onSiteChange = vi.fn();
  const props = optionsProps({ onSiteChange });
  const options = await show(<Options {...props} />);
  await options.type('Add a site', 'not a site');
  await options.click(/^Add a site$/);
  const submit = async (): Promise<void> => {
    options.root.querySelector('form')?.requestSubmit();
    await options.press('Shift');
  };
  await submit();
  expect(onSiteChange).not.toHaveBeenCalled();
  expect(options.text()).toContain('This is not a valid site name.');
  await options.type('Add a site', 'https://www.lantern.example/news');
  await submit();
  // With the rules that it has already.
  const lantern = props.settings.sites['lantern.example'];
  expect(onSiteChange).toHaveBeenCalledWith('lantern.example', { ...lantern, off: true });
  await options.click('Remove courier.example');
  expect(onSiteChange).toHaveBeenLastCalledWith('courier.example', null);
  expect(options.announced()).toBe('courier.example removed');
});

it('reads a host out of whatever is typed', () => {
  expect(parseSiteKey(' www.courier.example ')).toBe('courier.example');
  expect(parseSiteKey('http://courier.example:8080/a?b')).toBe('courier.example');
  expect(parseSiteKey('courier')).toBe('');
  expect(parseSiteKey('')).toBe('');
});

it('says what the browser allows, and asks for more only on a click', async () => {
  const onRequestPermission = vi.fn();
  const onAccessChange = vi.fn();
  const options = await show(
    optionsWith({
      siteAccess: readingProps({ isAllowedEverywhere: false, onRequestPermission, onAccessChange }),
    }),
  );
  expect(options.root.querySelector('a[href="#reading"]')?.textContent).toBe('Reading');
  expect(options.text()).toContain('The browser does not allow it yet');
  expect(onRequestPermission).not.toHaveBeenCalled();
  await options.click('Allow on all sites');
  expect(onRequestPermission).toHaveBeenCalledWith(null);
  options.root.querySelector<HTMLInputElement>('input[value="click"]')?.click();
  expect(onAccessChange).toHaveBeenCalledWith('click');
});

it('lists the sites that may be looked at, and which of them the browser has not allowed yet', async () => {
  const onRequestPermission = vi.fn();
  const onForget = vi.fn();
  const selectedSites = [
    { host: 'courier.example', isAllowed: true },
    { host: 'lantern.example', isAllowed: false },
  ];
  const siteAccess = readingProps({
    access: 'chosen',
    isAllowedEverywhere: false,
    selectedSites,
    onRequestPermission,
    onRemoveSite: onForget,
  });
  const options = await show(optionsWith({ siteAccess }));
  expect(options.text()).toContain('courier.example');
  expect(options.text()).toContain('lantern.examplenot allowed by the browser yet');
  await options.click('Allow');
  expect(onRequestPermission).toHaveBeenCalledWith('lantern.example');
  await options.click('Stop reading courier.example automatically');
  expect(onForget).toHaveBeenCalledWith('courier.example');
});

it('shows the keys as they are and opens the browser’s page to change them; on a phone there are none', async () => {
  const onConfigureShortcuts = vi.fn();
  const options = await show(optionsWith({ commandList: shortcutsProps({ onConfigureShortcuts }) }));
  const rows = [...options.root.querySelectorAll('.command-list dd')].map((row) => row.textContent);
  expect(rows).toEqual(['Alt+Shift+1', 'not set']);
  await options.click('Change shortcuts');
  expect(onConfigureShortcuts).toHaveBeenCalled();
  const none = { commands: [], onConfigureShortcuts: null };
  await options.again(optionsWith({ commandList: none }));
  expect(options.has('Change shortcuts')).toBe(false);
  expect(options.text()).not.toContain('These work on every page');
});

it('tells what is hidden where, and forgets rules and kinds of single sites', async () => {
  const onDropRule = vi.fn();
  const onForgetKind = vi.fn();
  const rules = { ...optionsProps().rules, onDeleteRule: onDropRule, onResetKind: onForgetKind };
  const options = await show(optionsWith({ rules }));
  expect(options.text()).toContain('Hides“Watch the harbour live, day and night”aside .harbour-cam');
  expect(options.text()).toContain('Never hidesDonation prompts');
  await options.click('Remove the rule for “Watch the harbour live, day and night”');
  expect(onDropRule).toHaveBeenCalledWith('lantern.example', 'r1');
  expect(options.announced()).toBe('Rule removed');
  await options.click('Use the general setting: Comments');
  expect(onForgetKind).toHaveBeenCalledWith('lantern.example', 'comments');
});

it('forgets what was decided for a site, and not the rules for its boxes', async () => {
  const onSiteChange = vi.fn();
  const props = optionsProps({ onSiteChange });
  const rules = props.settings.sites['lantern.example']?.rules ?? [];
  props.settings.sites['lantern.example'] = { clutterOff: true, rules };
  props.settings.sites['only-rules.example'] = { rules };
  const options = await show(<Options {...props} />);
  expect(options.has('Remove only-rules.example')).toBe(false);
  await options.click('Remove lantern.example');
  expect(onSiteChange).toHaveBeenCalledWith('lantern.example', { rules });
});
