/** Leaflet's own layout, cut to what is used here, and the look of what lies on a map. */
export const mapStyle =
  'wx-map{display:inline-block;position:relative;width:300px;height:150px;overflow:hidden;' +
  'background-color:light-dark(#eceee9,#1b1f1c);touch-action:none;line-height:1.4}' +
  'wx-map>wx-ground{display:block;position:absolute;inset:0;overflow:hidden;isolation:isolate;outline-offset:-2px}' +
  '.leaflet-pane,.leaflet-tile,.leaflet-marker-icon,.leaflet-tile-container,.leaflet-pane>svg,.leaflet-image-layer' +
  '{position:absolute;left:0;top:0}.leaflet-marker-icon{display:block;width:0;height:0}' +
  '.leaflet-tile{visibility:hidden;user-select:none}.leaflet-tile-loaded{visibility:inherit}' +
  '.leaflet-pane{z-index:400}.leaflet-tile-pane{z-index:200}.leaflet-marker-pane{z-index:600}' +
  '.leaflet-zoom-animated{transform-origin:0 0}.leaflet-pane svg path{pointer-events:none}' +
  '.leaflet-pane svg path.leaflet-interactive{pointer-events:auto}img.leaflet-tile{max-width:none;max-height:none}' +
  '.wx-grid{box-sizing:border-box;border:solid light-dark(#d5dad3,#2c322e);border-width:1px 0 0 1px;' +
  'background:linear-gradient(light-dark(#e1e5de,#232825),light-dark(#e1e5de,#232825)) 0 50%/100% 1px no-repeat,' +
  'linear-gradient(light-dark(#e1e5de,#232825),light-dark(#e1e5de,#232825)) 50% 0/1px 100% no-repeat}' +
  'wx-pin{display:block;position:absolute;left:0;top:0;width:max-content;cursor:pointer}' +
  'wx-pin>img{display:block}wx-pin>wx-drop{display:block;width:24px;height:32px}' +
  'wx-drop>svg{display:block;width:100%;height:100%;overflow:visible;fill:var(--tr-danger);stroke:#fff;stroke-width:1.5}' +
  'wx-callout,wx-pin-label{display:block;position:absolute;width:max-content;max-width:240px;box-sizing:border-box;' +
  'font-size:12px;line-height:1.4;white-space:pre-wrap;color:var(--tr-ink)}' +
  'wx-callout{left:50%;bottom:calc(100% + 8px);translate:-50% 0;padding:6px 10px;border-radius:8px;' +
  'background-color:var(--tr-raised);box-shadow:0 2px 8px rgba(0,0,0,.18);cursor:pointer}wx-callout[hidden]{display:none}' +
  'wx-cluster{display:flex;align-items:center;justify-content:center;width:36px;height:36px;border-radius:50%;' +
  'font-size:13px;color:var(--tr-on-accent);background-color:var(--tr-accent);border:2px solid #fff;box-sizing:border-box}' +
  'wx-here{display:block;box-sizing:border-box;width:16px;height:16px;border-radius:50%;border:3px solid #fff;' +
  'background-color:var(--tr-info);box-shadow:0 0 4px rgba(0,0,0,.4)}' +
  'wx-map>wx-scale{position:absolute;left:12px;bottom:12px;padding:0 4px;border:solid var(--tr-quiet);border-width:0 1px 1px;' +
  'font-size:11px;color:var(--tr-quiet);text-align:center;pointer-events:none}' +
  'wx-map>wx-compass{display:flex;position:absolute;right:12px;top:12px;width:32px;height:32px;align-items:center;' +
  'justify-content:center;border-radius:50%;font-size:12px;font-weight:600;color:var(--tr-danger);' +
  'background-color:var(--tr-raised);box-shadow:0 1px 4px rgba(0,0,0,.2);pointer-events:none}' +
  'wx-map>wx-source{position:absolute;right:0;bottom:0;padding:0 4px;font-size:10px;color:var(--tr-quiet);' +
  'background-color:var(--tr-raised);pointer-events:none}' +
  // What a program lays over the ground is above it; what it says of its position counts more.
  ':where(wx-map>wx-inside>*){position:relative}wx-map>wx-inside>[slot=callout]{position:absolute;inset:0;' +
  'overflow:visible;pointer-events:none}wx-map wx-cover-view[marker-id]{position:absolute;left:0;top:0;' +
  'width:max-content;height:max-content;pointer-events:auto}' +
  'wx-map>[hidden]{display:none}wx-map>wx-control{display:block;position:absolute;overflow:hidden}' +
  'wx-control>img{display:block;width:100%;height:100%}' +
  'wx-ground:focus-visible{outline:2px solid var(--tr-accent)}';
