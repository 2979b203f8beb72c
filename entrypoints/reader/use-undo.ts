import { useContext, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { type MessageKey, StringsContext } from '../../components/ui/base/strings.ts';
import { explainError } from '../shared/explain-error.ts';

interface Done {
  sentence: string;
  undo: () => Promise<unknown>;
}

/** What the reader did last and can take back, and what failed. */
export function useUndo() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [done, setDone] = useState<Done | null>(null);
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    announce(explainError(error, t));
  };
  return {
    fail,
    /** @param undo takes it back */
    offer(key: MessageKey, undo: () => Promise<unknown>): void {
      setDone({ sentence: t(key), undo });
      announce(t(key));
    },
    bar:
      done === null
        ? null
        : {
            sentence: done.sentence,
            onDismiss: () => setDone(null),
            onUndo(): void {
              setDone(null);
              done
                .undo()
                .then(() => announce(t('libraryRestored')))
                .catch(fail);
            },
          },
  };
}
