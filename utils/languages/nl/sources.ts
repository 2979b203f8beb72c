import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'aldus', 'volgens', 'volgens hem', 'volgens haar', 'volgens hen', 'dixit', 'in de woorden van',
    'met de woorden van', 'bij monde van', 'naar de mening van', 'naar het oordeel van',
    'naar de woorden van', 'in de ogen van', 'naar zijn mening', 'naar haar mening', 'naar hun mening',
    'naar zijn zeggen', 'naar haar zeggen', 'naar eigen zeggen', 'in zijn woorden', 'in haar woorden',
    'in een reactie van',
  ],
};
