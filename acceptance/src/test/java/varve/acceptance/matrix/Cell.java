package varve.acceptance.matrix;

/// What one client is to do in one row.
sealed interface Cell {
    /// A run, which throws when it does not do what it should.
    interface Check {
        void on(Desk desk) throws Exception;
    }

    record Does(Check check) implements Cell {}

    /// The client itself cannot do it, against any registry.
    record Lacks(String why) implements Cell {}

    static Cell does(Check check) {
        return new Does(check);
    }

    static Cell lacks(String why) {
        return new Lacks(why);
    }
}
