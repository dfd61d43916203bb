package varve.blobs;

/// Where one object lies and how those who read it may keep it.
public record Place(Bucket bucket, String key, Keeping keeping) {
    /// How long a reader may keep an object (JSR's cache rules).
    public enum Keeping {
        /// Published bytes never change.
        FOR_EVER("public, max-age=31536000, immutable"),
        /// Lists change with every publish; a shared cache may keep them for a minute.
        A_MINUTE("public, max-age=60, s-maxage=60"),
        /// What the transparency log says of itself: new within seconds, and so for everyone.
        A_MOMENT("public, max-age=2, must-revalidate"),
        /// Lists of modules, which deno.land/x has asked about again after ten seconds.
        TEN_SECONDS("max-age=10, must-revalidate"),
        /// Nobody but us reads it.
        NOT_AT_ALL("private, no-store");

        private final String cacheControl;

        Keeping(String cacheControl) {
            this.cacheControl = cacheControl;
        }

        public String cacheControl() {
            return cacheControl;
        }
    }
}
