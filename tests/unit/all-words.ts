import { readTaggersFromDisk } from '../../tools/fit/know-taggers.ts';
import { setBoilerplate } from '../../utils/article/body/boilerplate-phrases.ts';
import { setPhraseBooks } from '../../utils/clutter/phrases/read-cues.ts';
import { everywhere } from '../../utils/languages/everywhere.ts';
import { SITES } from '../../utils/languages/sites.ts';

readTaggersFromDisk();

// Before each test file: as in an article whose language nobody can name.
const languages = Object.values(SITES);
setPhraseBooks(languages.map(({ begging }) => begging));
setBoilerplate([everywhere, ...languages.map(({ boilerplate }) => boilerplate)]);
