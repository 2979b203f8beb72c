import { AddLinks } from '../../../components/library/AddLinks.tsx';
import { surveyLinks } from '../../../utils/library/imports/survey-links.ts';
import type { LinkSurvey } from '../../../utils/library/view-types.ts';

interface Props {
  /** What was pasted or dropped; `''` where the user is going to type. */
  text: string;
  onAdd: (links: LinkSurvey['fresh']) => void;
  onClose: () => void;
}

/** Adds addresses to the library, after a look at what of them is there. */
export function AddLinksScreen(props: Props) {
  return (
    <AddLinks
      {...props}
      survey={(text) => surveyLinks(text)}
      hrefOf={(id) => `reader.html?${new URLSearchParams({ id })}`}
    />
  );
}
