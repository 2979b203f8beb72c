import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { awaitPrefetch } from '../shared/prefetch.ts';
import { App } from './App.tsx';

// The first list is then in the first frame.
awaitPrefetch().then(() => mountLibraryScreen(App, { title: 'titleLibrary' }));
