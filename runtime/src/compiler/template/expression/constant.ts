import type { Json } from '../../../protocol/index.ts';
import type { Expression } from './expression.ts';

/** The value of an expression made of literals only, so that it needs no code; `undefined` where that is not worth it. */
export function constantOf(expression: Expression): Json | undefined {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'number' ? finite(expression.value) : expression.value;
    case 'unary': {
      const operand = constantOf(expression.operand);
      if (operand === undefined) return undefined;
      if (expression.operator === '!') return !operand;
      return expression.operator === '-' && typeof operand === 'number' ? finite(-operand) : undefined;
    }
    case 'array': {
      const items: Json[] = [];
      for (const { spread, value } of expression.items) {
        const item = spread ? undefined : constantOf(value);
        if (item === undefined) return undefined;
        items.push(item);
      }
      return items;
    }
    case 'object': {
      const entries: [string, Json][] = [];
      for (const { key, value } of expression.entries) {
        const constant = key === undefined || key === '__proto__' ? undefined : constantOf(value);
        if (key === undefined || constant === undefined) return undefined;
        entries.push([key, constant]);
      }
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

/** JSON knows neither -0 nor infinities. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
}
