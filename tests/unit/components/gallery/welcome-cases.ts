import { buildExample } from '../../../../components/welcome/example-article.ts';
import type { WelcomeProps } from '../../../../components/welcome/Welcome.tsx';
import { english } from './english.ts';
import { idle, nothing } from './idle.ts';
import { readingProps, shortcutsProps } from './options-cases.ts';

/** A first page whose buttons do nothing. */
export const welcomeProps = (change: Partial<WelcomeProps> = {}): WelcomeProps => ({
  example: {
    example: buildExample(english),
    save: { kind: 'unsaved' },
    ...idle('onSave onRead onRemove'),
    onCopy: async () => true,
  },
  siteAccess: readingProps(),
  underline: { value: 'open', onChange: nothing },
  commandList: shortcutsProps(),
  onOpenLibrary: nothing,
  onOpenOptions: nothing,
  ...change,
});

const saved = { kind: 'saved', articleId: 'a', savedAt: 0 } as const;

export const WELCOME_CASES: Record<string, WelcomeProps> = {
  first: welcomeProps(),
  saved: welcomeProps({
    example: { ...welcomeProps().example, save: saved },
    siteAccess: readingProps({
      access: 'chosen',
      selectedSites: [
        { host: 'courier.example', isAllowed: true },
        { host: 'lantern.example', isAllowed: false },
      ],
      onOpenBrowserSettings: nothing,
    }),
  }),
  refused: welcomeProps({ siteAccess: readingProps({ isAllowedEverywhere: false, wasRefused: true }) }),
};
