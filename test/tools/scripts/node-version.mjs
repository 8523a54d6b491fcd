/** Says in plain words when Node is too old. Imported first, before anything that old versions cannot read. */

var parts = process.versions.node.split('.').map(Number);
var major = parts[0] || 0;
var minor = parts[1] || 0;

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    'Vigil needs Node 20.19 or newer; this is Node ' + process.versions.node + '. See https://nodejs.org\n',
  );
  process.exit(1);
}
