import type { Json, Manifest } from '@terrarium/runtime/protocol';

/** Another program, as one program asks for it. */
export interface ProgramTarget {
  readonly appId: string;
  /** Route and query as written; empty: its entry page. */
  readonly path: string;
  readonly extraData?: Json | undefined;
}

/** The programs of a shell, as their providers see them. */
export interface ProgramHost {
  /** Of a program that runs. */
  manifest(appId: string): Manifest | undefined;
  /** Name of a program that can be opened; undefined when the host has none of that id. */
  nameOf(appId: string): string | undefined;
  /** Opens a program in front of the one that asks; who that is the host writes, never the program. */
  open(from: string, target: ProgramTarget): void;
  /** Brings back the program that opened this one. False when no program did, or it is gone. */
  back(appId: string, extraData: Json): boolean;
  close(appId: string): void;
  restart(appId: string, path: string): void;
  /** Whether the program's menu offers to share it. */
  offerSharing(appId: string, offered: boolean): void;
  /** Whether the program follows where the person is: the shell shows it. */
  showFollowing(appId: string, following: boolean): void;
  /** Says something to the program: what a `wx.onX` listens to. */
  tell(appId: string, name: string, data: Json): void;
  /** Whether the program is in front. */
  visible(appId: string): boolean;
  /** A line for the program's maker, in the log of the host. */
  note(appId: string, text: string): void;
}
