// The two registries, each started on loopback with a folder and ports of its own.
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const here = import.meta.dirname;
const READY_WITHIN = 120_000;

const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

async function awaitOk(address, child) {
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`${address} does not answer`);
}

function ended(child) {
  return async () => {
    if (child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  };
}

async function sent(method, address, token, body) {
  const headers = { 'content-type': 'application/json' };
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(address, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text.slice(0, 200)}`);
  return JSON.parse(text);
}

/** Verdaccio as delivered, without uplinks and without a log that would slow it down. */
export async function verdaccio(folder) {
  const port = await freePort();
  const registry = `http://localhost:${port}/`;
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'config.yaml');
  await writeFile(
    config,
    `storage: ${join(folder, 'storage')}
auth: { htpasswd: { file: ${join(folder, 'htpasswd')} } }
packages: { '**': { access: $all, publish: $authenticated } }
max_body_size: 50mb
log: { type: stdout, format: json, level: fatal }
`,
  );
  const child = spawn(
    join(here, 'node_modules/.bin/node'),
    [join(here, 'node_modules/verdaccio/bin/verdaccio'), '--config', config, '--listen', `localhost:${port}`],
    { stdio: 'ignore' },
  );
  await awaitOk(`${registry}-/ping`, child);
  const who = { name: 'bench', password: 'bench-of-verdaccio' };
  const { token } = await sent('PUT', `${registry}-/user/org.couchdb.user:bench`, undefined, who);
  return { name: 'Verdaccio', registry, token, stop: ended(child) };
}

/** Varve as `make build` lays it out, with everything embedded. */
export async function varve(folder) {
  const [port, npmPort] = [await freePort(), await freePort()];
  const child = spawn(join(here, '../../standalone/target/varve/bin/varve'), [], {
    stdio: 'ignore',
    env: { ...process.env, VARVE_HOME: folder, VARVE_PORT: `${port}`, VARVE_NPM_PORT: `${npmPort}` },
  });
  await awaitOk(`http://localhost:${port}/readyz`, child);
  const token = (await readFile(join(folder, 'admin.token'), 'utf8')).trim();
  await sent('POST', `http://localhost:${port}/api/scopes`, token, { scope: 'bench' });
  return { name: 'Varve', registry: `http://localhost:${npmPort}/`, token, stop: ended(child) };
}
