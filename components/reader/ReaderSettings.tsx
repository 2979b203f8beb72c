import { type ReaderPrefs, stepSize } from '../../utils/settings/reader-prefs.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import '../ui/menus/menu.css';
import '../ui/switch.css';

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

/** Settings of the reading view: theme, type and marks. */
export function ReaderSettings({ prefs, onPrefs }: ReaderSettingsProps) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  return (
    <>
      <div class="menu__row menu__row--theme">
        <span>{t('readerTheme')}</span>
        <SegmentedChoice
          label={t('readerTheme')}
          options={[
            { value: 'system', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'sepia', label: t('themeSepia') },
            { value: 'dark', label: t('themeDark') },
            { value: 'contrast', label: t('themeContrast') },
          ]}
          value={prefs.theme}
          onChange={(theme) => onPrefs({ ...prefs, theme })}
        />
      </div>
      <div class="menu__row">
        <span>{t('readerTextSize')}</span>
        <fieldset class="stepper" aria-label={t('readerTextSize')}>
          <button
            type="button"
            class="icon-button"
            aria-label={t('readerSmaller')}
            aria-keyshortcuts={keyNames.of('-')}
            onClick={() => onPrefs({ ...prefs, size: stepSize(prefs.size, -1) })}
          >
            <span class="stepper__small">A</span>
          </button>
          <output>{prefs.size}</output>
          <button
            type="button"
            class="icon-button"
            aria-label={t('readerBigger')}
            aria-keyshortcuts={keyNames.of('+')}
            onClick={() => onPrefs({ ...prefs, size: stepSize(prefs.size, 1) })}
          >
            <span class="stepper__large">A</span>
          </button>
        </fieldset>
      </div>
      <div class="menu__row">
        <span>{t('readerWidth')}</span>
        <SegmentedChoice
          label={t('readerWidth')}
          options={[
            { value: 'narrow', label: t('readerWidthNarrow') },
            { value: 'normal', label: t('readerWidthNormal') },
            { value: 'wide', label: t('readerWidthWide') },
          ]}
          value={prefs.width}
          onChange={(width) => onPrefs({ ...prefs, width })}
        />
      </div>
      <div class="menu__row">
        <span>{t('readerSpacing')}</span>
        <SegmentedChoice
          label={t('readerSpacing')}
          options={[
            { value: 'tight', label: t('readerSpacingTight') },
            { value: 'normal', label: t('readerSpacingNormal') },
            { value: 'airy', label: t('readerSpacingAiry') },
          ]}
          value={prefs.spacing}
          onChange={(spacing) => onPrefs({ ...prefs, spacing })}
        />
      </div>
      <div class="menu__row">
        <span>{t('readerFace')}</span>
        <SegmentedChoice
          label={t('readerFace')}
          options={[
            { value: 'serif', label: t('readerFaceSerif') },
            { value: 'sans', label: t('readerFaceSans') },
          ]}
          value={prefs.face}
          onChange={(face) => onPrefs({ ...prefs, face })}
        />
      </div>
      {SWITCHES.map(([key, label]) => (
        <label key={key} class="menu__row">
          <span>{t(label)}</span>
          <input
            type="checkbox"
            class="switch"
            role="switch"
            aria-checked={prefs[key]}
            checked={prefs[key]}
            onChange={(event) => onPrefs({ ...prefs, [key]: event.currentTarget.checked })}
          />
        </label>
      ))}
    </>
  );
}
