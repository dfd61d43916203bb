// Varve and Verdaccio in one run on one machine: the same packages, the same requests, in turns.
// Prints a row for each kind of request, with the ratio. `node beside.mjs [rounds] [seconds]`
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publication } from './packages.mjs';
import { varve, verdaccio } from './registries.mjs';

const rounds = Number(process.argv[2] ?? 3);
const seconds = Number(process.argv[3] ?? 3);
const CONNECTIONS = 16;
const ABBREVIATED = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*';

const versions = (count) => Array.from({ length: count }, (_, i) => `1.${Math.floor(i / 10)}.${i % 10}`);
const PACKAGES = [
  { name: '@bench/one', versions: versions(1), size: 3_000 },
  { name: '@bench/fifty', versions: versions(50), size: 3_000 },
  { name: '@bench/thousand', versions: versions(1000), size: 3_000 },
  { name: '@bench/small', versions: versions(1), size: 4_300 },
  { name: '@bench/middle', versions: versions(1), size: 500_000 },
  { name: '@bench/large', versions: versions(1), size: 10_000_000 },
];
const packument = (name, headers = {}) => ({ path: `@bench%2f${name}`, headers });
const tarball = (name) => ({ path: `@bench/${name}/-/${name}-1.0.0.tgz`, headers: {} });
const READS = {
  'packument, 1 version': packument('one'),
  'packument, 50 versions': packument('fifty'),
  'packument, 1,000 versions': packument('thousand'),
  'abbreviated, 50 versions': packument('fifty', { accept: ABBREVIATED }),
  'abbreviated, 1,000 versions, gzip': packument('thousand', { accept: ABBREVIATED, 'accept-encoding': 'gzip' }),
  'revalidated (304), 50 versions': { ...packument('fifty'), revalidate: true },
  'tarball, 5 KB': tarball('small'),
  'tarball, 500 KB': tarball('middle'),
  'tarball, 10 MB': tarball('large'),
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Publishes everything; tells how long the last hundred versions of the long package took, in ms each. */
async function fill({ registry, token, name: who }) {
  const took = [];
  for (const { name, versions, size } of PACKAGES) {
    for (const version of versions) {
      const begun = performance.now();
      const answer = await fetch(registry + name.replace('/', '%2f'), {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: publication(registry, name, version, size),
      });
      const said = await answer.text();
      if (answer.status !== 201) throw new Error(`${who}: ${name}@${version}: ${answer.status} ${said}`);
      if (name === '@bench/thousand') took.push(performance.now() - begun);
    }
  }
  return { first: median(took.slice(0, 100)), last: median(took.slice(-100)) };
}

/** Requests a second that one read gets, by wrk; every answer must be as expected. */
async function measure({ registry }, { path, headers, revalidate }) {
  const first = await fetch(registry + path, { headers });
  await first.arrayBuffer();
  if (first.status !== 200) throw new Error(`${registry}${path}: ${first.status}`);
  const all = revalidate ? { ...headers, 'if-none-match': first.headers.get('etag') } : headers;
  const options = Object.entries(all).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const run = spawnSync(
    'wrk',
    ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '20s', ...options, registry + path],
    { encoding: 'utf8', timeout: (seconds + 30) * 1000 },
  );
  if (run.status !== 0 || /Non-2xx|Socket errors/.test(run.stdout)) throw new Error(`${path}: ${run.stdout}${run.stderr}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(run.stdout)[1]);
}

const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
const figure = (value) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

const folder = await mkdtemp(join(tmpdir(), 'beside-'));
const contestants = [];
try {
  contestants.push(await verdaccio(join(folder, 'verdaccio')), await varve(join(folder, 'varve')));
  const [theirs, ours] = contestants;
  row(['', theirs.name, ours.name, 'ratio']);
  row(['---', '---:', '---:', '---:']);
  const published = [await fill(theirs), await fill(ours)];
  for (const [which, label] of [['first', 'the first hundred'], ['last', 'the last hundred of 1,000']]) {
    const [a, b] = published.map((took) => 1000 / took[which]);
    row([`publishes a second, one after another, ${label}`, figure(a), figure(b), figure(b / a)]);
  }
  for (const [label, read] of Object.entries(READS)) {
    const got = contestants.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [i, contestant] of contestants.entries()) {
        const rate = await measure(contestant, read);
        if (round > 0) got[i].push(rate); // the first round warms up
      }
    }
    const [a, b] = got.map(median);
    row([label, figure(a), figure(b), figure(b / a)]);
  }
} finally {
  for (const contestant of contestants) await contestant.stop();
  await rm(folder, { recursive: true, force: true });
}
