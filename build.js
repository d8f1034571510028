/**
 * Makes the bundles that the repository holds: `npm run build`, or `node build.js FOLDER` to have them elsewhere. Leaflet is
 * not in them; the page has it from its package.
 */
import { build } from 'esbuild';
import { readdir } from 'node:fs/promises';

const [, , folder = '.'] = process.argv;
const shared = { bundle: true, target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning' };
const banner = { js: '// Made by `npm run build` from the modules named below; not to be edited.' };
const classic = { ...shared, banner, format: 'iife' };

await build({
  ...classic,
  entryPoints: ['geo/webmap/js/main.js'],
  globalName: 'Salient',
  outfile: `${folder}/geo/webmap/bundles/map.js`,
});
await build({ ...classic, entryPoints: ['geo/export/js/about.js'], outfile: `${folder}/geo/export/bundles/about.js` });

const components = 'ui/components/js';
const names = await readdir(components);
await build({
  ...shared,
  banner,
  format: 'esm',
  entryPoints: names.filter((name) => name.endsWith('.js')).map((name) => `${components}/${name}`),
  outdir: `${folder}/ui/components/bundles`,
});
