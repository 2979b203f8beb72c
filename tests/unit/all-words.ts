import { readTaggersFromDisk } from '../../tools/fit/know-taggers.ts';

readTaggersFromDisk();
