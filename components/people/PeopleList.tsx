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
  /** Called if the user says that a name is not a person; removes it from People permanently. */
  onNotPerson: (id: string, name: string) => void;
  /** Removed names, and how to restore one. */
  removed: readonly { id: string; name: string }[];
  onPerson: (id: string, name: string) => void;
  onMore: () => void;
  /** The person whose page the user comes from, whose row gets the focus; or null. */
  from?: string | null;
}

/** Everybody quoted in the library, most quoted first. Several can be selected and merged. */
export function PeopleList(props: PeopleListProps) {
  const { t, count } = useStrings();
  const { people } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const isThere = people !== null;
  const wanted = props.filter.trim();
  /** A removed person has no row. */
  const focusRow = (id: string | undefined): void => {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    const row = id === undefined ? undefined : rows.find(({ dataset }) => dataset.id === id);
    (row?.querySelector('a') ?? search.current)?.focus();
  };
  useLayoutEffect(() => {
    if (isThere && props.from != null && isFocusLost()) focusRow(props.from);
  }, [isThere]);
  useShortcuts({ '/': () => search.current?.focus() });
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const notPerson = ({ id, name }: Person): void => {
    // The row is removed together with the focus.
    const at = people?.findIndex((person) => person.id === id) ?? -1;
    setChosen(chosen.filter((one) => one !== id));
    props.onNotPerson(id, name);
    focusRow((people?.[at + 1] ?? people?.[at - 1])?.id);
  };
  return (
    <>
      <PageHead
        title={t('libraryPeople')}
        amount={people !== null && count('peopleCount', props.total)}
        tools={
          <>
            {chosen.length > 1 && (
              <Button
                onClick={() => {
                  props.onMerge([...chosen]);
                  setChosen([]);
                  search.current?.focus();
                }}
              >
                {count('peopleMerge', chosen.length)}
              </Button>
            )}
            <SearchField
              query={props.filter}
              label={t('peopleSearch')}
              onQueryChange={props.onFilter}
              input={search}
            />
          </>
        }
      />
      {people?.length === 0 &&
        (wanted === '' ? (
          <EmptyState title={t('peopleNoneTitle')}>{t('peopleNoneText')}</EmptyState>
        ) : (
          <EmptyState title={t('peopleSearchNone', wanted)} />
        ))}
      <ul class="people" ref={list}>
        {people?.map((person) => (
          <li
            key={person.id}
            class="people__row"
            data-id={person.id}
            data-chosen={chosen.includes(person.id)}
          >
            <label class="people__choose">
              <input
                type="checkbox"
                checked={chosen.includes(person.id)}
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
              actions={[{ label: t('personNot'), onChoose: () => notPerson(person) }]}
            />
          </li>
        ))}
      </ul>
      {people !== null && people.length < props.total && (
        <LoadMore onLoadMore={props.onMore} shownCount={people.length} />
      )}
      {people !== null && <RemovedNames removed={props.removed} onPerson={props.onPerson} />}
    </>
  );
}

/** Names that the user removed from People, each with a button to restore it. */
function RemovedNames({ removed, onPerson }: Pick<PeopleListProps, 'removed' | 'onPerson'>) {
  const { t, count } = useStrings();
  if (removed.length === 0) return null;
  return (
    <details class="people__removed">
      <summary>{count('peopleRemoved', removed.length)}</summary>
      <ul>
        {removed.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <TextButton aria-label={t('personAddBackName', name)} onClick={() => onPerson(id, name)}>
              {t('personAddBack')}
            </TextButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
