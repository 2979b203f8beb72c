import { ReviewPage } from '../../components/library/highlights/ReviewPage.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { answerHighlight, highlightsForReview } from '../../utils/library/highlights/list-highlights.ts';
import { EVERY_HIGHLIGHT, type Place } from '../../utils/library/lists/library-place.ts';
import { useLibrary } from '../shared/use-library.ts';
import type { Act } from '../shared/use-undo.ts';
import { hrefOfHighlight } from './HighlightsScreen.tsx';

interface Props {
  act: Act;
  go: (place: Place) => void;
}

/** Shows a few highlights again. */
export function ReviewScreen({ act, go }: Props) {
  const { t } = useStrings();
  const waiting = useLibrary(() => highlightsForReview(), [], true);
  const items = waiting.state === 'ready' ? waiting.value : null;
  return (
    <ReviewPage
      item={items === null ? undefined : (items[0] ?? null)}
      remaining={items?.length ?? 0}
      hrefOf={hrefOfHighlight}
      onAnswer={(id, answer) =>
        act(async () => {
          const undo = await answerHighlight(id, answer);
          return undo && { message: t(`reviewed_${answer}`), undo };
        })
      }
      onBack={() => go({ screen: 'highlights', filter: EVERY_HIGHLIGHT })}
    />
  );
}
