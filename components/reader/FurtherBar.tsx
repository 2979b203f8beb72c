import { useEffect } from 'preact/hooks';
import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/undo-bar.css';
import type { Further } from './hooks/use-reading-progress.ts';

/** Says that the user has read further on another device, and goes there. Stays until they go, close it or read on. */
export function FurtherBar({ onGo, onDismiss }: Further) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const sentence = t('readerFurther');
  useEffect(() => announce(sentence), [sentence]);
  return (
    <section class="undo-bar" aria-label={t('readerFurtherGo')}>
      <span class="undo-bar__words">{sentence}</span>
      <button type="button" class="text-button" onClick={onGo}>
        {t('readerFurtherGo')}
      </button>
      <button type="button" class="icon-button" aria-label={t('actionClose')} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </section>
  );
}
