/** What the page has before the script runs: Leaflet from its own package, and the map that folium made. */
import type * as Leaflet from 'leaflet';

declare global {
  const map_salient: Leaflet.Map;
  interface Window {
    salient: { snapshot(): object };
  }
}

declare module 'leaflet' {
  // Kept from subclasses by the types, and yet the way in which Leaflet's own renderers are made.
  interface Renderer {
    _map: Map;
    _bounds: Bounds | undefined;
    _container: HTMLElement;
    _update(): void;
  }
  interface Marker {
    _icon: HTMLElement;
    _setPos(point: Point): void;
  }
  interface Icon {
    _setIconStyles(icon: HTMLElement, name: string): void;
  }
  interface Handler {
    moved?(): boolean;
  }
  interface Map {
    _animatingZoom: boolean;
  }
}
