import { useRef, useState } from 'preact/hooks';
import { PeopleList } from '../../components/people/PeopleList.tsx';
import { PersonPage } from '../../components/people/PersonPage.tsx';
import { PageNotFound } from '../../components/ui/PageHead.tsx';
import { formatLocation, type LibraryLocation } from '../../utils/library/lists/library-location.ts';
import {
  getPerson,
  listCoQuoted,
  listNotPeople,
  listPeople,
  listQuotesOfPerson,
  mergeStatements,
} from '../../utils/library/people/people.ts';
import { storiesOfPerson } from '../../utils/library/stories/list-stories.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { createLibraryActions } from './library-actions.ts';
import { type SpeakerSheetRequest, SpeakerSheets } from './SpeakerSheets.tsx';

interface Props {
  place: Extract<LibraryLocation, { screen: 'people' }>;
  actions: ReturnType<typeof createLibraryActions>;
  go: (place: LibraryLocation) => void;
}

const PAGE_SIZE = 100;

const MAX_QUOTES_PER_PERSON = 20_000;

/** All quoted people, or one of them. */
export function PeopleScreen({ place, actions, go }: Props) {
  const { person: id, filter } = place;
  const [limit, setLimit] = useState(PAGE_SIZE);
  const from = useRef<string | null>(null);
  const [sheetRequest, setSheetRequest] = useState<SpeakerSheetRequest | null>(null);
  const listed = useLibrary(
    async () =>
      id === null ? { ...(await listPeople(filter, limit)), removed: await listNotPeople() } : null,
    [id, filter, limit],
    true,
  );
  const opened = useLibrary(async () => {
    if (id === null) return null;
    const person = await getPerson(id);
    if (person === null) return null;
    const statements = mergeStatements(await listQuotesOfPerson(id, MAX_QUOTES_PER_PERSON));
    const [coQuoted, stories] = [await listCoQuoted(id), await storiesOfPerson(person.keys)];
    return { person, statements, coQuoted, stories };
  }, [id]);
  const toLocation = (person: string | null): LibraryLocation => ({ screen: 'people', person, filter });
  if (id !== null) {
    if (opened === undefined) return null;
    if (opened === null) {
      const goBack = (): void => go(toLocation(null));
      return (
        <PageNotFound
          listTitle="libraryPeople"
          message="personGone"
          backLabel="personGoneBack"
          onBack={goBack}
        />
      );
    }
    return (
      <>
        <PersonPage
          key={opened.person.id}
          {...opened}
          hrefOfStory={(story) => formatLocation({ screen: 'stories', story })}
          hrefOfPerson={(person) => formatLocation(toLocation(person))}
          onOpenPerson={(person) => go(toLocation(person))}
          onExport={(format) => actions.onExportPerson(id, opened.person.name, format)}
          onOpenSpeakerSheet={(sheet, articleId, quote) => setSheetRequest({ sheet, articleId, quote })}
          hrefOf={(articleId, quote) => `reader.html?id=${encodeURIComponent(articleId)}#quote-${quote}`}
          onBack={() => {
            from.current = opened.person.id;
            go(toLocation(null));
          }}
          onRename={(name) => actions.onRenamePerson(id, name)}
          onSplit={actions.onSplitPerson}
          onNotPerson={() => {
            from.current = opened.person.id;
            go(toLocation(null));
            actions.onNotPerson(opened.person.id, opened.person.name);
          }}
        />
        {sheetRequest !== null && (
          <SpeakerSheets request={sheetRequest} onCorrect={actions.onCorrectSpeaker} />
        )}
      </>
    );
  }
  const value = listed ?? null;
  return (
    <PeopleList
      initialFocusId={from.current}
      people={value?.people ?? null}
      total={value?.total ?? 0}
      removed={value?.removed ?? []}
      filter={filter}
      hrefOf={(person) => formatLocation(toLocation(person))}
      onFilter={(next) => go({ screen: 'people', person: null, filter: next })}
      onOpen={(person) => go(toLocation(person))}
      onMerge={actions.onMergePeople}
      onNotPerson={actions.onNotPerson}
      onRestorePerson={actions.onPerson}
      onMore={() => setLimit(limit + PAGE_SIZE)}
    />
  );
}
