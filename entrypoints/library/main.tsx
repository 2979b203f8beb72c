import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { awaitPrefetch } from '../shared/prefetch.ts';
import { App } from './App.tsx';

// So that the first list is in the first frame.
awaitPrefetch().then(() => mountLibraryScreen(App, { title: 'titleLibrary' }));
