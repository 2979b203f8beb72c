import { expect, it } from 'vitest';
import { findSpans } from '../../../../../utils/quotes/extract/find-spans.ts';
import { readArticle } from '../../../../../utils/quotes/model/article-model.ts';
import { findCueSubjects } from '../../../../../utils/quotes/model/clause-subjects.ts';
import { lexiconFor } from '../../../../../utils/quotes/model/lexicon.ts';
import { attributeSpeakers } from '../../../../../utils/quotes/speakers/attribute-speakers.ts';
import { ArticleBeliefs } from '../../../../../utils/quotes/speakers/entities/article-places.ts';
import { readPeople } from '../../../../../utils/quotes/speakers/people/people.ts';
import '../../learn-all.ts';

const TEXT = `“The pier stays shut,” said Mara Lindqvist. “We lose a year,” said Olaf Renner.

The council met.

“It will be repaired,” Mara Lindqvist said.`;

it('tell who speaks the quotes around one, and how far the next is', () => {
  const lexicon = lexiconFor('en');
  const model = readArticle(TEXT, findSpans(TEXT, lexicon), lexicon);
  const reported = findCueSubjects(model);
  const people = readPeople(model, null, reported);
  const attributions = attributeSpeakers(model, people, reported, [0, 1, 2]);
  const beliefs = new ArticleBeliefs(model, people, attributions);
  const [mara, olaf] = ['Mara Lindqvist', 'Olaf Renner'].map(
    (name) => `p${people.people.findIndex((person) => person.name === name)}`,
  );
  const [first, second, third] = [0, 1, 2].map((index) => beliefs.around(index));
  expect(first?.next(olaf ?? '')).toBeGreaterThan(0.7);
  expect(first?.before(olaf ?? '')).toBe(0);
  expect(first?.nextGap).toBe(0);
  expect(second?.before(mara ?? '')).toBeGreaterThan(0.7);
  expect(second?.nextGap).toBe(2);
  expect(third?.nextGap).toBe(8);
  expect(third?.elsewhere(mara ?? '')).toBeGreaterThan(0.7);
  expect(third?.elsewhere(olaf ?? '')).toBeGreaterThan(0.7);
});
