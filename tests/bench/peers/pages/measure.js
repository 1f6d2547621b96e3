// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to every rival in its page. A rival is an object with open(scene, bpmn), camera(scale, x, y) which puts a
// point of the scene into the middle of the view, pan(dx, dy) in pixels of the view, move(index, dx, dy) of a card in
// points, and count() of the cards and connections it holds.

const frame = () => new Promise((done) => requestAnimationFrame(done));

// Two frames and a task later, what was asked for is on the screen.
async function drawn() {
  await frame();
  await frame();
  await new Promise((done) => setTimeout(done, 0));
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    mean: times.reduce((sum, t) => sum + t, 0) / times.length,
    p95: sorted[Math.floor(times.length * 0.95)],
    frames: times.length,
  };
}

// Calls step for each frame until there are enough of them or the time is up.
async function each(frames, limitMs, step) {
  await drawn();
  const times = [];
  const start = performance.now();
  let last = start;
  for (let i = 0; i < frames && last - start < limitMs; i++) {
    step(i);
    await frame();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  // Work still under way belongs to what was measured.
  await drawn();
  const tail = performance.now() - last - 34;
  if (tail > 0)
    times[times.length - 1] += tail;
  return summary(times);
}

export function measured(rival) {
  window.phases = {
    async open(scene, bpmn) {
      const start = performance.now();
      await rival.open(scene, bpmn);
      await drawn();
      return performance.now() - start;
    },
    count: () => rival.count(),
    pan(scale, [x, y], frames, limitMs, px) {
      rival.camera(scale, x, y);
      return each(frames, limitMs, (i) => rival.pan(i < frames / 2 ? px : -px, 0));
    },
    zoom(fit, [x, y], frames, limitMs) {
      rival.camera(1, x, y);
      return each(frames, limitMs, (i) => rival.camera(fit ** ((i + 1) / frames), x, y));
    },
    drag(card, [x, y], frames, limitMs) {
      rival.camera(1, x, y);
      return each(frames, limitMs, () => rival.move(card, 5, 2));
    },
  };
}
