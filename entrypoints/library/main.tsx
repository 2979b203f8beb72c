import { awaitFirstSight } from '../shared/first-sight.ts';
import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { App } from './App.tsx';

// The first list is then in the first frame.
awaitFirstSight().then(() => mountLibraryScreen(App, { title: 'titleLibrary' }));
