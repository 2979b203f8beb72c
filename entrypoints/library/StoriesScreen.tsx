import { useRef, useState } from 'preact/hooks';
import { filterStories, StoriesList } from '../../components/stories/StoriesList.tsx';
import { StoryPage } from '../../components/stories/StoryPage.tsx';
import type { StoryPickerChoice } from '../../components/stories/StoryPicker.tsx';
import { formatDate, formatDateRange } from '../../components/ui/base/format.ts';
import { useStrings } from '../../components/ui/base/strings.ts';
import { useLazyModule } from '../../components/ui/hooks/use-lazy-module.ts';
import { PageNotFound } from '../../components/ui/PageHead.tsx';
import { formatSource } from '../../components/ui/SourceName.tsx';
import { listArticles } from '../../utils/library/articles/articles.ts';
import { formatLocation, type LibraryLocation } from '../../utils/library/lists/library-location.ts';
import { listStories } from '../../utils/library/stories/list-stories.ts';
import { readStory } from '../../utils/library/stories/read-story.ts';
import type { createArticleActions } from '../shared/article-actions.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { Act } from '../shared/use-undo.ts';
import { requestSearch } from './search-client.ts';
import { createStoryActions } from './story-actions.ts';

interface Props {
  place: Extract<LibraryLocation, { screen: 'stories' }>;
  articles: ReturnType<typeof createArticleActions>;
  act: Act;
  go: (place: LibraryLocation) => void;
}

/** Maximum number of articles and of stories offered to choose from. */
const MAX_CHOICES = 20;

/** All stories, or one of them. */
export function StoriesScreen({ place, articles, act, go }: Props) {
  const { story: id } = place;
  const strings = useStrings();
  const { locale } = strings;
  const from = useRef<string | null>(null);
  const [versionsOf, setVersionsOf] = useState<string | null>(null);
  const listed = useLibrary(async () => (id === null ? listStories() : null), [id], true) ?? null;
  const page = useLibrary(async () => (id === null ? null : readStory(id)), [id]);
  const DetailsScreen = useLazyModule(
    versionsOf !== null,
    () => import('./DetailsScreen.tsx'),
  )?.DetailsScreen;
  const actions = createStoryActions(act, strings);
  const toLocation = (story: string | null): LibraryLocation => ({ screen: 'stories', story });
  if (id === null) {
    return (
      <StoriesList
        stories={listed}
        hrefOf={(story) => formatLocation(toLocation(story))}
        onOpen={(story) => go(toLocation(story))}
        initialFocusId={from.current}
      />
    );
  }
  if (page === undefined) return null;
  // Set here, so that it also works with the browser's Back button.
  from.current = id;
  const goBack = (): void => go(toLocation(null));
  if (page === null) {
    return (
      <PageNotFound
        listTitle="libraryStories"
        message="storyGone"
        backLabel="storyGoneBack"
        onBack={goBack}
      />
    );
  }
  const { story } = page;

  const findArticles = async (typed: string): Promise<StoryPickerChoice[]> => {
    const limit = MAX_CHOICES + story.articleIds.length;
    const rows =
      typed.trim() === ''
        ? (await listArticles('all', { limit })).articles
        : (
            await requestSearch({
              ...{ kind: 'search', query: typed, view: 'all', sort: null, isExact: false },
              ...{ limit, described: limit },
            })
          ).hits.map(({ article }) => article);
    return rows
      .filter((row) => !story.articleIds.includes(row.id))
      .slice(0, MAX_CHOICES)
      .map((row) => ({
        id: row.id,
        title: row.title,
        facts: [formatSource(row.siteName, row.host), formatDate(row.publishedTime, locale)],
      }));
  };
  const findStories = async (typed: string): Promise<StoryPickerChoice[]> => {
    const others = (await listStories()).filter((other) => other.id !== story.id);
    return filterStories(others, typed)
      .slice(0, MAX_CHOICES)
      .map((other) => ({
        id: other.id,
        title: other.title,
        facts: [formatDateRange(other.from, other.to, locale), strings.formatList(other.papers)],
      }));
  };

  return (
    <>
      <StoryPage
        key={story.id}
        page={page}
        hrefOf={(articleId, quote) =>
          `reader.html?${new URLSearchParams({ id: articleId, from: formatLocation(place) })}${quote === null ? '' : `#quote-${quote}`}`
        }
        onBack={goBack}
        onRename={(title) => actions.onRename(story.id, title)}
        onRemove={actions.onRemove}
        onSplit={actions.onSplit}
        findArticles={findArticles}
        onAdd={(articleId) => actions.onAdd(story.id, story.title, articleId)}
        findStories={findStories}
        onMerge={(other) => actions.onMerge(story.id, other)}
        onVersions={setVersionsOf}
      />
      {versionsOf !== null && DetailsScreen !== undefined && (
        <DetailsScreen
          id={versionsOf}
          isEditing={false}
          onRetry={() => articles.bulkActions.onRetry([versionsOf])}
          onEdit={(details) => articles.onEditDetails(versionsOf, details)}
          onClose={() => setVersionsOf(null)}
        />
      )}
    </>
  );
}
