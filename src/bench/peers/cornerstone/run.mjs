// usage: node run.mjs [RUNS]   cornerstone3D in headless Chromium: CPU rendering in a browser without a GPU, its best case without one
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const empty = path.join(os.tmpdir(), 'tyde-peer-empty.js');
fs.writeFileSync(empty, 'export default {};');
const made = await build({ entryPoints: ['page.js'], bundle: true, format: 'esm', write: false, minify: true, target: 'es2022', logLevel: 'error',
  alias: Object.fromEntries(['fs', 'path', 'module', 'worker_threads', 'crypto', 'os', 'url'].map((m) => [m, empty])) });
const script = made.outputFiles[0].text;
const server = http.createServer((q, s) => {
  const page = !q.url.startsWith('/page.js');
  s.writeHead(200, { 'content-type': page ? 'text/html' : 'text/javascript' });
  s.end(page ? '<!doctype html><body style="margin:0"><script type="module" src="/page.js"></script>' : script);
});
await new Promise((r) => server.listen(0, '127.0.0.1', r));
const cases = { 'CT, 1 view': 'views=1&rows=512&columns=512&slices=40&frames=200', 'CT, 4 views': 'views=4&rows=512&columns=512&slices=40&frames=60',
  'mammogram fit, 1 view': 'views=1&rows=4096&columns=3328&slices=1&frames=40' };
for (const [name, query] of Object.entries(cases))
  for (let run = 0; run < +(process.argv[2] || 2); run++) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tyde-peer-'));
    const browser = await chromium.launchPersistentContext(folder, { executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true,
      viewport: { width: 2100, height: 2100 },
      args: ['--no-sandbox', '--disable-gpu', '--disable-gpu-compositing', '--disable-frame-rate-limit', '--disable-gpu-vsync', '--disable-background-networking'] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/?${query}`);
      await page.waitForFunction(() => window.result, null, { timeout: 240000, polling: 300 });
      console.log(name, JSON.stringify(await page.evaluate(() => window.result)), 'load', os.loadavg()[0].toFixed(1));
    } finally {
      await browser.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
server.close();
process.exit(0);
