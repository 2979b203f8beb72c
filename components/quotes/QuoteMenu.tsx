import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';

interface Props {
  /** Id of the element with the quote's text, which is the button's accessible description. */
  textId: string;
  onCopyAs: (format: CopyFormat) => Promise<boolean>;
  onCreatePicture: () => void;
  /** Explains the attribution, or why there is none; `label` is the menu item's text. */
  explanation: { label: string; onShow: () => void };
  /** Absent if the speaker cannot be corrected. */
  onCorrect?: (() => void) | undefined;
}

/** A menu of further actions for one quote. */
export function QuoteMenu({ textId, onCopyAs, onCreatePicture, explanation, onCorrect }: Props) {
  const { t } = useStrings();
  return (
    <div class="quote-menu">
      <ActionMenu
        label={t('quoteMore')}
        describedBy={textId}
        actions={[
          ...MENU_FORMATS.map(([format, label]) => ({ label: t(label), onCopy: () => onCopyAs(format) })),
          { label: t('quoteAsPicture'), startsGroup: true, onChoose: onCreatePicture },
          { label: explanation.label, startsGroup: true, onChoose: explanation.onShow },
          onCorrect !== undefined && { label: t('correctSpeaker'), onChoose: onCorrect },
        ]}
      />
    </div>
  );
}

/** The formats in which a quote can be copied. */
export type CopyFormat = 'plain' | 'textOnly' | 'markdown' | 'link' | 'apa' | 'chicago';

/** The formats in the menu. `plain` is missing because it has its own copy button. */
const MENU_FORMATS: readonly (readonly [CopyFormat, MessageKey])[] = [
  ['textOnly', 'copyWordsOnly'],
  ['link', 'copyQuoteLink'],
  ['markdown', 'copyAsMarkdown'],
  ['apa', 'copyAsApa'],
  ['chicago', 'copyAsChicago'],
];
