import { PrivacyPage } from '../../components/privacy/PrivacyPage.tsx';
import { mount } from '../shared/mount.tsx';

mount(PrivacyPage, { title: 'titlePrivacy' });
