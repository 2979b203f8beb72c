import type { UnderlineQuotes } from '../../utils/settings/schema.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import './underline-choice.css';

export interface UnderlineChoiceProps {
  value: UnderlineQuotes;
  isManaged?: boolean;
  onChange: (value: UnderlineQuotes) => void;
}

/** When quotes are underlined in the pages of articles, with a line that says how. */
export function UnderlineChoice({ value, isManaged = false, onChange }: UnderlineChoiceProps) {
  const { t } = useStrings();
  return (
    <div class="underline-choice">
      <span>
        <span class="underline-choice__name">{t('underlineTitle')}</span>
        <span class="underline-choice__hint">{t('underlineText')}</span>
        {isManaged && <ManagedNote />}
      </span>
      <SegmentedChoice<UnderlineQuotes>
        label={t('underlineTitle')}
        options={[
          { value: 'always', label: t('underlineAlways') },
          { value: 'open', label: t('underlineOpen') },
          { value: 'off', label: t('underlineOff') },
        ]}
        value={value}
        isManaged={isManaged}
        onChange={onChange}
      />
    </div>
  );
}
