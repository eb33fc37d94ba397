/**
 * Does: keeps what people and programs' servers write each other, which notices a person has allowed, and the notices.
 * Does not: ask anybody, decide what may be shown of a program, or know pages; the shell does.
 * Owns: the tables in tables.ts, and how many answers and notices a server may still send.
 */
export { createMessagesApi } from './messages-api.ts';
export { type Messages, type MessagesOptions, openMessages } from './open-messages.ts';
export { messageServerRoutes } from './server-api.ts';
