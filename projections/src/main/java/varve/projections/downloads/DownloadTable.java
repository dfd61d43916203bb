package varve.projections.downloads;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.downloads.DownloadsEvent;
import varve.contract.downloads.DownloadsEvent.DownloadsAdded;
import varve.contract.downloads.Taken;

/// `varve_read.download`.
@Component
public class DownloadTable {
    private static final String ADD =
            """
            insert into varve_read.download (name, version, day, times) values (?, ?, ?, ?)
            on conflict (name, day, version) do update set times = download.times + excluded.times
            """;

    private final JdbcClient db;

    DownloadTable(JdbcClient db) {
        this.db = db;
    }

    public void on(DownloadsEvent event) {
        switch (event) {
            case DownloadsAdded(_, var day, var taken) ->
                    taken.forEach(one -> add(LocalDate.parse(day), one));
        }
    }

    private void add(LocalDate day, Taken taken) {
        db.sql(ADD).params(taken.name(), taken.version(), day, taken.times()).update();
    }
}
