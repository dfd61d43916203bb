package varve.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import varve.query.Page;

class PagerTest {
    @Test
    void a_list_that_fits_needs_no_pager() {
        assertThat(new Pager(new Page(1, 20), 20, "/packages?page=").isNeeded()).isFalse();
        assertThat(new Pager(new Page(1, 20), 0, "/packages?page=").pages()).isEqualTo(1);
    }

    @Test
    void pages_follow_one_another() {
        var second = new Pager(new Page(2, 20), 41, "/packages?page=");
        assertThat(second.pages()).isEqualTo(3);
        assertThat(second.previous()).isEqualTo("/packages?page=1");
        assertThat(second.next()).isEqualTo("/packages?page=3");
        assertThat(new Pager(new Page(3, 20), 41, "").hasNext()).isFalse();
    }

    @Test
    void beyond_the_end_the_way_back_leads_to_the_last_page() {
        var beyond = new Pager(new Page(9, 20), 41, "/packages?page=");
        assertThat(beyond.isNeeded()).isTrue();
        assertThat(beyond.hasNext()).isFalse();
        assertThat(beyond.previous()).isEqualTo("/packages?page=3");
    }
}
