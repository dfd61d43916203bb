package varve.artifacts.upload;

import static varve.artifacts.Fault.INVALID_TARBALL;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One header block of a tar archive (POSIX.1-2001 pax interchange format and GNU's dialect).
///
/// @param name as far as the block itself knows it; extensions can say another
/// @param size in bytes of what follows, without padding
record TarHeader(String name, long size, Kind kind) {
    static final int BLOCK = 512;

    /// What an entry is.
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        EXTENDED,
        GLOBAL,
        LONG_NAME,
        OTHER
    }

    /// Reads a block; null stands for the block of zeros that marks the end.
    static @Nullable TarHeader of(byte[] block) {
        if (isZero(block)) {
            return null;
        }
        checkSum(block);
        return new TarHeader(name(block), size(block), kind(block[156]));
    }

    static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /// Text in UTF-8 up to the first zero.
    static String text(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes[end] != 0) {
            end++;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, end - offset))
                    .toString();
        } catch (CharacterCodingException _) {
            throw INVALID_TARBALL.with("a name in the tar archive is not UTF-8");
        }
    }

    private static void checkSum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
        }
        if (sum != octal(block, 148, 8)) {
            throw INVALID_TARBALL.with("a header in the tar archive has a wrong check sum");
        }
    }

    /// Only POSIX headers have a prefix; GNU's keep times where it would stand.
    private static String name(byte[] block) {
        var name = text(block, 0, 100);
        var posix = Arrays.equals(block, 257, 263, new byte[] {'u', 's', 't', 'a', 'r', 0}, 0, 6);
        var prefix = posix ? text(block, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long size(byte[] block) {
        if ((block[124] & 0x80) != 0) {
            throw INVALID_TARBALL.with("an entry in the tar archive has a binary size");
        }
        return octal(block, 124, 12);
    }

    private static long octal(byte[] block, int offset, int length) {
        int i = offset;
        int end = offset + length;
        while (i < end && block[i] == ' ') {
            i++;
        }
        long value = 0;
        for (; i < end && block[i] >= '0' && block[i] <= '7'; i++) {
            value = value * 8 + block[i] - '0';
        }
        for (; i < end; i++) {
            if (block[i] != 0 && block[i] != ' ') {
                throw INVALID_TARBALL.with("a number in the tar archive is not octal");
            }
        }
        return value;
    }

    private static Kind kind(byte flag) {
        return switch (flag) {
            case 0, '0' -> Kind.FILE;
            case '5' -> Kind.FOLDER;
            case '1', '2', 'K' -> Kind.LINK;
            case 'x' -> Kind.EXTENDED;
            case 'g' -> Kind.GLOBAL;
            case 'L' -> Kind.LONG_NAME;
            default -> Kind.OTHER;
        };
    }

    /// Bytes up to the next block.
    long padding() {
        return (BLOCK - size % BLOCK) % BLOCK;
    }
}
