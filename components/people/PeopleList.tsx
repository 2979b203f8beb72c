import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../utils/library/view-types.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { getInitials } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { isFocusLost } from '../ui/hooks/use-return-focus.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { LoadMore } from '../ui/LoadMore.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { EmptyState, PageHead, PageLink } from '../ui/PageHead.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import './people.css';

interface PeopleListProps {
  /** Null until loaded. */
  people: readonly Person[] | null;
  total: number;
  filter: string;
  hrefOf: (id: string) => string;
  onFilter: (filter: string) => void;
  onOpen: (id: string) => void;
  onMerge: (ids: string[]) => void;
  /** Removes a name that is not a person; it is not listed again unless restored. */
  onNotPerson: (id: string, name: string) => void;
  /** The names that were removed because they are not people. */
  removed: readonly { id: string; name: string }[];
  onRestorePerson: (id: string, name: string) => void;
  onMore: () => void;
  /** Id of the person whose row gets the focus, because the user comes from their page; or null. */
  initialFocusId?: string | null;
}

/** The people page: everyone quoted in the library, the most quoted first. Several can be selected and merged. */
export function PeopleList(props: PeopleListProps) {
  const { t, count } = useStrings();
  const { people } = props;
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const isLoaded = people !== null;
  const trimmedFilter = props.filter.trim();
  /** Focuses the row of a person, or the search field if the person has none. */
  const focusRow = (id: string | undefined): void => {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    const row = id === undefined ? undefined : rows.find(({ dataset }) => dataset.id === id);
    (row?.querySelector('a') ?? searchField.current)?.focus();
  };
  useLayoutEffect(() => {
    if (isLoaded && props.initialFocusId != null && isFocusLost()) focusRow(props.initialFocusId);
  }, [isLoaded]);
  useShortcuts({ '/': () => searchField.current?.focus() });
  const toggle = (id: string): void =>
    setSelectedIds(
      selectedIds.includes(id) ? selectedIds.filter((selectedId) => selectedId !== id) : [...selectedIds, id],
    );
  const removePerson = ({ id, name }: Person): void => {
    // The focused row is removed, so the next one, or else the previous one, gets the focus.
    const index = people?.findIndex((person) => person.id === id) ?? -1;
    setSelectedIds(selectedIds.filter((selectedId) => selectedId !== id));
    props.onNotPerson(id, name);
    focusRow((people?.[index + 1] ?? people?.[index - 1])?.id);
  };
  return (
    <>
      <PageHead
        title={t('libraryPeople')}
        amount={people !== null && count('peopleCount', props.total)}
        tools={
          <>
            {selectedIds.length > 1 && (
              <Button
                onClick={() => {
                  props.onMerge([...selectedIds]);
                  setSelectedIds([]);
                  searchField.current?.focus();
                }}
              >
                {count('peopleMerge', selectedIds.length)}
              </Button>
            )}
            <SearchField
              query={props.filter}
              label={t('peopleSearch')}
              onQueryChange={props.onFilter}
              input={searchField}
            />
          </>
        }
      />
      {people?.length === 0 &&
        (trimmedFilter === '' ? (
          <EmptyState title={t('peopleNoneTitle')}>{t('peopleNoneText')}</EmptyState>
        ) : (
          <EmptyState title={t('peopleSearchNone', trimmedFilter)} />
        ))}
      <ul class="people" ref={list}>
        {people?.map((person) => (
          <li
            key={person.id}
            class="people__row"
            data-id={person.id}
            data-chosen={selectedIds.includes(person.id)}
          >
            <label class="people__choose">
              <input
                type="checkbox"
                checked={selectedIds.includes(person.id)}
                aria-label={t('selectPerson', person.name)}
                onChange={() => toggle(person.id)}
              />
            </label>
            <span class="people__disc" aria-hidden="true">
              {getInitials(person.name)}
            </span>
            <PageLink
              class="people__link"
              href={props.hrefOf(person.id)}
              onNavigate={() => props.onOpen(person.id)}
            >
              <bdi class="people__name">{person.name}</bdi>
              {person.role !== null && <bdi class="people__role">{person.role}</bdi>}
            </PageLink>
            <span class="people__count">{count('libraryCount', person.articleCount)}</span>
            <ActionMenu
              label={t('personMore', person.name)}
              actions={[{ label: t('personNot'), onChoose: () => removePerson(person) }]}
            />
          </li>
        ))}
      </ul>
      {people !== null && people.length < props.total && (
        <LoadMore onLoadMore={props.onMore} shownCount={people.length} />
      )}
      {people !== null && <RemovedNames removed={props.removed} onRestorePerson={props.onRestorePerson} />}
    </>
  );
}

/** Names that the user removed from People, each with a button to restore it. */
function RemovedNames({ removed, onRestorePerson }: Pick<PeopleListProps, 'removed' | 'onRestorePerson'>) {
  const { t, count } = useStrings();
  if (removed.length === 0) return null;
  return (
    <details class="people__removed">
      <summary>{count('peopleRemoved', removed.length)}</summary>
      <ul>
        {removed.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <TextButton aria-label={t('personAddBackName', name)} onClick={() => onRestorePerson(id, name)}>
              {t('personAddBack')}
            </TextButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
