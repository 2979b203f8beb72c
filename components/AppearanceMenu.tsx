import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { type ReaderPrefs, stepSize } from './reader-prefs.ts';
import { SegmentedChoice } from './SegmentedChoice.tsx';
import { useStrings } from './strings.ts';
import './menu.css';
import './switch.css';

interface Props {
  prefs: ReaderPrefs;
  onPrefs: (prefs: ReaderPrefs) => void;
}

/** Theme, text size and line length, behind one button. */
export function AppearanceMenu({ prefs, onPrefs }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [open]);
  return (
    <div class="menu-frame" ref={frame}>
      <button
        type="button"
        class="icon-button"
        ref={button}
        aria-label={t('readerAppearance')}
        title={t('readerAppearance')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="text" />
      </button>
      {open && (
        <div class="menu">
          <SegmentedChoice
            label={t('readerTheme')}
            options={[
              { value: 'system', label: t('themeSystem') },
              { value: 'light', label: t('themeLight') },
              { value: 'sepia', label: t('themeSepia') },
              { value: 'dark', label: t('themeDark') },
            ]}
            value={prefs.theme}
            onChange={(theme) => onPrefs({ ...prefs, theme })}
          />
          <div class="menu__row">
            <span>{t('readerTextSize')}</span>
            <span class="stepper">
              <button
                type="button"
                class="icon-button"
                aria-label={t('readerSmaller')}
                aria-keyshortcuts="-"
                onClick={() => onPrefs({ ...prefs, size: stepSize(prefs.size, -1) })}
              >
                <span class="stepper__small">A</span>
              </button>
              <output>{prefs.size}</output>
              <button
                type="button"
                class="icon-button"
                aria-label={t('readerBigger')}
                aria-keyshortcuts="+"
                onClick={() => onPrefs({ ...prefs, size: stepSize(prefs.size, 1) })}
              >
                <span class="stepper__large">A</span>
              </button>
            </span>
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
          <label class="menu__row">
            <span>{t('readerMarkQuotes')}</span>
            <input
              type="checkbox"
              class="switch"
              role="switch"
              aria-checked={prefs.marks}
              checked={prefs.marks}
              onChange={(event) => onPrefs({ ...prefs, marks: event.currentTarget.checked })}
            />
          </label>
        </div>
      )}
    </div>
  );
}
