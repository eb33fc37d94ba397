/** One thing asked of a person at a time: a later question closes the earlier one with `cancelled`. */
export interface Question<Asked, Answer> {
  readonly asked: Asked | undefined;
  ask(what: Asked): Promise<Answer>;
  /** False when nothing was asked. */
  answer(answer: Answer): boolean;
  cancel(): void;
}

export function createQuestion<Asked, Answer>(cancelled: Answer): Question<Asked, Answer> {
  let open: { readonly asked: Asked; readonly resolve: (answer: Answer) => void } | undefined;
  const answer = (given: Answer): boolean => {
    const current = open;
    open = undefined;
    current?.resolve(given);
    return current !== undefined;
  };
  return {
    get asked() {
      return open?.asked;
    },
    ask(asked) {
      answer(cancelled);
      return new Promise((resolve) => {
        open = { asked, resolve };
      });
    },
    answer,
    cancel: () => void answer(cancelled),
  };
}
