import { TagsPage } from '../../components/library/TagsPage.tsx';
import { formatLocation, locationOfSource } from '../../utils/library/lists/library-location.ts';
import { suggestMerges } from '../../utils/library/lists/manage-tags.ts';
import { allTags } from '../../utils/library/lists/tags.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { createLibraryActions } from './library-actions.ts';

/** All tags of the library. */
export function TagsScreen({ actions }: { actions: ReturnType<typeof createLibraryActions> }) {
  const tags = useLibrary(() => allTags(), [], true) ?? null;
  return (
    <TagsPage
      tags={tags}
      suggestions={suggestMerges(tags ?? [])}
      hrefOf={(tag) => formatLocation(locationOfSource(`tag:${tag}`))}
      onRename={actions.onRenameTag}
      onRemove={actions.onRemoveTag}
    />
  );
}
