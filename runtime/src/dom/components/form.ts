import type { Json } from '../../protocol/index.ts';
import type { BuiltIn } from './component.ts';

/** Gathers its controls' values by `name`. Buttons inside it with `form-type` submit and reset it. */
export const form: BuiltIn = {
  tag: 'form',
  events: ['submit', 'reset'],
  noEffect: {
    'report-submit': 'There is no service of template messages to report to; formId is empty.',
    'report-submit-timeout': 'Nothing is reported, so nothing is waited for.',
  },
  style: 'wx-form{display:block}',
  create: (context) => ({
    submit() {
      const values: [string, Json][] = [];
      for (const { name, instance } of context.fields()) {
        if (name !== '') values.push([name, instance.value?.() ?? null]);
      }
      context.emit('submit', { value: Object.fromEntries(values), formId: '' });
    },
    reset() {
      for (const { instance } of context.fields()) instance.reset?.();
      context.emit('reset', {});
    },
  }),
};
