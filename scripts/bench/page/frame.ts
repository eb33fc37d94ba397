import { createGlassEasel } from './glass-easel.ts';
import { createReact } from './react.ts';
import type { Subject } from './subject.ts';
import { createTerrarium } from './terrarium.ts';
import { createVanilla } from './vanilla.ts';

/** Script of a subject's frame: `frame.html?name=…`. */
const name = new URLSearchParams(location.search).get('name');

async function create(): Promise<Subject> {
  switch (name) {
    case 'vanilla':
      return createVanilla();
    case 'react':
      return createReact();
    case 'glass-easel':
      return createGlassEasel(false);
    case 'glass-easel-components':
      return createGlassEasel(true);
    case 'terrarium':
      return createTerrarium();
    default:
      throw new Error(`there is no subject "${name}"`);
  }
}

window.subject = create();
