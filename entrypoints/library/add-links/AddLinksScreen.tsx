import { AddLinks } from '../../../components/library/AddLinks.tsx';
import { surveyLinks } from '../../../utils/library/imports/survey-links.ts';
import type { LinkSurvey } from '../../../utils/library/view-types.ts';
import type { LinksTo } from './use-add-links.ts';

interface Props {
  /** Pasted or dropped text; `''` if the user is going to type. */
  text: string;
  to: LinksTo | null;
  onAdd: (links: LinkSurvey['fresh']) => void;
  onClose: () => void;
}

/** Adds addresses to the library after checking which are saved already. */
export function AddLinksScreen({ to, ...props }: Props) {
  return (
    <AddLinks
      {...props}
      destination={to && (to.place.tag === undefined ? { list: to.name } : { tag: to.name })}
      checkLinks={(text) => surveyLinks(text)}
      hrefOf={(id) => `reader.html?${new URLSearchParams({ id })}`}
    />
  );
}
