import { mountLibraryScreen } from '../shared/mount-library-screen.tsx';
import { App } from './App.tsx';

mountLibraryScreen(App, { title: 'titlePdf' });
