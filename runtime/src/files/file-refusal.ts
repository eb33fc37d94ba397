/** Why a file operation cannot be done, in WeChat's words and numbers. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly errno: number;
  constructor(reason: string, errno: number) {
    super(reason);
    this.errno = errno;
  }
}

/** `path` as the program wrote it. */
export const refusals = {
  missing: (path: string) => new FileRefusal(`no such file or directory ${path}`, 1300002),
  denied: (path: string) => new FileRefusal(`permission denied, cannot access file path ${path}`, 1301000),
  exists: (path: string) => new FileRefusal(`file already exists ${path}`, 1301005),
  directory: (path: string) => new FileRefusal(`illegal operation on a directory ${path}`, 1301003),
  notDirectory: (path: string) => new FileRefusal(`not a directory ${path}`, 1300020),
  notEmpty: (path: string) => new FileRefusal(`directory not empty ${path}`, 1300066),
  invalid: (what: string) => new FileRefusal(`invalid argument ${what}`, 1300022),
  descriptor: () => new FileRefusal('bad file descriptor', 1300009),
  full: () => new FileRefusal('the maximum size of the file storage limit is exceeded', 1300202),
  encoding: (encoding: string) => new FileRefusal(`invalid encoding ${encoding}`, 1300022),
  zip: (path: string) => new FileRefusal(`unzip failed ${path}`, 1300201),
};
