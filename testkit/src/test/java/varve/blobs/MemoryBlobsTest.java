package varve.blobs;

class MemoryBlobsTest extends BlobsContract {
    private final Blobs shelf = new MemoryBlobs();

    @Override
    Blobs shelf() {
        return shelf;
    }
}
