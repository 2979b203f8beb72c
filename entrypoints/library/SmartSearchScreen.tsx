import { useEffect, useState } from 'preact/hooks';
import { SmartSearchSheet } from '../../components/library/search/SmartSearchSheet.tsx';
import { completeQuery, NO_VOCABULARY } from '../../utils/library/search/query-completion.ts';
import { parseQuery } from '../../utils/library/search/query-syntax.ts';
import { readVocabulary } from '../../utils/library/search/vocabulary.ts';
import type { SmartListRow } from '../../utils/library/user-types.ts';
import { countFound } from './search-client.ts';

interface Props {
  list: SmartListRow;
  onChange: (query: string) => void;
  onClose: () => void;
}

/** The dialog that edits a smart list's search. */
export function SmartSearchScreen({ list, onChange, onClose }: Props) {
  const [vocabulary, setVocabulary] = useState(NO_VOCABULARY);
  useEffect(() => {
    readVocabulary()
      .then(setVocabulary)
      .catch((error: unknown) => console.warn('offprint: no completions', error));
  }, []);
  return (
    <SmartSearchSheet
      name={list.name}
      query={list.query}
      complete={(typed, caret) => completeQuery(typed, caret, vocabulary)}
      check={(query) => {
        const { root, errors } = parseQuery(query);
        return { errors, isEmpty: root === null };
      }}
      countFound={countFound}
      onChange={onChange}
      onClose={onClose}
    />
  );
}
