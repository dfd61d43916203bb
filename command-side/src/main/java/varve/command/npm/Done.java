package varve.command.npm;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import varve.contract.Arrival;

/// What npm clients hear of a wish that was granted.
///
/// @param ok for people
record Done(String ok, boolean success) {
    /// Says so once it can be read, so that whoever hears it can install at once.
    @Component
    static class Answer {
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final Arrival arrival;

        Answer(Arrival arrival) {
            this.arrival = arrival;
        }

        /// @param position of the last fact; 0 when nothing had to change
        ResponseEntity<Done> of(long position, String ok) {
            if (arrival.await(position, PATIENCE)) {
                return ResponseEntity.status(HttpStatus.CREATED).body(new Done(ok, true));
            }
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header(Arrival.HEADER, Arrival.PENDING)
                    .body(new Done(ok + ", soon to be seen", true));
        }

        /// The beginning of an answer of another form, by then.
        ResponseEntity.BodyBuilder as(HttpStatus status, long position) {
            var answer = ResponseEntity.status(status);
            return arrival.await(position, PATIENCE)
                    ? answer
                    : answer.header(Arrival.HEADER, Arrival.PENDING);
        }
    }
}
