/** WeChat's scene numbers for the ways in that this shell has. */
export const scenes = {
  /** From the list of programs, and the default of a link into the shell. */
  launcher: 1001,
  search: 1005,
  /** Brought back from the task list. */
  tasks: 1089,
} as const;
