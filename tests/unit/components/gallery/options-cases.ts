import type { OptionsProps } from '../../../../components/Options.tsx';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/schema.ts';

const nothing = (): void => undefined;

/** An options page whose switches do nothing. */
export function optionsProps(change: Partial<OptionsProps> = {}): OptionsProps {
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      sites: {
        'courier.example': { off: true },
        'saltwater.example': { clutterOff: true, treatAs: 'article' },
      },
    },
    commands: [
      { name: 'a', description: 'Open Offprint on this page', keys: 'Alt+Shift+O' },
      { name: 'b', description: 'Save this article', keys: '' },
    ],
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    access: { everywhere: true, canDrop: true },
    version: '0.1.0',
    licences: [{ name: 'Literata', version: '5.3.0', licence: 'SIL OFL 1.1' }],
    onTheme: nothing,
    onClutter: nothing,
    onSite: nothing,
    onForgetPage: nothing,
    onChangeShortcuts: nothing,
    onAccess: nothing,
    libraryHref: '#',
    ...change,
  };
}

export const OPTIONS_CASES: Record<string, OptionsProps> = {
  full: optionsProps(),
  onClick: optionsProps({
    settings: DEFAULT_SETTINGS,
    access: { everywhere: false, canDrop: true },
    onChangeShortcuts: null,
  }),
};
