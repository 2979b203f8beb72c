import { mount } from '../shared/mount.tsx';
import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { App } from './App.tsx';

// The page of an open tab is read in private windows as everywhere.
const isSaved = new URLSearchParams(location.search).has('id');
(isSaved ? mountLibraryScreen : mount)(App, { ownTheme: true });
