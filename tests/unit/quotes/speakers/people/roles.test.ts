import { describe, expect, test } from 'vitest';
import { findSpans } from '../../../../../utils/quotes/extract/find-spans.ts';
import { readArticle } from '../../../../../utils/quotes/model/article-model.ts';
import { findReportingSubjects } from '../../../../../utils/quotes/model/clause-subjects.ts';
import { lexiconFor } from '../../../../../utils/quotes/model/lexicon.ts';
import { readPeople } from '../../../../../utils/quotes/speakers/people/people.ts';
import '../../learn-all.ts';

function readRoles(lang: string, text: string, title: string | null = null): Record<string, string | null> {
  const lexicon = lexiconFor(lang);
  const model = readArticle(text, findSpans(text, lexicon), lexicon);
  const { people } = readPeople(model, title, findReportingSubjects(model));
  return Object.fromEntries(people.map(({ name, shownRole }) => [name, shownRole]));
}

/** Sentences, whom they name and in which words they say what that person is. */
const SHOWN: readonly (readonly [lang: string, text: string, name: string, role: string])[] = [
  ['en', 'Talks between Reed and Norwegian Minister Emil Sander ended.', 'Emil Sander', 'Norwegian Minister'],
  [
    'en',
    '“It holds,” said Dana Reed, head of the harbour office at Saltmere.',
    'Dana Reed',
    'head of the harbour office at Saltmere',
  ],
  ['de', 'Tomas Berg (47), Trainer des Ruderclubs, schwieg.', 'Tomas Berg', 'Trainer des Ruderclubs'],
  [
    'de',
    'Anna Wieck, Leiterin der Abteilung Hafenbau, sagte ab.',
    'Anna Wieck',
    'Leiterin der Abteilung Hafenbau',
  ],
  ['fr', '« Ça tient », dit Claire Morel, la maire de Brévannes.', 'Claire Morel', 'maire de Brévannes'],
  ['fr', 'Le directeur du funérarium, Marc Bellanger, a parlé.', 'Marc Bellanger', 'directeur du funérarium'],
  ['fr', 'Marc Bellanger, océanographe à Brest, a parlé.', 'Marc Bellanger', 'océanographe à Brest'],
  [
    'es',
    'El presidente de la Junta de Valdemar, Juan Robles, llegó tarde.',
    'Juan Robles',
    'presidente de la Junta de Valdemar',
  ],
  ['it', 'Ha parlato l’assessore alla Sanità Marco Salis.', 'Marco Salis', 'assessore alla Sanità'],
  [
    'pt',
    'Paulo Freixo, presidente da Câmara de Valmar, falou.',
    'Paulo Freixo',
    'presidente da Câmara de Valmar',
  ],
  ['pl', 'Głos zabrał rzecznik policji Adam Zaremba.', 'Adam Zaremba', 'rzecznik policji'],
  [
    'pl',
    '„Nie”, powiedział szef klubu parlamentarnego Adam Zaremba.',
    'Adam Zaremba',
    'szef klubu parlamentarnego',
  ],
  ['uk', 'Про це розповіла керівниця пресслужби Ірина Левчук.', 'Ірина Левчук', 'керівниця пресслужби'],
];

/** What stands beside a name and is no role of its bearer. */
const HIDDEN: readonly (readonly [lang: string, text: string, name: string])[] = [
  // No office, and nothing else that somebody is known for.
  ['en', '“I was scared,” single mother Dana Reed said.', 'Dana Reed'],
  ['en', 'Fellow protester Dana Reed said no.', 'Dana Reed'],
  ['en', 'Emil Sander, who chairs the Saltmere Fishing Cooperative, said it was late.', 'Emil Sander'],
  ['en', 'Mary Holm of the Saltmere Council said no.', 'Mary Holm'],
  // A name of one word may be anything.
  ['en', 'Minister Reed said no.', 'Reed'],
  // An inflected form.
  ['uk', 'За словами керівника підприємства Івана Левчука, міст стоїть.', 'Івана Левчука'],
  ['en', 'Dana Reed, Emil Sander and Nora Lind said no.', 'Dana Reed'],
  ['en', 'Dana Reed, 47, said no.', 'Dana Reed'],
  ['en', 'At the same time Dana Reed said no.', 'Dana Reed'],
  ['en', 'Sir Emil Sander said no.', 'Emil Sander'],
  ['en', 'Dana Reed, in London, said no.', 'Dana Reed'],
  ['fr', 'Marc Bellanger, à Lyon, a parlé.', 'Marc Bellanger'],
  ['fr', 'Cette petite phrase d’Arnaud Bellanger a surpris.', 'Arnaud Bellanger'],
  ['de', 'Petra Holm (SPD) sagte ab.', 'Petra Holm'],
  ['es', 'La liberación de Juan Robles llegó tarde.', 'Juan Robles'],
  ['uk', 'За словами Івана Левчука, міст стоїть.', 'Івана Левчука'],
];

describe('roles', () => {
  test.each(SHOWN)('%s: %s', (lang, text, name, role) => {
    expect(readRoles(lang, text)[name]).toBe(role);
  });

  test.each(HIDDEN)('%s: none in %s', (lang, text, name) => {
    expect(readRoles(lang, text)[name]).toBeNull();
  });

  test('the fullest of several is shown', () => {
    const text = 'Director Dana Reed waved.\n\nDana Reed, director of the Saltmere museum, left.';
    expect(readRoles('en', text)['Dana Reed']).toBe('director of the Saltmere museum');
  });

  test('the headline may give it', () => {
    expect(readRoles('en', 'Reed waved.', 'Finance Minister Dana Reed waves')['Dana Reed']).toBe(
      'Finance Minister',
    );
  });

  test('a body in the role of somebody has no role', () => {
    const roles = readRoles('en', 'The director of the Saltmere Trust, Dana Reed, waved at Saltmere Trust.');
    expect(roles['Dana Reed']).toBe('director of the Saltmere Trust');
    expect(roles['Saltmere Trust'] ?? null).toBeNull();
  });
});
