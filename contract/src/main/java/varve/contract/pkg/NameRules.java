package varve.contract.pkg;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.pkg.NameFilter.Step;

/// Who may do what with packages of which names, as the operator has it, in Verdaccio's manner. The
/// first rule that covers a name holds for it; a name that none covers is closed. Without any rules
/// everything is as scopes have it, and a rule never gives more than they do.
///
/// @param groups who belongs to which, by what they sign in with
public record NameRules(Map<String, Set<String>> groups, List<Rule> rules) {
    public static final NameRules NONE = new NameRules(Map.of(), List.of());

    private static final Set<String> ALL = Set.of("$all", "@all", "all");
    private static final Set<String> SIGNED_IN =
            Set.of("$authenticated", "@authenticated", "authenticated");
    private static final Set<String> STRANGERS = Set.of("$anonymous", "@anonymous", "anonymous");

    public NameRules {
        groups = Map.copyOf(groups);
        rules = List.copyOf(rules);
    }

    /// What a rule is about.
    public enum Deed {
        ACCESS,
        PUBLISH,
        UNPUBLISH
    }

    /// What holds for some names.
    ///
    /// @param names of packages
    /// @param proxy names of the uplinks that are asked, in this order
    public record Rule(
            Glob names,
            Set<String> access,
            Set<String> publish,
            Set<String> unpublish,
            List<String> proxy) {
        public Rule {
            access = Set.copyOf(access);
            publish = Set.copyOf(publish);
            unpublish = Set.copyOf(unpublish);
            proxy = List.copyOf(proxy);
        }

        private Set<String> words(Deed deed) {
            return switch (deed) {
                case ACCESS -> access;
                case PUBLISH -> publish;
                case UNPUBLISH -> unpublish;
            };
        }
    }

    /// Who asks.
    ///
    /// @param login what they sign in with, found out only if a rule names somebody; empty for none
    public record Visitor(boolean signedIn, Supplier<String> login) {
        /// A job of continuous integration is named by its repository, for example
        /// `github:luca/flag`, whoever set it off.
        ///
        /// @param logins what people sign in with
        public static Visitor of(Caller caller, Function<UserId, String> logins) {
            return switch (caller.actor()) {
                case Actor.Anonymous() -> new Visitor(false, () -> "");
                case Actor.Workload job ->
                        new Visitor(true, () -> job.provider() + ":" + job.repository());
                case Actor.User(var user) -> new Visitor(true, () -> logins.apply(user));
                case Actor.Staff(var user) -> new Visitor(true, () -> logins.apply(user));
                case Actor.Registry _ -> new Visitor(true, () -> "");
            };
        }
    }

    public Optional<Rule> of(String name) {
        return rules.stream().filter(rule -> rule.names().covers(name)).findFirst();
    }

    /// Whether this needs to be looked at at all.
    public boolean isOpen(Deed deed, String name) {
        return rules.isEmpty() || of(name).map(rule -> isOpen(deed, rule)).orElse(false);
    }

    public boolean admits(Deed deed, String name, Visitor who) {
        return rules.isEmpty() || of(name).map(rule -> admits(deed, rule, who)).orElse(false);
    }

    /// The names that somebody may do this with.
    public NameFilter filter(Deed deed, Visitor who) {
        return filter(rule -> admits(deed, rule, who));
    }

    /// The names that everybody may do this with.
    public NameFilter open(Deed deed) {
        return filter(rule -> isOpen(deed, rule));
    }

    private NameFilter filter(Predicate<Rule> admitting) {
        return rules.isEmpty()
                ? NameFilter.EVERYTHING
                : new NameFilter(
                        rules.stream()
                                .map(rule -> new Step(rule.names(), admitting.test(rule)))
                                .toList());
    }

    private static boolean isOpen(Deed deed, Rule rule) {
        return rule.words(deed).stream().anyMatch(ALL::contains);
    }

    private boolean admits(Deed deed, Rule rule, Visitor who) {
        var words = rule.words(deed);
        return isOpen(deed, rule)
                || words.stream()
                        .anyMatch(who.signedIn() ? SIGNED_IN::contains : STRANGERS::contains)
                || (who.signedIn() && !words.isEmpty() && isNamed(words, who.login().get()));
    }

    /// Whether an uplink may be asked for a name, and how early; empty when it may not.
    public Optional<Integer> place(String uplink, String name) {
        if (rules.isEmpty()) {
            return Optional.of(0);
        }
        int place = of(name).map(rule -> rule.proxy().indexOf(uplink)).orElse(-1);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    private boolean isNamed(Set<String> words, String login) {
        return !login.isEmpty()
                && words.stream()
                        .anyMatch(word ->
                                word.equals(login)
                                        || groups.getOrDefault(word, Set.of()).contains(login));
    }
}
