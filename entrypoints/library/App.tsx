import { useEffect, useState } from 'preact/hooks';
import { Library } from '../../components/library/Library.tsx';
import { BackupNotice, LossNotice, UnreadableNotice } from '../../components/library/LibraryNotices.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { useKeyBuffer } from '../../components/ui/hooks/key-buffer.ts';
import { useLazyModule } from '../../components/ui/hooks/use-lazy-module.ts';
import { library } from '../../utils/library/db.ts';
import {
  formatLocation,
  type LibraryLocation,
  locationOfSource,
} from '../../utils/library/lists/library-location.ts';
import { readRevision } from '../../utils/library/lists/view-counts.ts';
import { browser } from '../../utils/platform/browser.ts';
import { articleActions } from '../shared/article-actions.ts';
import { takeDeleted } from '../shared/hand-over.ts';
import { useChangeLog } from '../shared/use-change-log.ts';
import { useLibrary } from '../shared/use-library.ts';
import { useSyncPolling } from '../shared/use-sync-polling.ts';
import { useUndo } from '../shared/use-undo.ts';
import { ArticlesScreen } from './ArticlesScreen.tsx';
import { useLoss, useUnreadable } from './notices.ts';
import { shelfActions } from './shelf-actions.ts';
import { linksTo, useAddLinks } from './use-add-links.ts';
import { endReturn, useAddress } from './use-address.ts';
import { useBackupNotice } from './use-backup-notice.ts';
import { useGoneShelf, useRail } from './use-rail.ts';

/** The library page. The current place is in the address, so that Back and reloading work. */
export function App() {
  const strings = useStrings();
  const { place, go } = useAddress();
  const undoing = useUndo();
  const { undo, undoLast, dismiss, act } = undoing;
  const revision = useLibrary(() => readRevision(library), [], true) ?? 0;
  const rail = useRail(revision);
  const articles = articleActions(act, strings);
  const shelves = shelfActions(act, strings, {
    onMade: (source) => go(locationOfSource(source)),
    onLeft: (source) => {
      if (place.screen === 'articles' && place.source === source) go(locationOfSource('inbox'));
    },
  });
  const addTo = linksTo(place, rail);
  const links = useAddLinks(undoing, addTo);
  useGoneShelf(place, rail, () => go(locationOfSource('inbox'), true));
  const isEverything = place.screen === 'articles' && place.source === 'inbox' && place.query.trim() !== '';

  const [changing, setChanging] = useState<string | null>(null);
  const changed = rail?.smartLists.find(({ id }) => id === changing) ?? null;
  const SmartSearchScreen = useLazyModule(
    changing !== null,
    () => import('./SmartSearchScreen.tsx'),
  )?.SmartSearchScreen;
  useKeyBuffer(changed?.id ?? null, SmartSearchScreen !== undefined);

  const AddLinksScreen = useLazyModule(
    links.given !== null,
    () => import('./AddLinksScreen.tsx'),
  )?.AddLinksScreen;
  // Pasted links wait only for Enter on the button.
  useKeyBuffer(links.given === '' ? 'links' : null, AddLinksScreen !== undefined);

  const loss = useLoss();
  const backup = useBackupNotice();
  const unreadable = useUnreadable();
  useChangeLog();
  useSyncPolling();

  // After the first screen is drawn.
  useEffect(endReturn, []);
  useEffect(() => {
    const deleted = takeDeleted();
    if (deleted !== null) articles.onDeleted(deleted.id, deleted.title);
  }, []);

  useEffect(() => {
    // Requested once, since the browser remembers it and a library in use is worth keeping.
    navigator.storage.persist?.().catch((error: unknown) => console.warn('offprint: not persistent', error));
  }, []);

  // Most visits show a list.
  const PeopleScreen = useLazyModule(
    place.screen === 'people',
    () => import('./PeopleScreen.tsx'),
  )?.PeopleScreen;
  const StoriesScreen = useLazyModule(
    place.screen === 'stories',
    () => import('./StoriesScreen.tsx'),
  )?.StoriesScreen;
  const HighlightsScreen = useLazyModule(
    place.screen === 'highlights',
    () => import('./HighlightsScreen.tsx'),
  )?.HighlightsScreen;
  const ReviewScreen = useLazyModule(
    place.screen === 'review',
    () => import('./HighlightsScreen.tsx'),
  )?.ReviewScreen;
  const TagsScreen = useLazyModule(place.screen === 'tags', () => import('./TagsScreen.tsx'))?.TagsScreen;
  const StorageScreen = useLazyModule(
    place.screen === 'storage',
    () => import('./StorageScreen.tsx'),
  )?.StorageScreen;
  const SyncScreen = useLazyModule(place.screen === 'sync', () => import('./SyncScreen.tsx'))?.SyncScreen;
  const screen = ((at: LibraryLocation) => {
    switch (at.screen) {
      case 'articles':
        return (
          <ArticlesScreen
            place={at}
            rail={rail}
            revision={revision}
            actions={articles}
            go={go}
            onKeepSearch={shelves.onKeepSearch}
            onChangeSearch={setChanging}
            onAddLinks={() => links.open('')}
            onNotThisStory={(id) => {
              import('./story-actions.ts')
                .then(({ storyActions }) => storyActions(act, strings).onRemove([id]))
                .catch((error: unknown) => act(() => Promise.reject(error)));
            }}
          />
        );
      case 'people':
        return PeopleScreen && <PeopleScreen place={at} actions={shelves} go={go} />;
      case 'stories':
        return StoriesScreen && <StoriesScreen place={at} articles={articles} act={act} go={go} />;
      case 'highlights':
        return HighlightsScreen && <HighlightsScreen place={at} rail={rail} act={act} go={go} />;
      case 'review':
        return ReviewScreen && <ReviewScreen act={act} go={go} />;
      case 'tags':
        return TagsScreen && <TagsScreen actions={shelves} />;
      case 'storage':
        return StorageScreen && <StorageScreen act={act} go={go} />;
      case 'sync':
        return SyncScreen && <SyncScreen />;
    }
  })(place);

  return (
    <Library
      {...shelves}
      place={isEverything ? null : place}
      data={rail}
      undo={undo}
      notice={
        unreadable !== null ? (
          <UnreadableNotice {...unreadable} />
        ) : loss !== null ? (
          <LossNotice {...loss} />
        ) : (
          backup && <BackupNotice {...backup} />
        )
      }
      onGo={go}
      hrefOfPlace={formatLocation}
      onDrop={(ids, source) => {
        const value = source.slice(source.indexOf(':') + 1);
        if (source.startsWith('list:')) articles.bulkActions.onList([...ids], value, true);
        else articles.bulkActions.onTag([...ids], value, true);
      }}
      onUndo={undoLast}
      onDismissUndo={dismiss}
      onChangeSearch={setChanging}
      onAddLinks={() => links.open('')}
      isDraggingLinks={links.isOver}
      onOpenOptions={() => {
        browser.runtime.openOptionsPage().catch((error: unknown) => console.error('offprint:', error));
      }}
    >
      {screen}
      {changed !== null && SmartSearchScreen !== undefined && (
        <SmartSearchScreen
          key={changed.id}
          list={changed}
          onChange={(query) => shelves.onSmartSearch(changed.id, query)}
          onClose={() => setChanging(null)}
        />
      )}
      {links.given !== null && AddLinksScreen !== undefined && (
        <AddLinksScreen text={links.given} to={addTo} onAdd={links.add} onClose={links.close} />
      )}
    </Library>
  );
}
