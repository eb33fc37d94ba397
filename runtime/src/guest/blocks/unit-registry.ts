import type { Modules, TemplateUnit } from '../../protocol/templates.ts';
import { hasOwn } from '../intrinsics.ts';
import { preparePlan } from './prepare-plan.ts';
import type { Plan, Unit } from './types.ts';

/** The WXML files of the program by name. */
export interface UnitRegistry {
  define(unit: TemplateUnit): void;
  get(file: string): Unit | undefined;
}

export interface UnitSurroundings {
  requireWxs(file: string): unknown;
  failed(where: string, error: unknown): void;
}

export function createUnitRegistry(surroundings: UnitSurroundings): UnitRegistry {
  const units = new Map<string, { readonly source: TemplateUnit; readonly unit: Unit }>();

  const ownTemplate = (file: string, name: string): Plan | undefined => {
    const entry = units.get(file);
    if (entry === undefined || !hasOwn(entry.source.templates, name)) return undefined;
    const block = entry.source.templates[name];
    return block === undefined ? undefined : entry.unit.plan(block);
  };

  const createUnit = (source: TemplateUnit): Unit => {
    const plans: (Plan | undefined)[] = [];
    let modules: Modules | undefined;
    const unit: Unit = {
      file: source.file,
      plan(block) {
        const known = plans[block];
        if (known !== undefined) return known;
        const type = source.blocks[block];
        if (type === undefined) throw new Error(`${source.file} has no block ${block}`);
        const plan = preparePlan(unit, type, source.firstSkeleton + block);
        plans[block] = plan;
        return plan;
      },
      template(name) {
        let plan = ownTemplate(source.file, name);
        for (let at = source.imports.length - 1; at >= 0 && plan === undefined; at -= 1) {
          plan = ownTemplate(source.imports[at] ?? '', name);
        }
        return plan;
      },
      modules() {
        if (modules !== undefined) return modules;
        modules = {};
        try {
          modules = source.modules(surroundings.requireWxs);
        } catch (error) {
          surroundings.failed(`WXS of ${source.file}`, error);
        }
        return modules;
      },
    };
    return unit;
  };

  return {
    define(source) {
      units.set(source.file, { source, unit: createUnit(source) });
    },
    get(file) {
      return units.get(file)?.unit;
    },
  };
}
