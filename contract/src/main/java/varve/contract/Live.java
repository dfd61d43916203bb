package varve.contract;

/// Something that the operator may set anew while the registry runs. Whoever asks gets what holds
/// at that moment, and asks again the next time.
public final class Live<T> {
    private volatile T value;

    public Live(T value) {
        this.value = value;
    }

    public T now() {
        return value;
    }

    public void become(T other) {
        value = other;
    }
}
