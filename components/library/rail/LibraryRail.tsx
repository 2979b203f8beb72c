import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type ArticleSource,
  EVERY_HIGHLIGHT,
  type FixedSource,
  type Place,
  placeOfSource,
} from '../../../utils/library/lists/library-place.ts';
import type { SmartListRow } from '../../../utils/library/user-types.ts';
import type { ListBranch, TagCount } from '../../../utils/library/view-types.ts';
import { type MessageKey, useStrings } from '../../ui/base/strings.ts';
import { useFocusBack } from '../../ui/hooks/use-focus-back.ts';
import { useMoreAside } from '../../ui/hooks/use-more-aside.ts';
import { useKeyNames } from '../../ui/hooks/use-shortcuts.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { NameField } from '../../ui/NameField.tsx';
import { RailFoot } from './RailFoot.tsx';
import { RailLink } from './RailLink.tsx';
import './rail.css';

export const TITLE_OF: Record<FixedSource, MessageKey> = {
  inbox: 'libraryInbox',
  favourites: 'libraryFavourites',
  archive: 'libraryArchive',
  incomplete: 'libraryIncomplete',
  links: 'libraryLinks',
};

const ICON_OF: Record<FixedSource, IconName> = {
  inbox: 'inbox',
  favourites: 'star',
  archive: 'archive',
  incomplete: 'warn',
  links: 'link',
};

/** Always there; the others come when there is something in them. */
const ALWAYS: readonly FixedSource[] = ['inbox', 'archive', 'favourites'];
const SOMETIMES: readonly FixedSource[] = ['incomplete', 'links'];

/** Screens that are no list of articles, as the rail opens them. */
const SCREENS = {
  highlights: { screen: 'highlights', filter: EVERY_HIGHLIGHT },
  people: { screen: 'people', person: null, filter: '' },
  tags: { screen: 'tags' },
  storage: { screen: 'storage' },
  sync: { screen: 'sync' },
} as const satisfies Record<string, Place>;

/** Tags shown in the rail; the rest is on a page of its own. */
const TAGS_SHOWN = 12;

export interface RailData {
  counts: Record<FixedSource, number>;
  lists: readonly ListBranch[];
  smartLists: readonly (SmartListRow & { count: number | null })[];
  tags: readonly TagCount[];
}

export interface RailActions {
  onGo: (place: Place) => void;
  hrefOfPlace: (place: Place) => string;
  onCreateList: (name: string, parentId: string | null) => void;
  onRenameList: (id: string, name: string) => void;
  onMoveList: (id: string, parentId: string | null) => void;
  onRemoveList: (id: string) => void;
  onRenameSmartList: (id: string, name: string) => void;
  /** Opens the window in which a smart list's search is changed. */
  onChangeSearch: (id: string) => void;
  onRemoveSmartList: (id: string) => void;
  /** Articles were dropped on a list or a tag. */
  onDrop: (ids: readonly string[], source: ArticleSource) => void;
}

interface Props extends RailActions {
  /** Where the user is; null while everything is searched. */
  place: Place | null;
  /** Null until the library has answered. */
  data: RailData | null;
  onShortcuts: () => void;
  onOpenOptions: () => void;
  onAddLinks: () => void;
}

/** The lists, with how much is in each. */
export function LibraryRail(props: Props) {
  const { place, data } = props;
  const { t, number } = useStrings();
  const keyNames = useKeyNames();
  const [naming, setNaming] = useState<{ what: 'new' | 'list' | 'smart'; id: string | null } | null>(null);
  const current = place?.screen === 'articles' ? place.source : null;
  const nav = useRef<HTMLElement>(null);
  useFocusBack(naming, ({ what, id }) => {
    const shelf = what === 'smart' ? `smart:${id}` : `list:${id}`;
    return nav.current?.querySelector<HTMLElement>(
      id === null ? '[data-new-list]' : `[data-shelf="${shelf}"] .rail__more`,
    );
  });
  const hasData = data !== null;
  useMoreAside(nav, data);
  // In a narrow window the lists are one line, longer than the window: where one is must be in view.
  useEffect(() => {
    const here = nav.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (here === undefined || nav.current === null || !hasData) return;
    const { left, width } = nav.current.getBoundingClientRect();
    nav.current.scrollLeft += here.left + here.width / 2 - (left + width / 2);
  }, [current, place?.screen, hasData]);
  const fixed = ALWAYS.concat(SOMETIMES.filter((source) => (data?.counts[source] ?? 0) > 0));
  const link = (source: ArticleSource) => ({
    shelf: source,
    href: props.hrefOfPlace(placeOfSource(source)),
    isCurrent: current === source,
    onGo: () => props.onGo(placeOfSource(source)),
    onDrop:
      source.startsWith('list:') || source.startsWith('tag:')
        ? (ids: readonly string[]) => props.onDrop(ids, source)
        : null,
  });
  const written = (count: number | null): string => (count === null || count === 0 ? '' : number(count));
  const nameNew = (parentId: string | null) => (
    <NameField
      label={t('listName')}
      onName={(name) => {
        setNaming(null);
        props.onCreateList(name, parentId);
      }}
      onCancel={() => setNaming(null)}
    />
  );
  const screen = (name: keyof typeof SCREENS, icon: IconName, label: MessageKey) => {
    const there = SCREENS[name];
    return (
      <RailLink
        icon={icon}
        name={t(label)}
        count=""
        href={props.hrefOfPlace(there)}
        isCurrent={place?.screen === name || (name === 'highlights' && place?.screen === 'review')}
        onGo={() => props.onGo(there)}
      />
    );
  };
  return (
    <aside class="rail">
      <p class="rail__brand">
        <Logo />
        {t('appName')}
      </p>
      <button
        type="button"
        class="rail__link rail__add"
        title={keyNames.title(t('addLinks'), 'a')}
        aria-keyshortcuts={keyNames.of('a')}
        onClick={props.onAddLinks}
      >
        <Icon name="plus" />
        {t('addLinks')}
      </button>
      <nav class="rail__nav" aria-label={t('libraryRail')} ref={nav}>
        <ul class="rail__list">
          {fixed.map((source) => (
            <RailLink
              key={source}
              icon={ICON_OF[source]}
              name={t(TITLE_OF[source])}
              count={written(data?.counts[source] ?? null)}
              {...link(source)}
            />
          ))}
          {screen('highlights', 'marker', 'libraryHighlighted')}
          {screen('people', 'voices', 'libraryPeople')}
        </ul>

        <div class="rail__head">
          <h2>{t('railLists')}</h2>
          <button
            type="button"
            class="icon-button"
            data-new-list
            aria-label={t('listNew')}
            title={t('listNew')}
            onClick={() => setNaming({ what: 'new', id: null })}
          >
            <Icon name="plus" />
          </button>
        </div>
        <ul class="rail__list">
          {data?.lists.map(({ list, depth, count }) => (
            <RailLink
              key={list.id}
              icon="list"
              name={list.name}
              count={written(count)}
              depth={depth}
              {...link(`list:${list.id}`)}
              naming={
                naming?.what === 'list' && naming.id === list.id ? (
                  <NameField
                    label={t('listName')}
                    value={list.name}
                    onName={(name) => {
                      setNaming(null);
                      props.onRenameList(list.id, name);
                    }}
                    onCancel={() => setNaming(null)}
                  />
                ) : null
              }
              below={naming?.what === 'new' && naming.id === list.id ? nameNew(list.id) : null}
              actions={[
                { label: t('listRename'), onChoose: () => setNaming({ what: 'list', id: list.id }) },
                { label: t('listNewInside'), onChoose: () => setNaming({ what: 'new', id: list.id }) },
                ...moveTargets(data.lists, list.id).map((target) => ({
                  label: target === null ? t('listMoveTop') : t('listMoveInto', target.name),
                  onChoose: () => props.onMoveList(list.id, target?.id ?? null),
                })),
                { label: t('actionDelete'), danger: true, onChoose: () => props.onRemoveList(list.id) },
              ]}
            />
          ))}
          {naming?.what === 'new' && naming.id === null && <li>{nameNew(null)}</li>}
          {data?.lists.length === 0 && naming === null && <li class="rail__hint">{t('railListsHint')}</li>}
        </ul>

        {(data?.smartLists.length ?? 0) > 0 && <h2 class="rail__head">{t('railSmartLists')}</h2>}
        <ul class="rail__list">
          {data?.smartLists.map((list) => (
            <RailLink
              key={list.id}
              icon="spark"
              name={list.name}
              count={written(list.count)}
              {...link(`smart:${list.id}`)}
              naming={
                naming?.what === 'smart' && naming.id === list.id ? (
                  <NameField
                    label={t('listName')}
                    value={list.name}
                    onName={(name) => {
                      setNaming(null);
                      props.onRenameSmartList(list.id, name);
                    }}
                    onCancel={() => setNaming(null)}
                  />
                ) : null
              }
              actions={[
                { label: t('listRename'), onChoose: () => setNaming({ what: 'smart', id: list.id }) },
                { label: t('smartSearchChange'), onChoose: () => props.onChangeSearch(list.id) },
                { label: t('actionDelete'), danger: true, onChoose: () => props.onRemoveSmartList(list.id) },
              ]}
            />
          ))}
        </ul>

        {(data?.tags.length ?? 0) > 0 && <h2 class="rail__head">{t('railTags')}</h2>}
        <ul class="rail__list">
          {data?.tags.slice(0, TAGS_SHOWN).map(({ tag, count }) => (
            <RailLink key={tag} icon="tag" name={tag} count={written(count)} {...link(`tag:${tag}`)} />
          ))}
          {(data?.tags.length ?? 0) > 0 && screen('tags', 'sliders', 'railAllTags')}
        </ul>
        <ul class="rail__list rail__list--last">
          {screen('sync', 'sync', 'librarySync')}
          {screen('storage', 'disk', 'libraryStorage')}
        </ul>
      </nav>
      <RailFoot
        onShortcuts={props.onShortcuts}
        onOpenOptions={props.onOpenOptions}
        onAddLinks={props.onAddLinks}
      />
    </aside>
  );
}

/** Where a list may be moved: not into itself or what is in it, nor where it is. */
function moveTargets(lists: readonly ListBranch[], id: string): (ListBranch['list'] | null)[] {
  const at = lists.findIndex(({ list }) => list.id === id);
  const moved = lists[at];
  if (moved === undefined) return [];
  const inside = new Set([id]);
  for (const { list, depth } of lists.slice(at + 1)) {
    if (depth <= moved.depth) break;
    inside.add(list.id);
  }
  const others = lists
    .map(({ list }) => list)
    .filter((list) => !inside.has(list.id) && list.id !== moved.list.parentId);
  return moved.list.parentId === null ? others : [null, ...others];
}
