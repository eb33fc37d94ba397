export interface Region {
  /** Code of administrative divisions (GB/T 2260), six digits. */
  readonly code: string;
  readonly name: string;
}

/** Provinces, cities and counties of China. */
export interface Regions {
  /** What lies directly within `code`; the provinces when absent. */
  within(code?: string): readonly Region[];
}

let loading: Promise<Regions> | undefined;

/** Reads the table of the package `@vant/area-data`, once and not before somebody picks a region: it has 3,500 names. */
export function loadRegions(): Promise<Regions> {
  loading ??= import('@vant/area-data').then(({ areaList }) => {
    const children = new Map<string, Region[]>();
    const add = (list: Readonly<Record<string, string>>, digits: number): void => {
      for (const [code, name] of Object.entries(list)) {
        const parent = digits === 0 ? '' : code.slice(0, digits);
        const siblings = children.get(parent) ?? [];
        children.set(parent, siblings);
        siblings.push({ code, name });
      }
    };
    add(areaList.province_list, 0);
    add(areaList.city_list, 2);
    add(areaList.county_list, 4);
    return { within: (code) => children.get(code === undefined ? '' : code.replace(/(00)+$/, '')) ?? [] };
  });
  return loading;
}
