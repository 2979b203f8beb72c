import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TagCount } from '../../utils/library/view-types.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { isFocusLost, useReturnFocus } from '../ui/hooks/use-return-focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { NameField } from '../ui/NameField.tsx';
import { EmptyState, PageHead } from '../ui/PageHead.tsx';
import './tags-page.css';

interface Props {
  /** Null until loaded. */
  tags: readonly TagCount[] | null;
  /** Pairs of tags that probably mean the same: the rarer and the more frequent one. */
  suggestions: readonly (readonly [TagCount, TagCount])[];
  hrefOf: (tag: string) => string;
  /** Renaming to an existing tag merges the two. */
  onRename: (tag: string, name: string) => void;
  onRemove: (tag: string) => void;
}

/** The tags page: lists all tags, which can be renamed, merged and removed. */
export function TagsPage({ tags, suggestions, hrefOf, onRename, onRemove }: Props) {
  const { t, count, formatNumber } = useStrings();
  const [renamingTag, setRenamingTag] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  /** The tag whose row gets the focus when the focused row is removed. */
  const nextFocus = useRef<string | null>(null);
  const findRow = (tag: string | null): HTMLElement | undefined => {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    // A tag renamed to an existing one gets that one's case.
    return rows.find(({ dataset }) => dataset.tag?.toLowerCase() === tag?.toLowerCase());
  };
  useReturnFocus(renamingTag, (tag) => findRow(tag)?.querySelector('button'));
  useLayoutEffect(() => {
    if (isFocusLost()) findRow(nextFocus.current)?.querySelector<HTMLElement>('.tags__link')?.focus();
  }, [tags]);
  const remove = (tag: string): void => {
    const index = tags?.findIndex((entry) => entry.tag === tag) ?? -1;
    nextFocus.current = (tags?.[index + 1] ?? tags?.[index - 1])?.tag ?? null;
    onRemove(tag);
  };
  return (
    <>
      <PageHead
        title={t('railTags')}
        amount={tags !== null && tags.length > 0 && count('tagCount', tags.length)}
      />
      {tags?.length === 0 && <EmptyState title={t('tagsNoneTitle')}>{t('tagsNoneText')}</EmptyState>}
      {suggestions.length > 0 && (
        <section class="tags__suggestions" aria-label={t('tagsSuggestions')}>
          <h2>{t('tagsSuggestions')}</h2>
          <ul>
            {suggestions.map(([rarer, moreFrequent]) => (
              <li key={`${rarer.tag} ${moreFrequent.tag}`}>
                <bdi>{rarer.tag}</bdi> <span>{formatNumber(rarer.count)}</span> →{' '}
                <bdi>{moreFrequent.tag}</bdi> <span>{formatNumber(moreFrequent.count)}</span>
                <TextButton
                  aria-label={t('tagMergeInto', rarer.tag, moreFrequent.tag)}
                  onClick={() => onRename(rarer.tag, moreFrequent.tag)}
                >
                  {t('tagMerge')}
                </TextButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul class="tags" ref={list}>
        {tags?.map((entry) => (
          <li key={entry.tag} class="tags__row" data-tag={entry.tag}>
            {renamingTag === entry.tag ? (
              <NameField
                label={t('tagRename')}
                value={entry.tag}
                onSave={(name) => {
                  setRenamingTag(null);
                  nextFocus.current = name;
                  onRename(entry.tag, name);
                }}
                onCancel={() => setRenamingTag(null)}
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
                    { label: t('tagRename'), onChoose: () => setRenamingTag(entry.tag) },
                    { label: t('tagRemove'), isDestructive: true, onChoose: () => remove(entry.tag) },
                  ]}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {(tags?.length ?? 0) > 1 && <p class="note">{t('tagsHint')}</p>}
    </>
  );
}
