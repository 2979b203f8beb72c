import { nextTextSize, type ReaderPrefs } from '../../utils/settings/reader-prefs.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Switch } from '../ui/Switch.tsx';
import '../ui/menus/menu.css';

export interface ReaderSettingsProps {
  prefs: ReaderPrefs;
  onPrefsChange: (prefs: ReaderPrefs) => void;
}

/** Preferences that can be turned on or off, with their labels. */
const SWITCH_PREFS: readonly (readonly ['focus' | 'marks', MessageKey])[] = [
  ['focus', 'readerFocus'],
  ['marks', 'readerMarkQuotes'],
];

/** Preferences with several values: key, label, and the labels of the values. */
const CHOICE_PREFS = [
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

/** The settings of the reader: theme, typography and layout. */
export function ReaderSettings({ prefs, onPrefsChange }: ReaderSettingsProps) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const renderChoice = ([key, label, options]: (typeof CHOICE_PREFS)[number]) => (
    <div key={key} class={key === 'theme' ? 'menu__row menu__row--theme' : 'menu__row'}>
      <span>{t(label)}</span>
      <SegmentedControl<string>
        label={t(label)}
        options={options}
        value={prefs[key]}
        onChange={(value) => onPrefsChange({ ...prefs, [key]: value })}
      />
    </div>
  );
  return (
    <>
      {renderChoice(CHOICE_PREFS[0])}
      <div class="menu__row">
        <span>{t('readerTextSize')}</span>
        <fieldset class="stepper" aria-label={t('readerTextSize')}>
          <button
            type="button"
            class="icon-button"
            aria-label={t('readerSmaller')}
            aria-keyshortcuts={shortcutHints.ariaShortcut('-')}
            onClick={() => onPrefsChange({ ...prefs, size: nextTextSize(prefs.size, -1) })}
          >
            <span class="stepper__small">A</span>
          </button>
          <output>{prefs.size}</output>
          <button
            type="button"
            class="icon-button"
            aria-label={t('readerBigger')}
            aria-keyshortcuts={shortcutHints.ariaShortcut('+')}
            onClick={() => onPrefsChange({ ...prefs, size: nextTextSize(prefs.size, 1) })}
          >
            <span class="stepper__large">A</span>
          </button>
        </fieldset>
      </div>
      {CHOICE_PREFS.slice(1).map(renderChoice)}
      {SWITCH_PREFS.map(([key, label]) => (
        <label key={key} class="menu__row">
          <span>{t(label)}</span>
          <Switch isOn={prefs[key]} onSwitch={(isOn) => onPrefsChange({ ...prefs, [key]: isOn })} />
        </label>
      ))}
    </>
  );
}
