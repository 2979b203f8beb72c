import { markPanelWindow } from '../../utils/platform/open-panel.ts';
import { mount } from '../shared/mount.tsx';
import { App } from './App.tsx';

markPanelWindow().catch((error: unknown) => console.warn('offprint: the panel knows no window', error));

mount(App, { title: 'titlePanel' });
