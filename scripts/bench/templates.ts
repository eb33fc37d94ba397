import { TmplGroup } from 'glass-easel-template-compiler';

const row = (item: string, directives = ''): string => `
<div class="row {{${item}.done ? 'done' : ''}}" ${directives}>
  <span class="name">{{${item}.name}}</span>
  <span class="note">{{${item}.note}}</span>
  <div class="price">{{${item}.price}}</div>
  <div class="mark"></div>
</div>`;
const loop = 'wx:for="{{rows}}" wx:key="id"';
const sources = {
  row: row('row'),
  page: row('item', loop),
  'page-of-components': `<row ${loop} row="{{item}}" />`,
};

/** glass-easel's templates of the same list, compiled, as a script that puts them in `glassEaselTemplates`. */
export function glassEaselScript(): string {
  const compiled = Object.entries(sources).map(([name, source]) => {
    const group = new TmplGroup();
    group.addTmpl('', source);
    const code = group.getTmplGenObjectGroups();
    group.free();
    return `${JSON.stringify(name)}: ${code}`;
  });
  return `globalThis.glassEaselTemplates = {${compiled.join(',\n')}};`;
}
