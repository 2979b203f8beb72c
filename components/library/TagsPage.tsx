import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TagCount } from '../../utils/library/view-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { isFocusLost, useFocusBack } from '../ui/hooks/use-focus-back.ts';
import { Icon } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { NameField } from '../ui/NameField.tsx';
import './tags-page.css';

interface Props {
  tags: readonly TagCount[] | null;
  /** Tags that are probably one: the rarer, the commoner. */
  suggestions: readonly (readonly [TagCount, TagCount])[];
  hrefOf: (tag: string) => string;
  /** Another tag's name merges the two. */
  onRename: (tag: string, name: string) => void;
  onRemove: (tag: string) => void;
}

/** All tags: rename, merge, remove. */
export function TagsPage({ tags, suggestions, hrefOf, onRename, onRemove }: Props) {
  const { t, count, number } = useStrings();
  const [naming, setNaming] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Whose row gets the focus once the one that had it is gone. */
  const next = useRef<string | null>(null);
  const focusRow = (tag: string | null): void => {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    // A tag that was there already keeps the case it is written in.
    const isIt = ({ dataset }: HTMLElement): boolean => dataset.tag?.toLowerCase() === tag?.toLowerCase();
    rows.find(isIt)?.querySelector<HTMLElement>('.tags__link')?.focus();
  };
  useFocusBack(naming, (tag) =>
    [...(list.current?.querySelectorAll<HTMLElement>('.tags__row') ?? [])]
      .find(({ dataset }) => dataset.tag === tag)
      ?.querySelector('button'),
  );
  useLayoutEffect(() => {
    if (isFocusLost()) focusRow(next.current);
  }, [tags]);
  const remove = (tag: string): void => {
    const at = tags?.findIndex((entry) => entry.tag === tag) ?? -1;
    next.current = (tags?.[at + 1] ?? tags?.[at - 1])?.tag ?? null;
    onRemove(tag);
  };
  return (
    <>
      <header class="library__head">
        <h1>{t('railTags')}</h1>
        <p class="library__amount">{tags !== null && tags.length > 0 && count('tagCount', tags.length)}</p>
      </header>
      <div class="scotch" />
      {tags?.length === 0 && (
        <section class="empty">
          <h2>{t('tagsNoneTitle')}</h2>
          <p>{t('tagsNoneText')}</p>
        </section>
      )}
      {suggestions.length > 0 && (
        <section class="tags__suggestions" aria-label={t('tagsSuggestions')}>
          <h2>{t('tagsSuggestions')}</h2>
          <ul>
            {suggestions.map(([rarer, commoner]) => (
              <li key={`${rarer.tag} ${commoner.tag}`}>
                <bdi>{rarer.tag}</bdi> <span>{number(rarer.count)}</span> → <bdi>{commoner.tag}</bdi>{' '}
                <span>{number(commoner.count)}</span>
                <button
                  type="button"
                  class="text-button"
                  aria-label={t('tagMergeInto', rarer.tag, commoner.tag)}
                  onClick={() => onRename(rarer.tag, commoner.tag)}
                >
                  {t('tagMerge')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul class="tags" ref={list}>
        {tags?.map((entry) => (
          <li key={entry.tag} class="tags__row" data-tag={entry.tag}>
            {naming === entry.tag ? (
              <NameField
                label={t('tagRename')}
                value={entry.tag}
                onName={(name) => {
                  setNaming(null);
                  next.current = name;
                  onRename(entry.tag, name);
                }}
                onCancel={() => setNaming(null)}
              />
            ) : (
              <>
                <a class="tags__link" href={hrefOf(entry.tag)}>
                  <Icon name="tag" />
                  <bdi>{entry.tag}</bdi>
                </a>
                <span class="people__count">{count('libraryCount', entry.count)}</span>
                <ActionMenu
                  label={t('actionMoreFor', entry.tag)}
                  actions={[
                    { label: t('tagRename'), onChoose: () => setNaming(entry.tag) },
                    { label: t('tagRemove'), danger: true, onChoose: () => remove(entry.tag) },
                  ]}
                >
                  <Icon name="more" />
                </ActionMenu>
              </>
            )}
          </li>
        ))}
      </ul>
      {(tags?.length ?? 0) > 1 && <p class="note">{t('tagsHint')}</p>}
    </>
  );
}
