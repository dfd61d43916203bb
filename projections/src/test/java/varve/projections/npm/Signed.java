package varve.projections.npm;

import varve.artifacts.packument.RegistryKey;
import varve.artifacts.packument.Signatures;

/// A key of the tests' own, so that what they sign is always the same.
final class Signed {
    static final Signatures SIGNATURES =
            new Signatures(
                    RegistryKey.of(
                            "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWUM86A5NQdl+1rHoEvxsdc"
                                    + "sTZsn4CYFDFlk8DeTmtzOhRANCAASe2SDhYu6HbMEg4UKeDcrkM7e7rpwR4pHLyNKpu87I"
                                    + "vnINtQgspdIFQ0dbkpaux86OkyBQaZgnI7Qz6U/zm2Ni"));

    private Signed() {}
}
