// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// React Flow drawing only what is in sight, its way with large drawings; "?all" draws everything.
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import { Handle, Position, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { measured } from './measure.js';

const onlyVisible = !location.search.includes('all');
const cardStyle = {
  boxSizing: 'border-box', width: '100%', height: '100%', padding: '8px 10px', overflow: 'hidden',
  border: '1px solid #c3c8d2', borderLeft: '4px solid #3a6ea5', borderRadius: 8, background: '#fff', font: '13px sans-serif',
};
const Card = memo(({ data }) => (
  <div style={cardStyle}>
    <Handle type="target" position={Position.Left} />
    {data.text}
    <Handle type="source" position={Position.Right} />
  </div>
));
const kinds = { card: Card };

let flow;
let replaceNodes;
let view = { x: 0, y: 0, zoom: 1 };
let size = [0, 0];

function Drawing({ cards, lines, ready }) {
  const [nodes, setNodes, onNodes] = useNodesState(cards);
  const [edges, , onEdges] = useEdgesState(lines);
  replaceNodes = setNodes;
  return (
    <ReactFlow nodes={nodes} edges={edges} onNodesChange={onNodes} onEdgesChange={onEdges} nodeTypes={kinds}
      onlyRenderVisibleElements={onlyVisible} minZoom={0.001} maxZoom={8} defaultViewport={view}
      onInit={(instance) => { flow = instance; ready(); }} />
  );
}

function show(next) {
  view = next;
  flow.setViewport(view);
}

measured({
  async open(scene) {
    const cards = scene.cards.map((card) => ({
      id: card.id, type: 'card', position: { x: card.x, y: card.y }, width: card.w, height: card.h, data: { text: card.text },
    }));
    const lines = scene.connections.map((c) => ({ id: c.id, source: c.from, target: c.to, type: 'smoothstep' }));
    size = [cards.length, lines.length];
    const root = createRoot(document.getElementById('drawing'));
    await new Promise((ready) => root.render(<Drawing cards={cards} lines={lines} ready={ready} />));
    const wanted = onlyVisible ? 1 : cards.length;
    while (document.querySelectorAll('.react-flow__node').length < wanted)
      await new Promise((done) => setTimeout(done, 4));
  },
  camera: (scale, x, y) => show({ x: innerWidth / 2 - x * scale, y: innerHeight / 2 - y * scale, zoom: scale }),
  pan: (dx, dy) => show({ ...view, x: view.x - dx, y: view.y - dy }),
  move: (index, dx, dy) => replaceNodes((nodes) => nodes.map((node, i) => (i === index
    ? { ...node, position: { x: node.position.x + dx, y: node.position.y + dy } } : node))),
  count: () => size,
});
