import { IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { ReaderHighlight } from './use-highlight-ranges.ts';
import './highlights.css';

interface Props {
  highlights: readonly ReaderHighlight[];
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
  onCopyAll: () => Promise<boolean>;
}

/** A list of all highlights of an article with their notes. Says which are no longer found in the text. */
export function HighlightList({ highlights, onOpen, onDelete, onCopyAll }: Props) {
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
        {highlights.map((highlight) => (
          <li key={highlight.id} class="highlight-item" data-colour={highlight.colour}>
            <button
              type="button"
              class="highlight-item__words"
              dir="auto"
              onClick={() => onOpen(highlight.id)}
            >
              {highlight.text === '' ? t('highlightOfArticle') : highlight.text}
            </button>
            {highlight.note !== '' && (
              <p class="highlight-item__note" dir="auto">
                {highlight.note}
              </p>
            )}
            <div class="highlight-item__foot">
              {highlight.text !== '' && highlight.start === null && (
                <span class="note">{t('highlightGone')}</span>
              )}
              <IconButton icon="trash" label={t('highlightDelete')} onClick={() => onDelete(highlight.id)} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
