import { ArticleList, type ArticleListProps } from '../../../../components/library/ArticleList.tsx';
import { Library, type LibraryProps } from '../../../../components/library/Library.tsx';

export interface LibraryCaseProps {
  shell: Omit<LibraryProps, 'children'>;
  list: ArticleListProps;
}

/** The library with a list of articles in it, as the page puts them together. */
export const LibraryCase = ({ shell, list }: LibraryCaseProps) => (
  <Library {...shell}>
    <ArticleList {...list} />
  </Library>
);
