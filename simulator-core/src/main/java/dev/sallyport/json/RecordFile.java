package dev.sallyport.json;

import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What {@code serve --record} or {@code probe --record} keeps: one side of a run, to be judged later with the other.
 *
 * @param tool what wrote it, {@code sallyport 0.1.0}
 * @param startedAt from when on the hosts observed, by their clock; for {@code serve} when it was ready
 * @param millis how long they observed
 * @param interrupted whether probing ended before every check had been tried
 * @param plan what was tried, with its checks from a probe and without from a serve
 * @param observations one a host
 */
public record RecordFile(
        String tool,
        Kind kind,
        Instant startedAt,
        long millis,
        boolean interrupted,
        Plan plan,
        List<Observation> observations) {

    /** Which side it is. */
    public enum Kind {
        SERVE,
        PROBE;

        /** Returns the kind as files write it, the command's name: {@code serve}, {@code probe}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps its own copy. */
    public RecordFile {
        observations = List.copyOf(observations);
    }

    /** Returns when it ended observing. */
    public Instant endedAt() {
        return startedAt.plusMillis(millis);
    }

    /** Returns the file's text. */
    public String write() {
        return Json.writePretty(RecordForm.of(this));
    }

    /**
     * Reads a file's text.
     *
     * @param source how errors name it, {@code edge1.json}
     * @throws MalformedJsonException where it is cut off, of another schema, or no record
     */
    public static RecordFile read(String source, String text) {
        FileHead head = FileHead.read(source, text);
        if (head.kind().isEmpty()) {
            throw new MalformedJsonException(
                    source, "", "it is a report, no record: `serve --record` and `probe --record` write records");
        }
        return Json.read(source, text, RecordForm.class).file();
    }
}
