package varve.artifacts.graph;

import varve.contract.publishing.FilePath;

/// A place in a module as messages write it: `file:///mod.ts:1:8`, counted from one.
record Place(String address, int line, int column) {

    static Place of(FilePath path, String text, int offset) {
        return of("file://" + path.text(), text, offset);
    }

    static Place of(String address, String text, int offset) {
        int end = Math.min(Math.max(offset, 0), text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Place(address, line, end - lineStart + 1);
    }

    @Override
    public String toString() {
        return address + ":" + line + ":" + column;
    }
}
