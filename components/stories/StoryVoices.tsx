import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { StoryVoice } from '../../utils/library/stories/story-views.ts';
import { StatementItem } from '../people/PersonPage.tsx';
import { speakerColour } from '../quotes/speaker-colours.ts';
import { getSpeakerLabel } from '../quotes/speaker-labels.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';

/** People shown before “Show more”. */
const MAX_PEOPLE = 12;

/** Hues that speakers are told apart by; the others share a neutral one. */
const HUES = 8;

/** Diameter of a dot, in px. Its area is proportional to the number of words. */
const MAX_DOT = 28;
const MIN_DOT = 7;

interface StoryVoicesProps {
  voices: readonly StoryVoice[];
  papers: readonly string[];
  hrefOf: (articleId: string, quote: number) => string;
}

/** Who is quoted where and how much, and on demand what each of them said. */
export function StoryVoices({ voices, papers, hrefOf }: StoryVoicesProps) {
  const { t, count } = useStrings();
  const id = useId();
  const [opened, setOpened] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || voices.length <= MAX_PEOPLE + 1 ? voices : voices.slice(0, MAX_PEOPLE);
  const most = Math.max(1, ...voices.flatMap(({ words }) => words));
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
              const isOpen = opened === voice.personId;
              const hue = { '--hue': speakerColour(index < HUES ? index + 1 : 0) };
              const label = getSpeakerLabel(t, { name: voice.name, probable: voice.isProbable });
              return (
                <Fragment key={voice.personId}>
                  <tr style={hue}>
                    <th scope="row">
                      <button
                        type="button"
                        class="voices-table__who"
                        aria-expanded={isOpen}
                        aria-controls={isOpen ? `${id}-said` : undefined}
                        onClick={() => setOpened(isOpen ? null : voice.personId)}
                      >
                        <Icon name="down" />
                        <span>
                          <bdi class="voices-table__name">{label}</bdi>
                          {voice.role !== null && <bdi class="voices-table__role">{voice.role}</bdi>}
                          <Reach voice={voice} papers={papers} />
                        </span>
                      </button>
                    </th>
                    {papers.map((paper, at) => (
                      <Amount key={paper} words={voice.words[at] ?? 0} most={most} paper={paper} />
                    ))}
                  </tr>
                  {isOpen && (
                    <tr style={hue}>
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
        <TextButton onClick={() => setWhole(true)}>
          {count('storyAllPeople', voices.length - shown.length)}
        </TextButton>
      )}
    </section>
  );
}

/** How much of a person one paper quotes: a dot, and the number for screen readers and as a tooltip. */
function Amount({ words, most, paper }: { words: number; most: number; paper: string }) {
  const { t, count } = useStrings();
  const text = words === 0 ? t('storyNotIn', paper) : count('storyWordsIn', words, paper);
  const size = Math.max(MIN_DOT, Math.round(MAX_DOT * Math.sqrt(words / most)));
  return (
    <td title={text}>
      {words > 0 && <span class="voices-table__dot" style={{ '--size': `${size}px` }} />}
      <span class="visually-hidden">{text}</span>
    </td>
  );
}

/** Says if a person is quoted by one paper alone, or by all of them. */
function Reach({ voice: { words }, papers }: { voice: StoryVoice; papers: readonly string[] }) {
  const { t } = useStrings();
  if (papers.length < 2) return null;
  const quoting = papers.filter((_, at) => (words[at] ?? 0) > 0);
  const [only, second] = quoting;
  if (only !== undefined && second === undefined) {
    return <span class="voices-table__reach">{t('storyOnlyIn', only)}</span>;
  }
  if (quoting.length < papers.length) return null;
  return <span class="voices-table__reach">{t('storyEverywhere')}</span>;
}
