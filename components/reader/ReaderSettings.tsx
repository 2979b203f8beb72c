import { nextTextSize, type ReaderPrefs } from '../../utils/settings/reader-prefs.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Switch } from '../ui/Switch.tsx';
import '../ui/menus/menu.css';

export interface ReaderSettingsProps {
  prefs: ReaderPrefs;
  onPrefs: (prefs: ReaderPrefs) => void;
}

const SWITCHES: readonly (readonly ['columns' | 'justified' | 'focus' | 'marks', MessageKey])[] = [
  ['columns', 'readerColumns'],
  ['justified', 'readerJustified'],
  ['focus', 'readerFocus'],
  ['marks', 'readerMarkQuotes'],
];

/** The choices by preference: its label, and those of its values. */
const CHOICES = [
  [
    'theme',
    'readerTheme',
    {
      system: 'themeSystem',
      light: 'themeLight',
      sepia: 'themeSepia',
      dark: 'themeDark',
      contrast: 'themeContrast',
    },
  ],
  [
    'width',
    'readerWidth',
    { narrow: 'readerWidthNarrow', normal: 'readerWidthNormal', wide: 'readerWidthWide' },
  ],
  [
    'spacing',
    'readerSpacing',
    { tight: 'readerSpacingTight', normal: 'readerSpacingNormal', airy: 'readerSpacingAiry' },
  ],
  ['face', 'readerFace', { serif: 'readerFaceSerif', sans: 'readerFaceSans' }],
] as const satisfies readonly (readonly [keyof ReaderPrefs, MessageKey, Record<string, MessageKey>])[];

/** Settings of the reading view: theme, type and marks. */
export function ReaderSettings({ prefs, onPrefs }: ReaderSettingsProps) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const choice = ([key, label, options]: (typeof CHOICES)[number]) => (
    <div key={key} class={key === 'theme' ? 'menu__row menu__row--theme' : 'menu__row'}>
      <span>{t(label)}</span>
      <SegmentedControl<string>
        label={t(label)}
        options={options}
        value={prefs[key]}
        onChange={(value) => onPrefs({ ...prefs, [key]: value })}
      />
    </div>
  );
  return (
    <>
      {choice(CHOICES[0])}
      <div class="menu__row">
        <span>{t('readerTextSize')}</span>
        <fieldset class="stepper" aria-label={t('readerTextSize')}>
          <button
            type="button"
            class="icon-button"
            aria-label={t('readerSmaller')}
            aria-keyshortcuts={shortcutHints.ariaShortcut('-')}
            onClick={() => onPrefs({ ...prefs, size: nextTextSize(prefs.size, -1) })}
          >
            <span class="stepper__small">A</span>
          </button>
          <output>{prefs.size}</output>
          <button
            type="button"
            class="icon-button"
            aria-label={t('readerBigger')}
            aria-keyshortcuts={shortcutHints.ariaShortcut('+')}
            onClick={() => onPrefs({ ...prefs, size: nextTextSize(prefs.size, 1) })}
          >
            <span class="stepper__large">A</span>
          </button>
        </fieldset>
      </div>
      {CHOICES.slice(1).map(choice)}
      {SWITCHES.map(([key, label]) => (
        <label key={key} class="menu__row">
          <span>{t(label)}</span>
          <Switch isOn={prefs[key]} onSwitch={(on) => onPrefs({ ...prefs, [key]: on })} />
        </label>
      ))}
    </>
  );
}
