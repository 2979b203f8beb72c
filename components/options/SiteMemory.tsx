import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { SwitchRow } from '../ui/SwitchRow.tsx';

export interface SiteMemoryProps {
  isOn: boolean;
  isManaged?: boolean;
  /** How much is remembered; null until that is known. */
  size: { sites: number; bytes: number } | null;
  onSwitch: (on: boolean) => void;
  onClear: () => void;
}

function kilobytes(bytes: number, locale: string): string {
  const figures = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });
  return figures.format(Math.max(1, Math.round(bytes / 1000)));
}

/** Whether blocks that repeat are remembered, how much that is, and the way to forget it. */
export function SiteMemory({ isOn, isManaged = false, size, onSwitch, onClear }: SiteMemoryProps) {
  const { t, count, locale } = useStrings();
  const announce = useAnnounce();
  const isEmpty = size === null || size.sites === 0;
  return (
    <>
      <SwitchRow
        name={t('optionsMemory')}
        hint={t('optionsMemoryText')}
        isOn={isOn}
        isManaged={isManaged}
        onSwitch={onSwitch}
      />
      <div class="option-row">
        <span class="option-row__hint">
          {isEmpty
            ? t('optionsMemoryNone')
            : count('optionsMemorySize', size.sites, kilobytes(size.bytes, locale))}
        </span>
        <button
          type="button"
          class="button"
          disabled={isEmpty}
          onClick={() => {
            onClear();
            announce(t('optionsMemoryCleared'));
          }}
        >
          {t('optionsMemoryClear')}
        </button>
      </div>
    </>
  );
}
