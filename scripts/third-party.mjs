// @ts-check
/** esbuild plugin: our workspaces are bundled from source, every other package stays an import. */
export const thirdParty = {
  name: 'third-party',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@terrarium/') ? undefined : { path, external: true },
    );
  },
};
