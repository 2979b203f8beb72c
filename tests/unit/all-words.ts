import { readTaggersFromDisk } from '../../tools/fit/know-taggers.ts';
import { setBoilerplate } from '../../utils/article/body/boilerplate-phrases.ts';
import { setPhrases } from '../../utils/clutter/phrases/read-cues.ts';
import { everywhere } from '../../utils/languages/everywhere.ts';
import { SITES } from '../../utils/languages/sites.ts';

readTaggersFromDisk();

// Before each test file: as in an article whose language nobody can name.
const languages = Object.values(SITES);
setPhrases(languages.map(({ begging }) => begging));
setBoilerplate([everywhere, ...languages.map(({ boilerplate }) => boilerplate)]);
