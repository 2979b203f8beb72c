import type { OptionsProps } from '../../../../components/options/Options.tsx';
import type { CommandsProps, SiteAccessChoiceProps } from '../../../../components/options/SetupChoices.tsx';
import type { UserRule } from '../../../../utils/clutter/rules/user-rules.ts';
import { DEFAULT_PREFS } from '../../../../utils/settings/reader-prefs.ts';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/schema.ts';
import { makeRule } from '../../settings/make-rule.ts';
import { idle, nothing } from './idle.ts';

const RULES: UserRule[] = [
  makeRule({
    ...{ within: ['main #main'], words: ['watch', 'the', 'harbour', 'live'] },
    label: 'Watch the harbour live, day and night',
  }),
  makeRule({
    ...{
      id: 'r2',
      action: 'keep',
      tag: 'section',
      names: [],
      words: ['one', 'letter', 'a', 'week'],
      text: 'alike',
    },
    label: 'One letter a week from the lighthouse, by those who keep it',
  }),
];

/** A choice of where to look that changes nothing. */
export const readingProps = (change: Partial<SiteAccessChoiceProps> = {}): SiteAccessChoiceProps => ({
  access: 'all',
  isAllowedEverywhere: true,
  selectedSites: [],
  wasRefused: false,
  onOpenBrowserSettings: null,
  ...idle('onAccessChange onAddSite onRequestPermission onRemoveSite'),
  ...change,
});

/** Two commands, one of them without keys. */
export function shortcutsProps(change: Partial<CommandsProps> = {}): CommandsProps {
  return {
    commands: [
      { name: '_execute_action', description: 'Open Offprint on this page', keys: 'Alt+Shift+1' },
      { name: 'highlight', description: 'Highlight the selection', keys: '' },
    ],
    onConfigureShortcuts: nothing,
    ...change,
  };
}

/** An options page whose switches do nothing. */
export const optionsProps = (change: Partial<OptionsProps> = {}): OptionsProps => ({
  settings: {
    ...DEFAULT_SETTINGS,
    sites: {
      'courier.example': { off: true },
      'lantern.example': { kinds: { comments: true, 'donate-nag': false }, rules: RULES },
      'saltwater.example': { clutterOff: true, treatAs: 'article' },
    },
  },
  commandList: shortcutsProps(),
  permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
  siteAccess: readingProps(),
  version: '0.1.0',
  licences: [{ name: 'Literata', version: '5.3.0', licence: 'SIL OFL 1.1' }],
  reader: { prefs: DEFAULT_PREFS, onPrefsChange: nothing },
  storage: { used: 48_300_000, isPersistent: false },
  ...idle(
    'onHighlightButtonChange onSingleKeysChange onUnderlineChange onPersist onThemeChange onClutterKindChange onSiteChange',
  ),
  rules: { onDeleteRule: nothing, onResetKind: nothing },
  onRemovePage: nothing,
  libraryHref: '#',
  ...change,
});

export const OPTIONS_CASES: Record<string, OptionsProps> = {
  full: optionsProps(),
  onClick: optionsProps({
    settings: DEFAULT_SETTINGS,
    siteAccess: readingProps({ access: 'all', isAllowedEverywhere: false }),
    commandList: { commands: [], onConfigureShortcuts: null },
  }),
};
