import type { OptionsProps } from '../../../../components/options/Options.tsx';
import type { CommandsProps, ReadingChoiceProps } from '../../../../components/options/SetupChoices.tsx';
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
export const readingProps = (change: Partial<ReadingChoiceProps> = {}): ReadingChoiceProps => ({
  reading: 'all',
  isAllowedEverywhere: true,
  chosen: [],
  isRefused: false,
  onBrowserSettings: null,
  ...idle('onReading onChoose onAllow onRemove'),
  ...change,
});

/** Two commands, one of them without keys. */
export function shortcutsProps(change: Partial<CommandsProps> = {}): CommandsProps {
  return {
    commands: [
      { name: '_execute_action', description: 'Open Offprint on this page', keys: 'Alt+Shift+1' },
      { name: 'highlight', description: 'Highlight the selection', keys: '' },
    ],
    onChangeShortcuts: nothing,
    ...change,
  };
}

/** An options page whose switches do nothing. */
export const optionsProps = (change: Partial<OptionsProps> = {}): OptionsProps => ({
  managed: {},
  settings: {
    ...DEFAULT_SETTINGS,
    sites: {
      'courier.example': { off: true },
      'lantern.example': { kinds: { comments: true, 'donate-nag': false }, rules: RULES },
      'saltwater.example': { clutterOff: true, treatAs: 'article' },
    },
  },
  shortcuts: shortcutsProps(),
  permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
  reading: readingProps(),
  version: '0.1.0',
  licences: [{ name: 'Literata', version: '5.3.0', licence: 'SIL OFL 1.1' }],
  reader: { prefs: DEFAULT_PREFS, onPrefs: nothing },
  storage: { used: 48_300_000, isPersistent: false },
  summaries: 'missing',
  ...idle('onToggleHighlightBar onSingleKeys onSummaries onUnderline onPersist onTheme onClutter onSite'),
  rules: { onDeleteRule: nothing, onResetKind: nothing, onExport: nothing, onImport: async () => 2 },
  onRemovePage: nothing,
  libraryHref: '#',
  ...change,
});

/** An organisation decides what it can. */
export const MANAGED_OPTIONS = optionsProps({
  managed: {
    reading: 'chosen',
    chosenSites: ['courier.example'],
    sites: { 'courier.example': { off: true } },
    offFeatures: ['summaries', 'underlineQuotes', 'highlightOffer'],
  },
  reading: readingProps({
    reading: 'chosen',
    isManaged: { reading: true, chosen: true },
    chosen: [{ host: 'courier.example', isAllowed: true }],
  }),
});

export const OPTIONS_CASES: Record<string, OptionsProps> = {
  full: optionsProps(),
  managed: MANAGED_OPTIONS,
  onClick: optionsProps({
    settings: DEFAULT_SETTINGS,
    reading: readingProps({ reading: 'all', isAllowedEverywhere: false }),
    shortcuts: { commands: [], onChangeShortcuts: null },
  }),
};
