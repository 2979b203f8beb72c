import { useEffect, useState } from 'preact/hooks';
import type { OnThisStoryProps } from '../../../components/stories/OnThisStory.tsx';
import { afterPaint } from '../../../components/ui/base/after-paint.ts';
import { formatLocation } from '../../../utils/library/lists/library-location.ts';
import type { ShownArticle } from '../../../utils/library/stories/on-this-story.ts';
import type { OnThisStory } from '../../../utils/library/stories/story-views.ts';

/**
 * Finds other saved articles on the story of an article. Runs after the screen is painted, because it has to load the
 * library.
 *
 * @param article the id of a saved article, or the article of a page; null until its quotes are known
 * @param key identifies the article and its state; if it changes, the articles are searched again
 * @returns null if there are none, or until they are known
 */
export function useOnThisStory(
  article: string | ShownArticle | null,
  key: string,
): Pick<OnThisStoryProps, 'found' | 'hrefOfStory' | 'hrefOfArticle'> | null {
  const [answer, setAnswer] = useState<{ key: string; found: OnThisStory | null } | null>(null);
  const hasArticle = article !== null;
  useEffect(() => {
    if (article === null) return;
    let isCancelled = false;
    const load = async (): Promise<void> => {
      const { onThisStory } = await import('../../../utils/library/stories/on-this-story.ts');
      const found = await onThisStory(article);
      if (!isCancelled) setAnswer({ key, found });
    };
    const cancel = afterPaint(() => {
      load().catch((error: unknown) => console.warn('offprint: story not found', error));
    });
    return () => {
      isCancelled = true;
      cancel();
    };
  }, [hasArticle, key]);
  // Ignores the answer for the previous article.
  if (answer?.key !== key || answer.found === null) return null;
  return {
    found: answer.found,
    hrefOfStory: (story) => `library.html${formatLocation({ screen: 'stories', story })}`,
    hrefOfArticle: (id) => `reader.html?${new URLSearchParams({ id })}`,
  };
}

/** Selects the fields of a tab's article that the search for its story uses. */
export function toShownArticle(
  article: Omit<ShownArticle, 'url' | 'quotes'> & { canonicalUrl: string },
  quotes: ShownArticle['quotes'],
): ShownArticle {
  const { title, text, lang, canonicalUrl, publishedAt } = article;
  return { title, text, lang, publishedAt, url: canonicalUrl, quotes };
}
