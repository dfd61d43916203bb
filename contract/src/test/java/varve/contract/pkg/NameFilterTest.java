package varve.contract.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import varve.contract.pkg.NameFilter.Gap;
import varve.contract.pkg.NameFilter.Step;

class NameFilterTest {
    private static final List<String> NAMES =
            List.of("flag", "@ship/log", "@ship/map", "@ship/log-book", "@Ship/Mast", "ensign");

    @Test
    void the_first_step_that_covers_a_name_decides_and_what_none_covers_is_not_shown() {
        var filter = filter("@ship/log", false, "@ship/*", true, "flag", true);
        assertThat(NAMES.stream().filter(filter::shows))
                .containsExactly("flag", "@ship/map", "@ship/log-book", "@Ship/Mast");
    }

    @Test
    void gaps_say_the_same_in_whatever_order_they_are_read() {
        var filters =
                List.of(
                        filter("@ship/log*", false, "@ship/*", true, "*", false),
                        filter("@ship/log", true, "@ship/*", false, "**", true),
                        filter("flag", true, "**", false),
                        filter("flag", true),
                        filter("@ship/log", true, "@ship/*", false, "@ship/map", true, "*", true));
        for (var filter : filters) {
            assertThat(NAMES.stream().filter(name -> !inGap(filter, name)))
                    .as(filter.toString())
                    .containsExactlyElementsOf(NAMES.stream().filter(filter::shows).toList())
                    .isNotEmpty();
        }
    }

    @Test
    void what_changes_nothing_is_left_out() {
        assertThat(filter("@ship/*", true, "flag", true, "**", true).isEverything()).isTrue();
        assertThat(filter("@ship/*", true, "**", true, "**", false).isEverything()).isTrue();
        assertThat(filter("@ship/*", false, "**", true).gaps())
                .containsExactly(new Gap(List.of(Glob.of("@ship/*")), List.of()));
        assertThat(NameFilter.EVERYTHING.gaps()).isEmpty();
        assertThat(new NameFilter(List.of()).gaps())
                .containsExactly(new Gap(List.of(Glob.ANYTHING), List.of()));
    }

    private static boolean inGap(NameFilter filter, String name) {
        return filter.gaps().reversed().stream()
                .anyMatch(gap ->
                        gap.hidden().stream().anyMatch(glob -> glob.covers(name))
                                && gap.but().stream().noneMatch(glob -> glob.covers(name)));
    }

    private static NameFilter filter(Object... said) {
        return new NameFilter(
                Stream.iterate(0, i -> i < said.length, i -> i + 2)
                        .map(i -> new Step(Glob.of((String) said[i]), (boolean) said[i + 1]))
                        .toList());
    }
}
