package varve.contract.pkg;

import java.util.ArrayList;
import java.util.List;

/// Which names somebody is shown, for questions about many of them: the first step that covers a
/// name decides, and a name that none covers is not shown.
public record NameFilter(List<Step> steps) {
    public static final NameFilter EVERYTHING =
            new NameFilter(List.of(new Step(Glob.ANYTHING, true)));

    /// @param shown what becomes of the names that it covers
    public record Step(Glob names, boolean shown) {}

    /// Part of what is not shown: the names that one of `hidden` covers and none of `but`.
    public record Gap(List<Glob> hidden, List<Glob> but) {}

    public NameFilter {
        steps = List.copyOf(shortened(steps));
    }

    /// Whether there is nothing to be left out.
    public boolean isEverything() {
        return steps.equals(EVERYTHING.steps);
    }

    public boolean shows(String name) {
        return steps.stream()
                .filter(step -> step.names().covers(name))
                .findFirst()
                .map(Step::shown)
                .orElse(false);
    }

    /// All that is not shown, in a form where order does not matter.
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        var hidden = new ArrayList<Glob>();
        var shown = new ArrayList<Glob>();
        for (var step : steps) {
            if (step.shown() && !hidden.isEmpty()) {
                gaps.add(new Gap(List.copyOf(hidden), List.copyOf(shown)));
                hidden.clear();
            }
            (step.shown() ? shown : hidden).add(step.names());
        }
        if (!shown.contains(Glob.ANYTHING)) {
            hidden.add(Glob.ANYTHING);
        }
        if (!hidden.isEmpty()) {
            gaps.add(new Gap(List.copyOf(hidden), List.copyOf(shown)));
        }
        return gaps;
    }

    /// Without what changes nothing: what comes after a step that covers everything, and what is
    /// said again by such a step right behind it.
    private static List<Step> shortened(List<Step> steps) {
        var left = new ArrayList<Step>();
        for (var step : steps) {
            if (step.names().equals(Glob.ANYTHING)) {
                while (!left.isEmpty() && left.getLast().shown() == step.shown()) {
                    left.removeLast();
                }
                left.add(step);
                return left;
            }
            left.add(step);
        }
        return left;
    }
}
