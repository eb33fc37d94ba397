import { caseFiles } from '../../sample-apps/gallery/cases/index.js';
import { groups, urlOf } from '../../sample-apps/gallery/catalog/index.js';

/** Where the gallery shows a name, as a path from the root of the repository. */
export interface GalleryLinks {
  /** By tag. */
  readonly tags: ReadonlyMap<string, string>;
  /** By member of `wx`. */
  readonly apis: ReadonlyMap<string, string>;
}

/** The page of each tag and call; of calls that have nothing to show, the file of their cases. */
export function galleryLinks(): GalleryLinks {
  const entries = groups.flatMap((group) => group.entries.map((entry) => ({ entry, part: group.part })));
  const links = (namesOf: (entry: (typeof entries)[number]['entry']) => readonly string[]) =>
    new Map(
      entries.flatMap(({ entry, part }) =>
        namesOf(entry).map((name): [string, string] => [
          name,
          entry.plain ? caseFileOf(name) : `sample-apps/gallery${urlOf(part, entry)}.wxml`,
        ]),
      ),
    );
  return { tags: links(({ tags = [] }) => tags), apis: links(({ apis = [] }) => apis) };
}

function caseFileOf(name: string): string {
  const found = Object.entries(caseFiles).find(([, cases]) => Object.hasOwn(cases, name));
  return `sample-apps/gallery/cases/${found?.[0] ?? 'index'}.js`;
}
