// What both registries are filled with: bodies as `npm publish` sends them, the same bytes each time.
import { createCipheriv, createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Bytes that do not compress, decided by their label alone. */
function filler(size, label) {
  const key = createHash('sha256').update(label).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

function entry(path, content) {
  const header = Buffer.alloc(512);
  const octal = (value, at, width) => header.write(value.toString(8).padStart(width, '0') + '\0', at);
  header.write(path, 0);
  octal(0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(content.length, 124, 11);
  octal(0, 136, 11);
  header.fill(' ', 148, 156);
  header.write('0', 156);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(sum.toString(8).padStart(6, '0') + '\0 ', 148);
  return Buffer.concat([header, content, Buffer.alloc(-content.length & 511)]);
}

/** The body of a publish of one version with about `size` bytes of content. */
export function publication(registry, name, version, size) {
  const manifest = {
    name,
    version,
    description: `Measured beside another registry: ${name}`,
    license: 'MIT',
    main: 'index.js',
    keywords: ['measured', 'beside'],
    repository: { type: 'git', url: 'git+https://example.com/bench.git' },
    engines: { node: '>=18' },
    scripts: { test: 'node --test', lint: 'eslint .', build: 'tsc -p .' },
    dependencies: { '@bench/one': '^1.0.0' },
    devDependencies: { typescript: '^5.0.0', eslint: '^9.0.0', '@types/node': '^22.0.0' },
  };
  const tarball = gzipSync(
    Buffer.concat([
      entry('package/package.json', Buffer.from(JSON.stringify(manifest, null, 2))),
      entry('package/index.js', Buffer.from(`module.exports = '${name}@${version}';\n`)),
      entry('package/data.bin', filler(size, `${name}@${version}`)),
      Buffer.alloc(1024),
    ]),
    { level: 1 },
  );
  const file = `${name.split('/')[1]}-${version}.tgz`;
  return JSON.stringify({
    _id: name,
    name,
    'dist-tags': { latest: version },
    versions: {
      [version]: {
        ...manifest,
        _id: `${name}@${version}`,
        dist: {
          integrity: 'sha512-' + createHash('sha512').update(tarball).digest('base64'),
          shasum: createHash('sha1').update(tarball).digest('hex'),
          tarball: `${registry}${name}/-/${file}`,
        },
      },
    },
    _attachments: {
      [`${name}-${version}.tgz`]: {
        content_type: 'application/octet-stream',
        data: tarball.toString('base64'),
        length: tarball.length,
      },
    },
  });
}
