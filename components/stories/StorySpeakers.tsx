import { useId, useState } from 'preact/hooks';
import type { StoryVoice } from '../../utils/library/stories/story-views.ts';
import { StatementItem } from '../people/PersonPage.tsx';
import { speakerColour } from '../quotes/speaker-colours.ts';
import { getSpeakerLabel } from '../quotes/speaker-labels.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';

/** Maximum number of speakers shown initially. */
const MAX_SPEAKERS = 12;

/** Number of speakers with a colour of their own; the others share a neutral one. */
const MAX_COLOURS = 8;

interface StorySpeakersProps {
  voices: readonly StoryVoice[];
  /** Number of newspapers of the story. */
  paperCount: number;
  hrefOf: (articleId: string, quoteIndex: number) => string;
}

/** Lists the speakers of a story and the newspapers that quote them. Each can be opened to show the statements. */
export function StorySpeakers({ voices, paperCount, hrefOf }: StorySpeakersProps) {
  const { t, count, formatList } = useStrings();
  const id = useId();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll || voices.length <= MAX_SPEAKERS + 1 ? voices : voices.slice(0, MAX_SPEAKERS);
  const describePapers = ({ papers }: StoryVoice): string => {
    if (paperCount < 2) return '';
    if (papers.length === paperCount) return t('storyEverywhere');
    return papers.length === 1 ? t('storyOnlyIn', papers[0] ?? '') : formatList(papers);
  };
  return (
    <section class="story__section" aria-labelledby={id}>
      <h2 id={id}>{t('storyVoices')}</h2>
      {shown.map((voice, index) => (
        <details
          key={voice.personId}
          class="story-speaker"
          style={{ '--hue': speakerColour(index < MAX_COLOURS ? index + 1 : 0) }}
        >
          <summary>
            <bdi class="story-speaker__name">
              {getSpeakerLabel(t, { name: voice.name, probable: voice.isProbable })}
            </bdi>
            <DotList as="span" class="kicker" items={[voice.role, describePapers(voice)]} />
          </summary>
          <ol class="person__quotes">
            {voice.statements.map((statement) => (
              <StatementItem
                key={`${statement.mostComplete.quote.articleId} ${statement.mostComplete.quote.index}`}
                statement={statement}
                searchWords=""
                hrefOf={hrefOf}
                isOpen
              />
            ))}
          </ol>
        </details>
      ))}
      {shown.length < voices.length && (
        <TextButton onClick={() => setShowsAll(true)}>
          {count('storyAllPeople', voices.length - shown.length)}
        </TextButton>
      )}
    </section>
  );
}
