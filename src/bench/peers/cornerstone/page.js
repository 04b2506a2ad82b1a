// cornerstone3D stack viewports over noise made in the page: another window, or another slice, for each frame.
// `raf`: asked for, and waited for, through requestAnimationFrame; `sync`: rendered in one task and one pixel read back.
import * as cs from '@cornerstonejs/core';

const asked = new URLSearchParams(location.search);
const views = +asked.get('views'), rows = +asked.get('rows'), columns = +asked.get('columns');
const slices = +asked.get('slices'), frames = +asked.get('frames');
const SIDE = 1024;
let seed = 1;
const noise = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 20;

function image(imageId) {
  const pixels = new Uint16Array(rows * columns).map(noise);
  const voxels = cs.utilities.VoxelManager.createImageVoxelManager({ width: columns, height: rows, scalarData: pixels, numberOfComponents: 1 });
  return { imageId, minPixelValue: 0, maxPixelValue: 4095, slope: 1, intercept: 0, windowCenter: 1064, windowWidth: 400, voiLUTFunction: 'LINEAR',
    getPixelData: () => pixels, voxelManager: voxels, rows, columns, height: rows, width: columns, color: false, rgba: false, numberOfComponents: 1,
    columnPixelSpacing: 1, rowPixelSpacing: 1, sizeInBytes: pixels.byteLength, invert: false, photometricInterpretation: 'MONOCHROME2', dataType: 'Uint16Array' };
}

function meta(type, id) {
  if (type === 'imagePixelModule') return { bitsAllocated: 16, bitsStored: 12, highBit: 11, pixelRepresentation: 0, samplesPerPixel: 1, photometricInterpretation: 'MONOCHROME2', rows, columns };
  if (type === 'imagePlaneModule') return { frameOfReferenceUID: '1.2', rows, columns, rowCosines: [1, 0, 0], columnCosines: [0, 1, 0], imageOrientationPatient: [1, 0, 0, 0, 1, 0],
    imagePositionPatient: [0, 0, +id.split(':')[1]], rowPixelSpacing: 1, columnPixelSpacing: 1, pixelSpacing: [1, 1], sliceThickness: 1 };
  if (type === 'generalSeriesModule') return { modality: 'CT' };
  if (type === 'voiLutModule') return { windowCenter: [1064], windowWidth: [400] };
  if (type === 'modalityLutModule') return { rescaleSlope: 1, rescaleIntercept: 0 };
}

async function main() {
  await cs.init({ rendering: { useCPURendering: true } });
  cs.setUseCPURendering(true);
  cs.metaData.addProvider(meta, 10000);
  cs.imageLoader.registerImageLoader('noise', (id) => ({ promise: Promise.resolve(image(id)) }));
  const ids = Array.from({ length: slices }, (_, k) => 'noise:' + k);
  const elements = Array.from({ length: views }, () => {
    const e = document.createElement('div');
    e.style.cssText = `width:${SIDE}px;height:${SIDE}px;float:left;background:#000`;
    document.body.appendChild(e);
    return e;
  });
  document.body.style.width = (views > 1 ? 2 : 1) * SIDE + 'px';
  const engine = new cs.RenderingEngine('e'), impl = engine._implementation || engine;
  engine.setViewports(elements.map((element, i) => ({ viewportId: 'v' + i, type: cs.Enums.ViewportType.STACK, element })));
  const shown = elements.map((_, i) => engine.getViewport('v' + i));
  const rendered = () => Promise.all(elements.map((e) => new Promise((r) => e.addEventListener(cs.Enums.Events.IMAGE_RENDERED, r, { once: true }))));
  for (const id of ids) await cs.imageLoader.loadAndCacheImage(id);
  await Promise.all(shown.map((v) => v.setStack(ids, 0)));
  const first = rendered();
  shown.forEach((v) => v.render());
  await first;
  const contexts = shown.map((v) => v.canvas.getContext('2d'));
  const drag = async (k) => shown.forEach((v) => v.setProperties({ voiRange: { lower: 864 + (k % 40), upper: 1264 + (k % 33) } }));
  const scroll = async (k) => Promise.all(shown.map((v, i) => v.setImageIdIndex((k + 10 * i) % slices)));
  const raf = async (step) => {
    const start = performance.now();
    for (let k = 0; k < frames; k++) { const done = rendered(); await step(k); shown.forEach((v) => v.render()); await done; }
    await new Promise((r) => requestAnimationFrame(() => setTimeout(r, 0)));
    return (1000 * frames) / (performance.now() - start);
  };
  const sync = async (step) => {
    const all = [];
    for (let k = 0; k < frames; k++) {
      const start = performance.now();
      await step(k);
      shown.forEach((v) => impl._needsRender.add(v.id));
      impl._renderFlaggedViewports();
      contexts.forEach((c) => c.getImageData(SIDE / 2, SIDE / 2, 1, 1));
      all.push(performance.now() - start);
      if (k % 10 === 9) await new Promise((r) => setTimeout(r, 0));
    }
    return 1000 / all.sort((a, b) => a - b)[frames >> 1];
  };
  const result = { cpu: cs.getShouldUseCPURendering() };
  for (const [name, step] of slices > 1 ? [['drag', drag], ['scroll', scroll]] : [['drag', drag]]) {
    await raf(step);
    result[name] = { raf: await raf(step), sync: await sync(step) };
  }
  const pixels = contexts[0].getImageData(0, 0, SIDE, SIDE).data;
  result.greys = new Set(pixels.filter((_, i) => i % 4 === 0)).size;
  return result;
}
main().then((r) => (window.result = r), (e) => (window.result = { error: String((e && e.stack) || e) }));
