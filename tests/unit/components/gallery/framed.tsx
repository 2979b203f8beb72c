import type { JSX } from 'preact';
import { Library } from '../../../../components/library/Library.tsx';
import type { LibraryLocation } from '../../../../utils/library/lists/library-location.ts';
import { libraryProps } from './library-cases.ts';

/** A screen in the frame that the library's page gives each of its screens. */
export function framed(
  screen: JSX.Element,
  place: LibraryLocation | null = null,
  notice: JSX.Element | null = null,
): () => JSX.Element {
  const { shell } = libraryProps({ shell: { place } });
  return () => (
    <Library {...shell} notice={notice}>
      {screen}
    </Library>
  );
}
