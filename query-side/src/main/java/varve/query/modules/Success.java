package varve.query.modules;

/// How deno.land/x's protocol wraps every answer.
record Success<T>(boolean success, T data) {
    Success(T data) {
        this(true, data);
    }
}
