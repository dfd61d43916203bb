package varve.acceptance.matrix;

import java.util.function.Function;
import varve.acceptance.kit.Client;

/// One operation, and what each client has for it.
record Row(String operation, Function<Client, Cell> cells) {}
