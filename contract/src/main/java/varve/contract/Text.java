package varve.contract;

/// A value that is written as text wherever it leaves the program: in events, in answers, in
/// addresses. Each has a public static factory `of(String)` that reads its own {@link #text()}.
public interface Text {
    String text();
}
