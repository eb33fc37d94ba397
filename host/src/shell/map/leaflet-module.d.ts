/** Leaflet as a module: its package names only the script, which cannot share a bundle without a wrapper. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
