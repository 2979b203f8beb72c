import { IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { ReaderHighlight } from './use-highlight-ranges.ts';
import './highlights.css';

interface Props {
  highlights: readonly ReaderHighlight[];
  onGo: (id: string) => void;
  onDelete: (id: string) => void;
  onCopyAll: () => Promise<boolean>;
}

/** All highlights of an article with their notes; marks those whose words are no longer in the text. */
export function HighlightList({ highlights, onGo, onDelete, onCopyAll }: Props) {
  const { t, count } = useStrings();
  if (highlights.length === 0) {
    return <p class="note note--quiet">{t('highlightsNone')}</p>;
  }
  return (
    <>
      <div class="highlight-list__head">
        <span class="note">{count('highlightCount', highlights.length)}</span>
        <CopyButton label={t('actionCopyAll')} successMessage={t('highlightsCopied')} onCopy={onCopyAll} />
      </div>
      <ol class="highlight-list">
        {highlights.map((one) => (
          <li key={one.id} class="highlight-item" data-colour={one.colour}>
            <button type="button" class="highlight-item__words" dir="auto" onClick={() => onGo(one.id)}>
              {one.text === '' ? t('highlightOfArticle') : one.text}
            </button>
            {one.note !== '' && (
              <p class="highlight-item__note" dir="auto">
                {one.note}
              </p>
            )}
            <div class="highlight-item__foot">
              {one.text !== '' && one.start === null && <span class="note">{t('highlightGone')}</span>}
              <IconButton icon="trash" label={t('highlightDelete')} onClick={() => onDelete(one.id)} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
