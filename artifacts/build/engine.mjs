// Brings the engine (OXC as WebAssembly, MIT) into the build: fetched once with the user's own npm,
// pinned by version and by digest, kept in a cache so that later builds need no network.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const parts = [
  {
    name: '@oxc-parser/binding-wasm32-wasi',
    version: '0.133.0',
    file: 'parser.wasm32-wasi.wasm',
    target: 'parser.wasm',
    sha256: '311948445cfc52bbb5165e36c0ae4102ff1dcc0e75debfa758aaba8f9d892371',
  },
  {
    name: '@oxc-transform/binding-wasm32-wasi',
    version: '0.133.0',
    file: 'transform.wasm32-wasi.wasm',
    target: 'transform.wasm',
    sha256: '039e8b749c92e58095376acae2fe11b0f29897ccd8b32ce55ad13c93ce50d0c3',
  },
];

const out = process.argv[2];
const cacheHome = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
const cache = path.join(cacheHome, 'varve', 'engine');

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const holds = (file, sha256) => fs.existsSync(file) && digest(fs.readFileSync(file)) === sha256;

/** Written beside and renamed, so that nobody ever sees half a file. */
function place(file, bytes) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, bytes);
  fs.renameSync(beside, file);
}

function fetched(part) {
  const room = fs.mkdtempSync(path.join(os.tmpdir(), 'varve-engine-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['pack', '--silent', `${part.name}@${part.version}`], {
      cwd: room,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      timeout: 120_000,
    });
    const tarball = fs.readdirSync(room).find((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', tarball, `package/${part.file}`], { cwd: room });
    return fs.readFileSync(path.join(room, 'package', part.file));
  } finally {
    fs.rmSync(room, { recursive: true, force: true });
  }
}

for (const part of parts) {
  const target = path.join(out, part.target);
  if (holds(target, part.sha256)) continue;
  const cached = path.join(cache, part.version, part.target);
  if (!holds(cached, part.sha256)) {
    const bytes = fetched(part);
    if (digest(bytes) !== part.sha256) {
      console.error(`${part.name}@${part.version} is not what it was: ${digest(bytes)}`);
      process.exit(1);
    }
    place(cached, bytes);
  }
  place(target, fs.readFileSync(cached));
}
