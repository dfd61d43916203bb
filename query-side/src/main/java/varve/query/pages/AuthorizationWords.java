package varve.query.pages;

/// What the page says where people decide what a program may do.
public interface AuthorizationWords {
    String authorizeTitle();

    String authorize();

    String authorizeCode();

    String authorizeExplained();

    String asksForEverything();

    String asksForThese();

    String exactly();

    String approve();

    String deny();

    String approved();

    String denied();

    String backToTerminal();
}
