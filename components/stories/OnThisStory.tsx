import { useId } from 'preact/hooks';
import type { OnThisStory as Found } from '../../utils/library/stories/story-views.ts';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import './on-this-story.css';

/** Articles shown; the story has all of them. */
const MAX_ARTICLES = 3;

export interface OnThisStoryProps {
  found: Found;
  hrefOfStory: (id: string) => string;
  hrefOfArticle: (id: string) => string;
  /** Opens an address; absent if the links do. */
  onOpen?: (href: string) => void;
}

/** The other saved articles on the same event, and how many of this article's quotes are new. */
export function OnThisStory({ found, hrefOfStory, hrefOfArticle, onOpen }: OnThisStoryProps) {
  const { t, count, number, locale } = useStrings();
  const id = useId();
  const { others, newQuotes } = found;
  const fresh = newQuotes.filter(Boolean).length;
  const link = (href: string) => ({
    href,
    onClick: (event: MouseEvent): void => {
      if (onOpen === undefined) return;
      event.preventDefault();
      onOpen(href);
    },
  });
  const describeNew = (): string => {
    if (fresh === 0) return t('storyNewNone');
    if (fresh === newQuotes.length) return t('storyNewAll');
    return t('storyNewSome', number(fresh), number(newQuotes.length));
  };
  return (
    <section class="on-story" aria-labelledby={id}>
      <h2 id={id}>
        <a {...link(hrefOfStory(found.story.id))}>{count('onThisStory', others.length)}</a>
      </h2>
      {newQuotes.length > 0 && <p class="on-story__new">{describeNew()}</p>}
      <ul>
        {others.slice(0, MAX_ARTICLES).map((article) => (
          <li key={article.id}>
            <a dir={article.dir} lang={article.lang ?? undefined} {...link(hrefOfArticle(article.id))}>
              {article.title || t('untitled')}
            </a>
            <DotList
              class="kicker"
              facts={[
                <SourceName key="source" siteName={article.siteName} host={article.host} />,
                formatDate(article.publishedTime, locale),
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
