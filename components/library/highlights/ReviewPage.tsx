import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReviewAnswer } from '../../../utils/library/user-types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useStrings } from '../../ui/base/strings.ts';
import { useShortcutHints, useShortcuts } from '../../ui/hooks/use-shortcuts.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { type FeedItem, SourceLine } from './HighlightFeed.tsx';
import '../../highlights/highlights.css';
import './highlight-feed.css';

interface Props {
  /** The current item; null if none is left today, undefined until loaded. */
  item: FeedItem | null | undefined;
  /** The number of items left today, including this one. */
  remaining: number;
  hrefOf: (item: FeedItem) => string;
  onAnswer: (id: string, answer: ReviewAnswer) => void;
  onBack: () => void;
}

/** The answers with their shortcuts. `ReviewAnswer` names their messages. */
const ANSWERS = [
  ['keep', 'k'],
  ['later', 'l'],
  ['done', 'd'],
] as const satisfies readonly (readonly [ReviewAnswer, string])[];

/** The review page: spaced repetition of highlights, one at a time. */
export function ReviewPage({ item, remaining, hrefOf, onAnswer, onBack }: Props) {
  const { t, count } = useStrings();
  const shortcutHints = useShortcutHints();
  const id = item?.highlight.id;
  useShortcuts(
    id === undefined
      ? {}
      : Object.fromEntries(ANSWERS.map(([answer, key]) => [key, () => onAnswer(id, answer)])),
  );
  const cardRef = useRef<HTMLElement>(null);
  // The focus would stay on the pressed button; on the new item, screen readers read it out.
  useLayoutEffect(() => cardRef.current?.focus({ preventScroll: true }), [id]);
  return (
    <>
      <PageHead
        title={
          <div class="page-name">
            <IconButton icon="back" label={t('libraryHighlighted')} onClick={onBack} />
            <h1>{t('reviewTitle')}</h1>
          </div>
        }
        amount={remaining > 0 && count('reviewLeft', remaining)}
      />
      {item === null && (
        <section class="empty" ref={cardRef} tabIndex={-1}>
          <h2>{t('reviewEmpty')}</h2>
          <p>{t('reviewEmptyText')}</p>
        </section>
      )}
      {item && (
        <article class="review" ref={cardRef} tabIndex={-1} data-colour={item.highlight.colour}>
          <div class="review__said">
            <blockquote class="review__words" dir={item.article.dir} lang={item.article.lang ?? undefined}>
              {item.highlight.text || item.highlight.note}
            </blockquote>
          </div>
          {item.highlight.text !== '' && item.highlight.note !== '' && (
            <p class="marked__note">{item.highlight.note}</p>
          )}
          <SourceLine {...item} href={hrefOf(item)} showsArticle />
          <div class="review__answers">
            {ANSWERS.map(([answer, key]) => (
              <Button
                class="review__answer"
                key={answer}
                aria-keyshortcuts={shortcutHints.ariaShortcut(key)}
                title={shortcutHints.tooltip(t(`review_${answer}`), key)}
                onClick={() => onAnswer(item.highlight.id, answer)}
              >
                <span>{t(`review_${answer}`)}</span>
                <span class="review__when">{t(`reviewWhen_${answer}`)}</span>
              </Button>
            ))}
          </div>
        </article>
      )}
    </>
  );
}
