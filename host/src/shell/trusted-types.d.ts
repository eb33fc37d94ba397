/**
 * As much of Trusted Types as is used; TypeScript's own library has none of it, nor knows that a Worker takes what
 * `createScriptURL` returns, so that is said to be a text here.
 */
declare var trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL?(text: string): string; createHTML?(text: string): string | null },
      ): { createScriptURL(text: string): string };
    }
  | undefined;
