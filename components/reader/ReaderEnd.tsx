import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { ReaderShelf } from './ReaderShelf.tsx';
import type { ReaderProps } from './reader-props.ts';

/** Below the article: what one does with it now, and which one comes next. */
export function ReaderEnd({
  saved,
  next,
  shelf,
  onArchive,
}: Pick<ReaderProps, 'saved' | 'next' | 'shelf' | 'onArchive'>) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  if (saved === null && next === null) return null;
  return (
    <div class="reader__end">
      {saved !== null && (
        <button type="button" class="button" aria-keyshortcuts={keyNames.of('e')} onClick={onArchive}>
          <Icon name={saved.isArchived ? 'inbox' : 'archive'} />
          {t(saved.isArchived ? 'actionUnarchive' : 'actionArchive')}
        </button>
      )}
      {shelf !== null && <ReaderShelf {...shelf} />}
      {next !== null && (
        <p class="reader__next">
          <span class="kicker">{t('readerNext')}</span>
          <a href={next.href} dir="auto" aria-keyshortcuts={keyNames.of('j')}>
            {next.title || t('untitled')}
          </a>
        </p>
      )}
    </div>
  );
}
