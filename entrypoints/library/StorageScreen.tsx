import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../components/library-place.ts';
import { type StorageFacts, StoragePage } from '../../components/StoragePage.tsx';
import { useStrings } from '../../components/strings.ts';
import { library } from '../../utils/library/db.ts';
import { measureCopy } from '../../utils/library/journal-keep.ts';
import { dropVersions, findForgotten, measureStorage } from '../../utils/library/storage-use.ts';
import type { Act } from './use-undo.ts';

/** How long an archived article must have been done to count as forgotten, in ms: about a year. */
const FORGOTTEN_AFTER = 365 * 86_400_000;

/** The query that finds what could go, for the reader to look at. */
const FORGOTTEN_QUERY = 'is:archived -is:favourite -is:pinned -is:highlighted before:1y';

async function readFacts(signal: AbortSignal): Promise<StorageFacts> {
  const [use, copy, estimate, isPersistent, forgotten] = await Promise.all([
    measureStorage(undefined, signal),
    measureCopy(library),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
    findForgotten(Date.now() - FORGOTTEN_AFTER),
  ]);
  return {
    use,
    copy,
    used: estimate.usage ?? null,
    quota: estimate.quota ?? null,
    isPersistent,
    forgotten: forgotten.length,
  };
}

/** What the library takes, and what could go. */
export function StorageScreen({ act, go }: { act: Act; go: (place: Place) => void }) {
  const { count } = useStrings();
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const life = new AbortController();
    readFacts(life.signal)
      .then(setFacts)
      .catch((error: unknown) => {
        if (!life.signal.aborted) console.error('offprint: storage not counted', error);
      });
    return () => life.abort();
  }, [again]);
  return (
    <StoragePage
      facts={facts}
      onPersist={() => {
        navigator.storage
          .persist()
          .then(() => setAgain(again + 1))
          .catch((error: unknown) => console.warn('offprint: not persistent', error));
      }}
      onDropVersions={() =>
        act(async () => {
          const dropped = await dropVersions();
          setAgain(again + 1);
          return { sentence: count('storageDropped', dropped), undo: null };
        })
      }
      onShowForgotten={() =>
        go({
          screen: 'articles',
          source: 'archive',
          query: FORGOTTEN_QUERY,
          sort: { by: 'saved', reversed: true },
        })
      }
    />
  );
}
