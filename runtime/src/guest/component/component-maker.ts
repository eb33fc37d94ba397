import type { PageSurroundings } from '../blocks/page-operations.ts';
import type { Host, Owner } from '../blocks/types.ts';
import type { Reporter } from '../reporter.ts';
import type { Catalogue } from './catalogue.ts';
import { ComponentState } from './component-state.ts';
import type { Surroundings } from './surroundings.ts';

export interface ComponentMakerParts {
  readonly catalogue: Catalogue;
  readonly reporter: Reporter;
  readonly surroundings: Surroundings;
  /** Loads the part that holds the component at `path`; `done` gets an error text when it could not. */
  loadPart(path: string, done: (failure?: string) => void): void;
}

/** Custom components within custom components, before this is taken for one that holds itself. */
const depthLimit = 40;

/** Makes the component that a tag stands for, or what stands in for it until its part of the package is there. */
export function createComponentMaker(parts: ComponentMakerParts): PageSurroundings['createComponent'] {
  const { catalogue, reporter, surroundings } = parts;

  const loadLater = (path: string, host: Host): void => {
    parts.loadPart(path, (failure) => {
      if (failure === undefined && catalogue.isLoaded(path)) host.renew();
      else reporter.warn('MISSING_COMPONENT', `${path} could not be loaded: ${failure ?? 'its part does not hold it'}`);
    });
  };

  return (page, owner, tag, host) => {
    let path = resolveTag(catalogue, owner, tag);
    if (path !== undefined && !catalogue.isLoaded(path)) {
      loadLater(path, host);
      const stand = catalogue.placeholder(owner.path, tag);
      path = stand === undefined ? undefined : resolveTag(catalogue, owner, stand);
      // What stands in must be there itself; a built-in name draws an empty box.
      if (path !== undefined && !catalogue.isLoaded(path)) path = undefined;
    }
    if (path === undefined) return undefined;
    if (depthOf(owner) >= depthLimit) {
      reporter.warn(
        'DEEP_COMPONENTS',
        `${host.place} holds <${tag}> inside ${depthLimit} other components; it is left out. Does it hold itself?`,
      );
      return undefined;
    }
    return new ComponentState(catalogue.blueprint(path), page, host, surroundings);
  };
}

/** Path of the component a tag means: one named by the user with `generic:tag` comes before the owner's own. */
function resolveTag(catalogue: Catalogue, owner: Owner, tag: string): string | undefined {
  const named = owner.host?.generic(tag);
  if (owner.host === undefined || named === undefined) return catalogue.resolve(owner.path, tag);
  return resolveTag(catalogue, owner.host.block.environment.owner, named);
}

function depthOf(owner: Owner): number {
  let depth = 0;
  for (let at: Owner | undefined = owner; at !== undefined; at = at.host?.block.environment.owner) depth += 1;
  return depth;
}
