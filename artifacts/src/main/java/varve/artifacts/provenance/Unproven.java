package varve.artifacts.provenance;

/// A bundle proves nothing, and why.
public final class Unproven extends Exception {
    Unproven(String why) {
        super(why);
    }

    Unproven(String why, Throwable cause) {
        super(why, cause);
    }
}
