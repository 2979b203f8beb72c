import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Sheet } from '../ui/Sheet.tsx';

/** An article or a story to choose. */
export interface Choice {
  id: string;
  title: string;
  /** What tells it apart from others of the same title. */
  facts: readonly string[];
}

interface StoryPickerProps {
  title: string;
  searchLabel: string;
  /** The best matches; the most likely ones without words. */
  find: (words: string) => Promise<readonly Choice[]>;
  onPick: (id: string) => void;
  onClose: () => void;
}

/** A dialog to choose an article to add, or a story to merge with. */
export function StoryPicker({ title, searchLabel, find, onPick, onClose }: StoryPickerProps) {
  const { t } = useStrings();
  const [words, setWords] = useState('');
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);
  useEffect(() => {
    let isCancelled = false;
    find(words)
      .then((found) => !isCancelled && setChoices(found))
      .catch((error: unknown) => console.error('offprint: nothing to choose from', error));
    return () => {
      isCancelled = true;
    };
  }, [words]);
  return (
    <Sheet title={title} className="story-picker" onClose={onClose}>
      {(close) => (
        <>
          <SearchField query={words} label={searchLabel} onQueryChange={setWords} input={search} />
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
