import { placeOfSource, writePlace } from '../../components/library-place.ts';
import { TagsPage } from '../../components/TagsPage.tsx';
import { suggestMerges } from '../../utils/library/similar-tags.ts';
import { allTags } from '../../utils/library/tags.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { shelfActions } from './shelf-actions.ts';

/** All tags of the library. */
export function TagsScreen({ actions }: { actions: ReturnType<typeof shelfActions> }) {
  const answer = useLibrary(() => allTags(), [], true);
  const tags = answer.state === 'ready' ? answer.value : null;
  return (
    <TagsPage
      tags={tags}
      suggestions={suggestMerges(tags ?? [])}
      hrefOf={(tag) => writePlace(placeOfSource(`tag:${tag}`))}
      onRename={actions.onRenameTag}
      onRemove={actions.onRemoveTag}
    />
  );
}
