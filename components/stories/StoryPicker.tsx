import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Sheet } from '../ui/Sheet.tsx';

/** An article or a story to choose. */
export interface StoryPickerChoice {
  id: string;
  title: string;
  /** Facts that distinguish it from others with the same title. */
  facts: readonly string[];
}

interface StoryPickerProps {
  title: string;
  searchLabel: string;
  /** Returns the best matches of the query, or suggestions if it is empty. */
  find: (query: string) => Promise<readonly StoryPickerChoice[]>;
  onPick: (id: string) => void;
  onClose: () => void;
}

/** A sheet for choosing an article to add, or a story to merge with. */
export function StoryPicker({ title, searchLabel, find, onPick, onClose }: StoryPickerProps) {
  const { t } = useStrings();
  const [query, setQuery] = useState('');
  const [choices, setChoices] = useState<readonly StoryPickerChoice[] | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => searchField.current?.focus(), []);
  useEffect(() => {
    let isCancelled = false;
    find(query)
      .then((found) => !isCancelled && setChoices(found))
      .catch((error: unknown) => console.error('offprint: choices not loaded', error));
    return () => {
      isCancelled = true;
    };
  }, [query]);
  return (
    <Sheet title={title} className="story-picker" onClose={onClose}>
      {(close) => (
        <>
          <SearchField query={query} label={searchLabel} onQueryChange={setQuery} input={searchField} />
          <ul>
            {choices?.map((choice) => (
              <li key={choice.id}>
                <button
                  type="button"
                  class="story-picker__choice"
                  onClick={() => {
                    close();
                    onPick(choice.id);
                  }}
                >
                  <bdi class="story-picker__title">{choice.title || t('untitled')}</bdi>
                  <DotList class="kicker" as="span" items={choice.facts} />
                </button>
              </li>
            ))}
          </ul>
          {choices?.length === 0 && <p class="note">{t('storyPickNone')}</p>}
        </>
      )}
    </Sheet>
  );
}
