import { createContext } from 'preact';

/** Whether this is a phone. There, features that need a keyboard or drag and drop are omitted. */
export const PhoneContext = createContext(false);
