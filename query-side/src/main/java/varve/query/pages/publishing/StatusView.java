package varve.query.pages.publishing;

import java.util.Locale;
import varve.query.pages.Words;
import varve.query.publishing.TaskView;

/// An attempt as three steps: the upload arrived, it was examined, the version is listed.
///
/// @param examined how the second step stands
/// @param listed how the third step stands
public record StatusView(TaskView task, Step examined, Step listed) {
    /// How far a step is.
    public enum Step {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        public String text(Words words) {
            return switch (this) {
                case WAITING -> words.stepWaiting();
                case RUNNING -> words.stepRunning();
                case DONE -> words.stepDone();
                case FAILED -> words.stepFailed();
            };
        }

        /// Its name in the style sheet.
        public String look() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads JSR's words for where a task stands.
    static StatusView of(TaskView task) {
        return switch (task.status()) {
            case "success" -> new StatusView(task, Step.DONE, Step.DONE);
            case "processed" -> new StatusView(task, Step.DONE, Step.RUNNING);
            case "failure" -> new StatusView(task, Step.FAILED, Step.WAITING);
            default -> new StatusView(task, Step.RUNNING, Step.WAITING);
        };
    }

    public boolean isOver() {
        return examined == Step.FAILED || listed == Step.DONE;
    }

    public String packageAddress() {
        return "/@" + task.packageScope() + "/" + task.packageName();
    }

    public String versionAddress() {
        return packageAddress() + "@" + task.packageVersion();
    }
}
