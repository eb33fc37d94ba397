/**
 * Does: signs and seals what a program is handed about a person, so that its server can check and open it.
 * Does not: decide whether the program gets it; give a session key to anybody.
 * Owns: the shape of user information and phone data as programs' servers expect it.
 */
export { createOpenData, type OpenData, type OpenDataOptions } from './open-data.ts';
export { createOpenDataApi } from './open-data-api.ts';
