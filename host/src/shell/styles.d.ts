/** Style sheets are bundled for their effect: esbuild gathers them into shell.css. */
declare module '*.css';
