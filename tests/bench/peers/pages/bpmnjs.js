// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Modeler from 'bpmn-js/lib/Modeler';
import { measured } from './measure.js';

let modeler;
let ids;

measured({
  async open(scene, bpmn) {
    ids = scene.cards.map((card) => card.id);
    modeler = new Modeler({ container: '#drawing' });
    await modeler.importXML(bpmn);
  },
  camera(scale, x, y) {
    const [width, height] = [innerWidth / scale, innerHeight / scale];
    modeler.get('canvas').viewbox({ x: x - width / 2, y: y - height / 2, width, height });
  },
  pan(dx, dy) {
    modeler.get('canvas').scroll({ dx: -dx, dy: -dy });
  },
  move(index, dx, dy) {
    modeler.get('modeling').moveElements([modeler.get('elementRegistry').get(ids[index])], { x: dx, y: dy });
  },
  count() {
    const registry = modeler.get('elementRegistry');
    return [ids.filter((id) => registry.get(id)).length, registry.filter((e) => e.waypoints).length];
  },
});
