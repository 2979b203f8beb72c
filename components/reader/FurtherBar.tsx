import { useEffect } from 'preact/hooks';
import { ActionBar } from '../ui/ActionBar.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import type { Further } from './hooks/use-reading-progress.ts';

/** Says that the user has read further on another device, and goes there. Stays until they go, close it or read on. */
export function FurtherBar({ onGo, onDismiss }: Further) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const sentence = t('readerFurther');
  useEffect(() => announce(sentence), [sentence]);
  return (
    <ActionBar label={t('readerFurtherGo')} message={sentence} onDismiss={onDismiss}>
      <button type="button" class="text-button" onClick={onGo}>
        {t('readerFurtherGo')}
      </button>
    </ActionBar>
  );
}
