import { useEffect, useState } from 'preact/hooks';
import { Library } from '../../components/library/Library.tsx';
import { LossNotice, UnreadableNotice } from '../../components/library/LibraryNotices.tsx';
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
import { createArticleActions } from '../shared/article-actions.ts';
import { takeDeleted } from '../shared/hand-over.ts';
import { useChangeLog } from '../shared/use-change-log.ts';
import { useLibrary } from '../shared/use-library.ts';
import { useSyncPolling } from '../shared/use-sync-polling.ts';
import { useUndo } from '../shared/use-undo.ts';
import { ArticlesScreen } from './ArticlesScreen.tsx';
import { createLibraryActions } from './library-actions.ts';
import { useLossNotice, useUnreadableNotice } from './notices.ts';
import { findLinksDestination, useAddLinks } from './use-add-links.ts';
import { clearReturnTarget, useLibraryLocation } from './use-library-location.ts';
import { useLeaveDeletedList, useRail } from './use-rail.ts';

/** The library page. The current place is in the address, so that Back and reloading work. */
export function App() {
  const strings = useStrings();
  const { place, go } = useLibraryLocation();
  const undoStack = useUndo();
  const { undo, undoLast, dismiss, act } = undoStack;
  const revision = useLibrary(() => readRevision(library), [], true) ?? 0;
  const rail = useRail(revision);
  const articles = createArticleActions(act, strings);
  const libraryActions = createLibraryActions(act, strings, {
    onMade: (source) => go(locationOfSource(source)),
    onLeft: (source) => {
      if (place.screen === 'articles' && place.source === source) go(locationOfSource('inbox'));
    },
  });
  const linksDestination = findLinksDestination(place, rail);
  const links = useAddLinks(undoStack, linksDestination);
  useLeaveDeletedList(place, rail, () => go(locationOfSource('inbox'), true));
  const isGlobalSearch = place.screen === 'articles' && place.source === 'inbox' && place.query.trim() !== '';

  const [editedListId, setEditedListId] = useState<string | null>(null);
  const editedList = rail?.smartLists.find(({ id }) => id === editedListId) ?? null;
  const SmartSearchScreen = useLazyModule(
    editedListId !== null,
    () => import('./SmartSearchScreen.tsx'),
  )?.SmartSearchScreen;
  useKeyBuffer(editedList?.id ?? null, SmartSearchScreen !== undefined);

  const AddLinksScreen = useLazyModule(
    links.given !== null,
    () => import('./AddLinksScreen.tsx'),
  )?.AddLinksScreen;
  // Keys are buffered only for an empty dialog. With pasted links, the user only presses the button.
  useKeyBuffer(links.given === '' ? 'links' : null, AddLinksScreen !== undefined);

  const loss = useLossNotice();
  const unreadable = useUnreadableNotice();
  useChangeLog();
  useSyncPolling();

  // Runs after the first screen has been mounted, because that may use the target.
  useEffect(clearReturnTarget, []);
  useEffect(() => {
    const deleted = takeDeleted();
    if (deleted !== null) articles.onDeleted(deleted.id, deleted.title);
  }, []);

  useEffect(() => {
    // The browser remembers the permission, so asking again has no effect.
    navigator.storage.persist?.().catch((error: unknown) => console.warn('offprint: not persistent', error));
  }, []);

  // The other screens are loaded on demand, because most visits show only lists.
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
            onKeepSearch={libraryActions.onKeepSearch}
            onChangeSearch={setEditedListId}
            onAddLinks={() => links.open('')}
            onNotThisStory={(id) => {
              import('./story-actions.ts')
                .then(({ createStoryActions }) => createStoryActions(act, strings).onRemove([id]))
                .catch((error: unknown) => act(() => Promise.reject(error)));
            }}
          />
        );
      case 'people':
        return PeopleScreen && <PeopleScreen place={at} actions={libraryActions} go={go} />;
      case 'stories':
        return StoriesScreen && <StoriesScreen place={at} articles={articles} act={act} go={go} />;
      case 'highlights':
        return HighlightsScreen && <HighlightsScreen place={at} rail={rail} act={act} go={go} />;
      case 'tags':
        return TagsScreen && <TagsScreen actions={libraryActions} />;
      case 'storage':
        return StorageScreen && <StorageScreen act={act} go={go} />;
      case 'sync':
        return SyncScreen && <SyncScreen />;
    }
  })(place);

  return (
    <Library
      {...libraryActions}
      place={isGlobalSearch ? null : place}
      data={rail}
      undo={undo}
      notice={unreadable !== null ? <UnreadableNotice {...unreadable} /> : loss && <LossNotice {...loss} />}
      onGo={go}
      hrefOfPlace={formatLocation}
      onDrop={(ids, source) => {
        const value = source.slice(source.indexOf(':') + 1);
        if (source.startsWith('list:')) articles.bulkActions.onList([...ids], value, true);
        else articles.bulkActions.onTag([...ids], value, true);
      }}
      onUndo={undoLast}
      onDismissUndo={dismiss}
      onChangeSearch={setEditedListId}
      onAddLinks={() => links.open('')}
      isDraggingLinks={links.isOver}
      onOpenOptions={() => {
        browser.runtime.openOptionsPage().catch((error: unknown) => console.error('offprint:', error));
      }}
    >
      {screen}
      {editedList !== null && SmartSearchScreen !== undefined && (
        <SmartSearchScreen
          key={editedList.id}
          list={editedList}
          onChange={(query) => libraryActions.onSmartSearch(editedList.id, query)}
          onClose={() => setEditedListId(null)}
        />
      )}
      {links.given !== null && AddLinksScreen !== undefined && (
        <AddLinksScreen text={links.given} to={linksDestination} onAdd={links.add} onClose={links.close} />
      )}
    </Library>
  );
}
