import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'aldus', 'volgens', 'volgens hem', 'volgens haar', 'volgens hen', 'dixit', 'in de woorden van',
    'met de woorden van', 'bij monde van', 'naar de mening van', 'naar het oordeel van',
    'naar de woorden van', 'in de ogen van', 'naar zijn mening', 'naar haar mening', 'naar hun mening',
    'naar zijn zeggen', 'naar haar zeggen', 'naar eigen zeggen', 'in zijn woorden', 'in haar woorden',
    'in een reactie van',
  ],
  impersonals: [
    'er klinkt', 'er klonk', 'er werd geroepen', 'er werd gezegd', 'er wordt gezegd', 'hoorde je', 'hoort je',
    'hoort men', 'is te horen', 'klonk er', 'men hoorde', 'men hoort', 'men zegt', 'te horen', 'was te horen',
    'wordt er gezegd', 'wordt gezegd', 'zegt men', 'zei men',
  ],
  hearsay: [
    'heet het', 'heette het', 'is te lezen', 'klinkt het', 'klonk het', 'luidde het', 'luidt het',
    'schalde het', 'staat te lezen', 'stond te lezen', 'valt te horen', 'viel te horen', 'was te lezen',
  ],
};
