import { useEffect, useState } from 'preact/hooks';
import type { OnThisStoryProps } from '../../../components/stories/OnThisStory.tsx';
import { afterPaint } from '../../../components/ui/base/after-paint.ts';
import { formatLocation } from '../../../utils/library/lists/library-location.ts';
import type { ShownArticle } from '../../../utils/library/stories/on-this-story.ts';
import type { OnThisStory } from '../../../utils/library/stories/story-views.ts';

/**
 * The other saved articles on the story of an article. Asked after the screen is painted, since the library is not loaded
 * for it: nothing on the screen waits for this.
 *
 * @param article the id of a saved article, or the article of a page; null until its quotes are known
 * @param key identifies the article and its state; it is asked again when this changes
 */
export function useOnThisStory(
  article: string | ShownArticle | null,
  key: string,
): Pick<OnThisStoryProps, 'found' | 'hrefOfStory' | 'hrefOfArticle'> | null {
  const [answer, setAnswer] = useState<{ key: string; found: OnThisStory | null } | null>(null);
  const isAsked = article !== null;
  useEffect(() => {
    if (article === null) return;
    let isCancelled = false;
    const ask = async (): Promise<void> => {
      const { onThisStory } = await import('../../../utils/library/stories/on-this-story.ts');
      const found = await onThisStory(article);
      if (!isCancelled) setAnswer({ key, found });
    };
    const cancel = afterPaint(() => {
      ask().catch((error: unknown) => console.warn('offprint: story not found', error));
    });
    return () => {
      isCancelled = true;
      cancel();
    };
  }, [isAsked, key]);
  // Ignores the answer for the previous article.
  if (answer?.key !== key || answer.found === null) return null;
  return {
    found: answer.found,
    hrefOfStory: (story) => `library.html${formatLocation({ screen: 'stories', story })}`,
    hrefOfArticle: (id) => `reader.html?${new URLSearchParams({ id })}`,
  };
}

/** What the library needs of the article in a tab. */
export function shownArticle(
  article: Omit<ShownArticle, 'url' | 'quotes'> & { canonicalUrl: string },
  quotes: ShownArticle['quotes'],
): ShownArticle {
  const { title, text, lang, canonicalUrl, publishedAt } = article;
  return { title, text, lang, publishedAt, url: canonicalUrl, quotes };
}
