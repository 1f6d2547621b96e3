// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// node canvas.mjs BUILD CARDS [RIVAL...]: the same drawing in Throughline's canvas and in rivals in headless Chromium, one
// after the other in one run. One JSON line each, then a table with ratios. The rivals are given the places and corners
// of Throughline's own layout, so that all of them draw the same.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const here = path.dirname(new URL(import.meta.url).pathname);
const [build, cards, ...asked] = process.argv.slice(2);
const rivals = asked.length > 0 ? asked : ['excalidraw', 'reactflow', 'bpmnjs'];
const names = { excalidraw: 'Excalidraw', reactflow: 'React Flow (visible only)', bpmnjs: 'bpmn-js' };
const view = { width: 1280, height: 800 };
const frames = 60;
const limitMs = 20000;
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-peers-'));

// What the diagram part of a BPMN file says, without a library for so plain a text.
function sceneOf(bpmn) {
  const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  const texts = new Map();
  for (const [tag] of bpmn.matchAll(/<[\w:]*(?:[tT]ask|Gateway|Event)\b[^>]*>/g))
    texts.set(attribute(tag, 'id'), attribute(tag, 'name') ?? '');
  const ends = new Map();
  for (const [tag] of bpmn.matchAll(/<[\w:]*(?:sequenceFlow|messageFlow|association)\b[^>]*>/g))
    ends.set(attribute(tag, 'id'), [attribute(tag, 'sourceRef'), attribute(tag, 'targetRef')]);
  const scene = { cards: [], connections: [], width: 0, height: 0 };
  for (const [, tag, bounds] of bpmn.matchAll(/(<[\w:]*BPMNShape\b[^>]*>)\s*(<[\w:]*Bounds\b[^>]*>)/g)) {
    const id = attribute(tag, 'bpmnElement');
    if (!texts.has(id))
      continue;
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => +attribute(bounds, name));
    scene.cards.push({ id, x, y, w, h, text: texts.get(id) });
    scene.width = Math.max(scene.width, x + w);
    scene.height = Math.max(scene.height, y + h);
  }
  for (const [, tag, inside] of bpmn.matchAll(/(<[\w:]*BPMNEdge\b[^>]*>)([\s\S]*?)<\/[\w:]*BPMNEdge>/g)) {
    const id = attribute(tag, 'bpmnElement');
    const points = [...inside.matchAll(/<[\w:]*waypoint\b[^>]*>/g)].map(([p]) => [+attribute(p, 'x'), +attribute(p, 'y')]);
    if (ends.has(id))
      scene.connections.push({ id, from: ends.get(id)[0], to: ends.get(id)[1], points });
  }
  return scene;
}

// Every process below one, with the time it has computed and its share of the memory.
function processesBelow(root) {
  const children = new Map();
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const list = children.get(fields[1]) ?? [];
      list.push({ pid, cpuMs: (+fields[11] + +fields[12]) * 10 });
      children.set(fields[1], list);
    } catch { /* it has ended */ }
  }
  const found = [];
  for (const todo = [String(root)]; todo.length > 0;) {
    const below = children.get(todo.pop()) ?? [];
    found.push(...below);
    todo.push(...below.map((process) => process.pid));
  }
  return found;
}
const cpuMs = () => processesBelow(process.pid).reduce((sum, p) => sum + p.cpuMs, 0);
function memoryMiB() {
  let kib = 0;
  for (const { pid } of processesBelow(process.pid)) {
    try {
      kib += +/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1];
    } catch { /* it has ended */ }
  }
  return kib / 1024;
}

function serve(scene, bpmn) {
  const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
  const data = JSON.stringify({ scene, bpmn });
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (name === '/data') {
      response.end(data);
      return;
    }
    fs.readFile(path.join(here, 'dist', path.normalize(name)), (error, bytes) => {
      response.writeHead(error ? 404 : 200, { 'content-type': kinds[path.extname(name)] ?? 'application/octet-stream' });
      response.end(bytes);
    });
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

async function measureRival(name, scene, bpmn) {
  const server = await serve(scene, name === 'bpmnjs' ? bpmn : '');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--js-flags=--max-old-space-size=8192'],
  });
  const row = { program: names[name], cards: +cards };
  try {
    const page = await browser.newPage({ viewport: view });
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${server.address().port}/${name}.html`);
    await page.waitForFunction(() => window.phases);
    row.memoryBlank = memoryMiB();
    await page.evaluate(async () => { window.given = await (await fetch('/data')).json(); });
    row.open = await page.evaluate(() => window.phases.open(window.given.scene, window.given.bpmn));
    row.counts = await page.evaluate(() => window.phases.count());
    row.memoryOpen = memoryMiB();
    const fit = Math.min(view.width / scene.width, view.height / scene.height);
    const middle = [scene.width / 2, scene.height / 2];
    const near = ({ x, y }) => Math.abs(x - middle[0]) + Math.abs(y - middle[1]);
    const card = scene.cards.reduce((best, c, i) => (near(c) < near(scene.cards[best]) ? i : best), 0);
    const phase = async (key, method, ...given) => {
      const before = cpuMs();
      row[key] = await page.evaluate(([m, g]) => window.phases[m](...g), [method, given]);
      row[key].cpuMean = (cpuMs() - before) / row[key].frames;
      if (process.env.PICTURES)
        await page.screenshot({ path: path.join(process.env.PICTURES, `${name}-${cards}-${key}.png`) });
    };
    await phase('pan', 'pan', 1, middle, frames, limitMs, 24);
    await phase('drag', 'drag', card, middle, frames / 2, limitMs);
    await phase('zoomOut', 'zoom', fit, middle, frames, limitMs);
    await phase('panAllInView', 'pan', fit, middle, frames, limitMs, 4);
    row.memoryWorked = memoryMiB();
  } catch (error) {
    row.error = String(error).slice(0, 200);
  }
  await browser.close();
  server.close();
  return row;
}

function measureOurs() {
  const done = spawnSync(path.join(build, 'tests/app/throughline_canvasbench'), [cards, `${view.width}x${view.height}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0)
    throw new Error('throughline_canvasbench failed');
  return { program: 'Throughline', ...JSON.parse(done.stdout) };
}

function table(rows) {
  const columns = [
    ['open, ms', (r) => r.open?.ms ?? r.open],
    ['pan, CPU ms', (r) => r.pan?.cpuMean],
    ['drag, CPU ms', (r) => r.drag?.cpuMean],
    ['zoom, ms', (r) => r.zoomOut?.mean],
    ['zoom, CPU ms', (r) => r.zoomOut?.cpuMean],
    ['pan all in view, CPU ms', (r) => r.panAllInView?.cpuMean],
    ['memory, MiB', (r) => r.memoryOpen],
  ];
  const number = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
  const cell = (value, ours) => (value === undefined ? '–'
    : ours === undefined ? number(value) : `${number(value)} (${number(value / ours)} ×)`);
  console.log(`\n| ${cards} cards | ${columns.map(([title]) => title).join(' | ')} |`);
  console.log(`|---|${columns.map(() => '---:').join('|')}|`);
  rows.forEach((row, i) => console.log(`| ${row.program} | ${columns.map(([, of]) => cell(of(row), i > 0 ? of(rows[0]) : undefined)).join(' | ')} |`));
}

const file = path.join(work, `${cards}.bpmn`);
execFileSync(path.join(build, 'tests/bench/throughline_largefile'), [cards, file]);
const bpmn = fs.readFileSync(file, 'utf8');
fs.rmSync(work, { recursive: true });
const scene = sceneOf(bpmn);
const rows = [measureOurs()];
console.log(JSON.stringify(rows[0]));
for (const rival of rivals) {
  rows.push(await measureRival(rival, scene, bpmn));
  console.log(JSON.stringify(rows.at(-1)));
}
table(rows);
