import { createContext } from 'preact';

/** True on a phone, where features that need a keyboard or dragging are left out. */
export const PhoneContext = createContext(false);
