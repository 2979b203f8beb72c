import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';

interface Props {
  /** The id of the quote's words, read out with the button. */
  textId: string;
  onCopyAs: (format: CopyFormat) => Promise<boolean>;
  onPicture: () => void;
  /** Shows why this speaker was identified; `label` is the menu item's text. */
  why: { label: string; onShow: () => void };
  /** Absent if the speaker cannot be corrected. */
  onCorrect?: (() => void) | undefined;
}

/** A menu of further actions for one quote. */
export function QuoteMenu({ textId, onCopyAs, onPicture, why, onCorrect }: Props) {
  const { t } = useStrings();
  return (
    <div class="quote-menu">
      <ActionMenu
        label={t('quoteMore')}
        describedBy={textId}
        actions={[
          ...OTHER_FORMATS.map(([format, label]) => ({ label: t(label), onCopy: () => onCopyAs(format) })),
          { label: t('quoteAsPicture'), startsGroup: true, onChoose: onPicture },
          { label: why.label, startsGroup: true, onChoose: why.onShow },
          onCorrect !== undefined && { label: t('correctSpeaker'), onChoose: onCorrect },
        ]}
      />
    </div>
  );
}

/** The formats in which a quote can be copied. */
export type CopyFormat = 'plain' | 'words' | 'markdown' | 'link' | 'apa' | 'chicago';

/** The formats in a quote's menu, besides the button for the plain citation. */
const OTHER_FORMATS: readonly (readonly [CopyFormat, MessageKey])[] = [
  ['words', 'copyWordsOnly'],
  ['link', 'copyQuoteLink'],
  ['markdown', 'copyAsMarkdown'],
  ['apa', 'copyAsApa'],
  ['chicago', 'copyAsChicago'],
];
