/** WeChat's scene numbers for the ways in that this shell has. */
export const scenes = {
  /** From the list of programs, and the default of a link into the shell. */
  launcher: 1001,
  search: 1005,
  /** By another program, and back from one. */
  fromProgram: 1037,
  backFromProgram: 1038,
  /** By a link somebody was sent. */
  shared: 1007,
  /** By a notice the person had allowed. */
  notice: 1014,
  /** By a card that its maker sent in a conversation. */
  conversation: 1081,
  /** Brought back from the task list. */
  tasks: 1089,
} as const;
