import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { StoryVoice } from '../../utils/library/stories/story-views.ts';
import { StatementItem } from '../people/PersonPage.tsx';
import { speakerColour } from '../quotes/speaker-colours.ts';
import { getSpeakerLabel } from '../quotes/speaker-labels.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';

/** Maximum number of speakers shown initially. */
const MAX_SPEAKERS = 12;

/** Number of speakers with a colour of their own; the others share a neutral one. */
const MAX_COLOURS = 8;

/** Diameters of dots, in px. The area of a dot is proportional to the number of words. */
const MAX_DOT_SIZE = 28;
const MIN_DOT_SIZE = 7;

interface StorySpeakersProps {
  voices: readonly StoryVoice[];
  papers: readonly string[];
  hrefOf: (articleId: string, quoteIndex: number) => string;
}

/** A table of how much each newspaper quotes each speaker. A row can be opened to show the speaker's statements. */
export function StorySpeakers({ voices, papers, hrefOf }: StorySpeakersProps) {
  const { t, count } = useStrings();
  const id = useId();
  const [openPersonId, setOpenPersonId] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll || voices.length <= MAX_SPEAKERS + 1 ? voices : voices.slice(0, MAX_SPEAKERS);
  const maxWords = Math.max(1, ...voices.flatMap(({ words }) => words));
  return (
    <section class="story__section" aria-labelledby={id}>
      <h2 id={id}>{t('storyVoices')}</h2>
      <div class="voices-table">
        <table>
          <caption class="visually-hidden">{t('storyVoicesCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{t('storyPerson')}</span>
              </th>
              {papers.map((paper) => (
                <th key={paper} scope="col">
                  <bdi>{paper}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((voice, index) => {
              const isOpen = openPersonId === voice.personId;
              const colour = { '--hue': speakerColour(index < MAX_COLOURS ? index + 1 : 0) };
              const label = getSpeakerLabel(t, { name: voice.name, probable: voice.isProbable });
              return (
                <Fragment key={voice.personId}>
                  <tr style={colour}>
                    <th scope="row">
                      <button
                        type="button"
                        class="voices-table__who"
                        aria-expanded={isOpen}
                        aria-controls={isOpen ? `${id}-said` : undefined}
                        onClick={() => setOpenPersonId(isOpen ? null : voice.personId)}
                      >
                        <Icon name="down" />
                        <span>
                          <bdi class="voices-table__name">{label}</bdi>
                          {voice.role !== null && <bdi class="voices-table__role">{voice.role}</bdi>}
                          <NewspaperCoverage voice={voice} papers={papers} />
                        </span>
                      </button>
                    </th>
                    {papers.map((paper, column) => (
                      <WordCountCell
                        key={paper}
                        words={voice.words[column] ?? 0}
                        maxWords={maxWords}
                        paper={paper}
                      />
                    ))}
                  </tr>
                  {isOpen && (
                    <tr style={colour}>
                      <td colSpan={papers.length + 1} class="voices-table__said" id={`${id}-said`}>
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
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown.length < voices.length && (
        <TextButton onClick={() => setShowsAll(true)}>
          {count('storyAllPeople', voices.length - shown.length)}
        </TextButton>
      )}
    </section>
  );
}

/** A cell with the number of words that a newspaper quotes: as a dot, as a tooltip, and for screen readers. */
function WordCountCell({ words, maxWords, paper }: { words: number; maxWords: number; paper: string }) {
  const { t, count } = useStrings();
  const text = words === 0 ? t('storyNotIn', paper) : count('storyWordsIn', words, paper);
  const size = Math.max(MIN_DOT_SIZE, Math.round(MAX_DOT_SIZE * Math.sqrt(words / maxWords)));
  return (
    <td title={text}>
      {words > 0 && <span class="voices-table__dot" style={{ '--size': `${size}px` }} />}
      <span class="visually-hidden">{text}</span>
    </td>
  );
}

/** Says if a speaker is quoted by only one newspaper, or by all. */
function NewspaperCoverage({ voice: { words }, papers }: { voice: StoryVoice; papers: readonly string[] }) {
  const { t } = useStrings();
  if (papers.length < 2) return null;
  const quotingPapers = papers.filter((_, column) => (words[column] ?? 0) > 0);
  const [only, second] = quotingPapers;
  if (only !== undefined && second === undefined) {
    return <span class="voices-table__reach">{t('storyOnlyIn', only)}</span>;
  }
  if (quotingPapers.length < papers.length) return null;
  return <span class="voices-table__reach">{t('storyEverywhere')}</span>;
}
