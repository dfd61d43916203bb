package varve.artifacts.packument;

/// The CRC-32 of two texts, one behind the other, from theirs alone (RFC 1952 §8.1.1). A text that
/// others follow counts as if it were multiplied by x^8 for each of their bytes.
final class JoinedCrc {
    /// Powers in the order of RFC 1952: the lowest is the highest bit.
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 1 << 31;
    private static final int A_BYTE = ONE >>> 8;

    private JoinedCrc() {}

    /// @param length of the second text, in bytes
    static int of(int first, int second, long length) {
        return times(bytes(length), first) ^ second;
    }

    /// x^8 to the power of so many bytes.
    private static int bytes(long count) {
        int power = ONE;
        int square = A_BYTE;
        for (long left = count; left > 0; left >>>= 1) {
            if ((left & 1) == 1) {
                power = times(power, square);
            }
            square = times(square, square);
        }
        return power;
    }

    /// The product of two polynomials, modulo that of the CRC.
    private static int times(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= shifted;
            }
            shifted = shifted >>> 1 ^ ((shifted & 1) == 0 ? 0 : POLYNOMIAL);
        }
        return product;
    }
}
