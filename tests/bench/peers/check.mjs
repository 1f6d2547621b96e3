// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// node check.mjs BUILD CARDS...: Throughline's check and bpmnlint's recommended set on the same cards and connections, in
// one run: in-process without loading, and command line against command line. One JSON line a size, then a table.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import bpmnlint from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const here = path.dirname(new URL(import.meta.url).pathname);
const [build, ...sizes] = process.argv.slice(2);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-peers-'));
const repetitions = 5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const repeated = (times, measure) => median(Array.from({ length: times }, measure));

function wall(command, args, cwd) {
  const start = performance.now();
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.error || done.status > 1)
    throw new Error(`${command}: ${done.error ?? done.stderr}`);
  return performance.now() - start;
}

async function lintInProcess(xml) {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const times = [];
  for (let i = 0; i < 3; i++) {
    const linter = new bpmnlint.Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
    const start = performance.now();
    await linter.lint(rootElement);
    times.push(performance.now() - start);
  }
  return median(times);
}

function checkInProcess(cards) {
  const json = execFileSync(path.join(build, 'tests/bench/throughline_core_bench'),
    [`--benchmark_filter=^checkRecommended/${cards}$`, '--benchmark_format=json', '--benchmark_repetitions=3'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const run = JSON.parse(json).benchmarks.find((b) => b.aggregate_name === 'median');
  return { ms: run.real_time, peakMiB: run.peakMiB };
}

async function compare(cards) {
  const blueprint = path.join(work, `${cards}.blueprint`);
  const bpmn = path.join(work, `${cards}.bpmn`);
  execFileSync(path.join(build, 'tests/bench/throughline_largefile'), [cards, blueprint, bpmn]);
  fs.writeFileSync(path.join(work, '.bpmnlintrc'), '{"extends":"bpmnlint:recommended"}');
  const ours = checkInProcess(cards);
  const lint = await lintInProcess(fs.readFileSync(bpmn, 'utf8'));
  const command = path.join(here, 'node_modules/bpmnlint/bin/bpmnlint.js');
  return {
    cards: +cards,
    check_ms: ours.ms,
    check_peak_mib: ours.peakMiB,
    bpmnlint_ms: lint,
    check_command_ms: repeated(repetitions, () => wall(path.join(build, 'throughline'), ['check', blueprint], work)),
    bpmnlint_command_ms: repeated(3, () => wall('node', [command, bpmn], work)),
  };
}

const rows = [];
for (const cards of sizes) {
  rows.push(await compare(cards));
  console.log(JSON.stringify(rows.at(-1)));
}
const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
console.log('\n| cards | check | bpmnlint | ratio | `throughline check` | `bpmnlint` | ratio |');
console.log('|---:|---:|---:|---:|---:|---:|---:|');
for (const r of rows) {
  console.log(`| ${r.cards.toLocaleString('en')} | ${ms(r.check_ms)} ms | ${ms(r.bpmnlint_ms)} ms | `
    + `${(r.bpmnlint_ms / r.check_ms).toFixed(0)} × | ${ms(r.check_command_ms)} ms | ${ms(r.bpmnlint_command_ms)} ms | `
    + `${(r.bpmnlint_command_ms / r.check_command_ms).toFixed(0)} × |`);
}
fs.rmSync(work, { recursive: true });
