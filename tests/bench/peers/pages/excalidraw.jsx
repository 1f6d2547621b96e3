// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { createRoot } from 'react-dom/client';
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { measured } from './measure.js';

const LeastZoom = 0.1; // it goes no further out
const LettersALine = 18;

let api;
let view = { scrollX: 0, scrollY: 0, zoom: { value: 1 } };
let ids;
let size;

function wrapped(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if ((lines.at(-1) + word).length > LettersALine)
      lines.push(word);
    else
      lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines.join('\n');
}

function elementsOf(scene) {
  const common = { roughness: 0, strokeWidth: 1 };
  const cards = scene.cards.flatMap((card) => [
    { ...common, type: 'rectangle', id: card.id, x: card.x, y: card.y, width: card.w, height: card.h, fillStyle: 'solid',
      backgroundColor: '#ffffff', strokeColor: '#c3c8d2', roundness: { type: 3 } },
    { ...common, type: 'text', id: `${card.id}-text`, x: card.x + 12, y: card.y + 8, text: wrapped(card.text), fontSize: 13,
      fontFamily: 2, strokeColor: '#1d2430' },
  ]);
  const arrows = scene.connections.map((c) => ({
    ...common, type: 'arrow', id: c.id, x: c.points[0][0], y: c.points[0][1], strokeColor: '#7a8394',
    points: c.points.map(([x, y]) => [x - c.points[0][0], y - c.points[0][1]]),
  }));
  return convertToExcalidrawElements([...arrows, ...cards], { regenerateIds: false });
}

function show(next) {
  view = next;
  api.updateScene({ appState: { ...view } });
}

measured({
  async open(scene) {
    ids = scene.cards.map((card) => card.id);
    size = [scene.cards.length, scene.connections.length];
    const elements = elementsOf(scene);
    const root = createRoot(document.getElementById('drawing'));
    await new Promise((ready) => root.render(
      <Excalidraw initialData={{ elements, appState: { viewBackgroundColor: '#ffffff' } }}
        excalidrawAPI={(given) => { api = given; setTimeout(ready, 0); }} />));
    while (api.getSceneElements().length < elements.length)
      await new Promise((done) => setTimeout(done, 4));
  },
  camera(scale, x, y) {
    const zoom = Math.max(scale, LeastZoom);
    show({ scrollX: innerWidth / 2 / zoom - x, scrollY: innerHeight / 2 / zoom - y, zoom: { value: zoom } });
  },
  pan(dx, dy) {
    const zoom = view.zoom.value;
    show({ ...view, scrollX: view.scrollX - dx / zoom, scrollY: view.scrollY - dy / zoom });
  },
  move(index, dx, dy) {
    const moved = new Set([ids[index], `${ids[index]}-text`]);
    api.updateScene({
      elements: api.getSceneElementsIncludingDeleted().map((e) => (moved.has(e.id)
        ? { ...e, x: e.x + dx, y: e.y + dy, version: e.version + 1, versionNonce: e.versionNonce + 1 } : e)),
    });
  },
  count: () => size,
});
