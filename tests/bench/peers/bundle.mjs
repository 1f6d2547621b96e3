// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// node bundle.mjs: puts the pages of the rivals together in dist/.
import fs from 'node:fs';
import { build } from 'esbuild';

const pages = ['bpmnjs.js', 'reactflow.jsx', 'excalidraw.jsx'];
await build({
  entryPoints: pages.map((page) => `pages/${page}`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  jsx: 'automatic',
  conditions: ['production'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
  loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.svg': 'dataurl', '.png': 'dataurl' },
  logLevel: 'error',
});
for (const page of pages) {
  const name = page.replace(/\..*/, '');
  const styles = [];
  if (fs.existsSync(`dist/${name}.css`))
    styles.push(`${name}.css`);
  if (name === 'bpmnjs') {
    fs.cpSync('node_modules/bpmn-js/dist/assets', 'dist/assets', { recursive: true });
    styles.push('assets/diagram-js.css', 'assets/bpmn-js.css');
  }
  const links = styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('');
  fs.writeFileSync(`dist/${name}.html`, `<!doctype html><meta charset="utf-8">${links}`
    + '<style>html, body, #drawing { margin: 0; width: 100vw; height: 100vh; overflow: hidden; }</style>'
    + `<div id="drawing"></div><script>window.EXCALIDRAW_ASSET_PATH = "/";</script><script type="module" src="${name}.js"></script>`);
}
