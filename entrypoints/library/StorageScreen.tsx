import { useState } from 'preact/hooks';
import {
  StoragePage,
  type StorageProgress,
  type StorageReport,
} from '../../components/library/StoragePage.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { library } from '../../utils/library/db.ts';
import { readRereadProgress } from '../../utils/library/jobs/reread-progress.ts';
import type { LibraryLocation } from '../../utils/library/lists/library-location.ts';
import { measureLog } from '../../utils/library/log/maintain-log.ts';
import {
  deleteVersions,
  findForgottenArticles,
  measureStorage,
  restoreVersions,
} from '../../utils/library/schema/storage-use.ts';
import { deletePermanently } from '../shared/article-actions.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { Act } from '../shared/use-undo.ts';

/** Query that lists the articles that could be removed. */
const FORGOTTEN_QUERY = 'is:forgotten';

type OnProgress = NonNullable<NonNullable<Parameters<typeof measureStorage>[0]>['onProgress']>;

async function readFacts(signal: AbortSignal, onProgress: OnProgress): Promise<Omit<StorageReport, 'log'>> {
  const [usage, estimate, isPersistent, forgotten, deleted] = await Promise.all([
    measureStorage({ signal, onProgress }),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
    findForgottenArticles(Date.now()),
    library.counts.get('trash'),
  ]);
  return {
    usage,
    used: estimate.usage ?? null,
    quota: estimate.quota ?? null,
    isPersistent,
    oldArchived: forgotten.length,
    deleted: deleted?.count ?? 0,
  };
}

/** Shows how much storage the library uses, and what could be removed. */
export function StorageScreen({ act, go }: { act: Act; go: (place: LibraryLocation) => void }) {
  const strings = useStrings();
  const { count } = strings;
  const [facts, setFacts] = useState<Omit<StorageReport, 'log'> | null>(null);
  const [progress, setProgress] = useState<StorageProgress | null>(null);
  const [revision, setRevision] = useState(0);
  const reread = useLibrary(() => readRereadProgress(library), [], true);
  useAbortableEffect(
    (signal) => {
      readFacts(signal, (done, total) => setProgress({ done, total }))
        .then(setFacts)
        .catch((error: unknown) => {
          if (!signal.aborted) console.error('offprint: storage not counted', error);
        });
    },
    [revision],
  );
  // A live query, because the background may change the log while the screen is open.
  const log = useLibrary(() => measureLog(library), [], true);
  return (
    <StoragePage
      report={facts && log ? { ...facts, log } : null}
      countProgress={progress}
      rereadProgress={reread ?? null}
      onPersist={() => {
        navigator.storage
          .persist()
          .then(() => setRevision((before) => before + 1))
          .catch((error: unknown) => console.warn('offprint: not persistent', error));
      }}
      onDropVersions={() =>
        act(async () => {
          const dropped = await deleteVersions();
          setRevision((before) => before + 1);
          return {
            message: count('storageDropped', dropped.length),
            undo: async () => {
              await restoreVersions(dropped);
              setRevision((before) => before + 1);
            },
          };
        })
      }
      onDeleteForGood={() =>
        act(async () => {
          const sentence = await deletePermanently(null, strings);
          setRevision((before) => before + 1);
          return { message: sentence, undo: null };
        })
      }
      onShowOldArchived={() =>
        go({
          screen: 'articles',
          source: 'archive',
          query: FORGOTTEN_QUERY,
          sort: { by: 'saved', reversed: true },
          reading: null,
        })
      }
    />
  );
}
