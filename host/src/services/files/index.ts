/**
 * Does: keeps the files of programs, in pieces in the services' database, and serves them to the shell.
 * Does not: know what a file is for, or how programs write its name; see protocol/files.
 * Owns: the quota on files, and the tables `file_*`.
 */
export type { FileOutcome, Files } from './files.ts';
export { createFilesApi, fileRoutes } from './files-api.ts';
export { createSqlFiles } from './sql-files.ts';
