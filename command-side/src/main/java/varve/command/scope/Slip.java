package varve.command.scope;

/// One letter left out, added, exchanged, or swapped with its neighbour.
final class Slip {
    private Slip() {}

    static boolean between(String one, String other) {
        if (one.length() > other.length()) {
            return between(other, one);
        }
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (other.length() == one.length() + 1) {
            return one.substring(same).equals(other.substring(same + 1));
        }
        return one.length() == other.length()
                && same < one.length()
                && (one.substring(same + 1).equals(other.substring(same + 1))
                        || swapped(one, other, same));
    }

    private static boolean swapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
