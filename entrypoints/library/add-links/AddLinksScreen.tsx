import { AddLinks } from '../../../components/library/AddLinks.tsx';
import { surveyLinks } from '../../../utils/library/imports/survey-links.ts';
import type { LinkSurvey } from '../../../utils/library/view-types.ts';
import type { LinksTo } from './use-add-links.ts';

interface Props {
  /** What was pasted or dropped; `''` where the user is going to type. */
  text: string;
  to: LinksTo | null;
  onAdd: (links: LinkSurvey['fresh']) => void;
  onClose: () => void;
}

/** Adds addresses to the library, after a look at what of them is there. */
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
